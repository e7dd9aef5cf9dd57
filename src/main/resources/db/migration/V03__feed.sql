-- Everything that happened, per project, numbered without holes. The head is raised in the statement that inserts the
-- event: a sequence would let a reader pass a number whose event is not committed yet.

create table feed_head (
  project_id uuid primary key references project on delete cascade,
  seq bigint not null
);

create table feed_event (
  project_id uuid not null references project on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  kind text not null,
  payload jsonb not null,
  primary key (project_id, seq)
);
