create table blueprint (
  project_id uuid primary key references project on delete cascade,
  committed_at timestamptz
);

create table blueprint_field (
  project_id uuid not null references project on delete cascade,
  name text not null,
  value text not null check (length(value) > 0),
  origin text not null check (origin in ('default', 'recording', 'client')),
  updated_at timestamptz not null,
  primary key (project_id, name)
);
