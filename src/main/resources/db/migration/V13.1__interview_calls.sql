-- A provider names a call within one connection: the same name on a later one is another call.
alter table tool_call
  add column epoch int not null default 1 check (epoch >= 1),
  drop constraint tool_call_pkey,
  add primary key (session_id, epoch, call_id);

alter table tool_call alter column epoch drop default;
