create table project (
  id uuid primary key,
  title text not null check (length(title) between 1 and 300),
  kind text not null,
  language text not null,
  created_at timestamptz not null
);

create table membership (
  project_id uuid not null references project on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('author', 'reviewer')),
  primary key (project_id, person_id)
);

create index membership_by_person on membership (person_id);
