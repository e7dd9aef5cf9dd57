-- A session exists before it has a project, so it leads with its own id.

create table session (
  id uuid primary key,
  project_id uuid references project on delete cascade,
  origin text not null check (origin in ('live', 'recording')),
  name text not null,
  status text not null check (status in ('open', 'finished')),
  -- turns 1 to this one are final: the drafter reads no further
  settled_turn int not null default 0 check (settled_turn >= 0),
  started_at timestamptz not null,
  finished_at timestamptz,
  check ((status = 'finished') = (finished_at is not null))
);

create index session_by_project on session (project_id);

create table item (
  project_id uuid not null references project on delete cascade,
  session_id uuid not null references session on delete cascade,
  id text not null check (length(id) between 1 and 200),
  turn int not null check (turn >= 1),
  role text not null check (role in ('user', 'assistant', 'system')),
  speaker text not null,
  -- the client's own words: only these are evidence
  client boolean not null check (not client or role = 'user'),
  mode text not null check (mode in ('selecting', 'intake', 'ghostwriting')),
  status text not null check (status in ('completed', 'truncated', 'deleted')),
  revision int not null default 1 check (revision >= 1),
  text text not null,
  words int not null check (words >= 0),
  said_at timestamptz not null,
  primary key (project_id, session_id, id),
  unique (project_id, session_id, turn)
);
