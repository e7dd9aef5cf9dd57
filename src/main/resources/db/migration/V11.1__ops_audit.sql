-- One row a night: who inserts it runs that night's audit.
create table audit_run (
  night date primary key,
  started_at timestamptz not null,
  finished_at timestamptz,
  projects int not null default 0 check (projects >= 0),
  findings int not null default 0 check (findings >= 0)
);

-- What an audit has found, once, however many nights it stays. Ids only.
create table audit_finding (
  project_id uuid not null references project on delete cascade,
  kind text not null,
  -- what it concerns; empty where there is none
  session_id text not null,
  item_id text not null,
  found_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (project_id, kind, session_id, item_id)
);

create index audit_finding_by_time on audit_finding (seen_at);
