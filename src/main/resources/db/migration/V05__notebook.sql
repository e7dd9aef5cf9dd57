create table todo (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  text text not null check (length(text) > 0),
  status text not null check (status in ('open', 'done', 'dropped')),
  section_id uuid,
  job_id uuid,
  created_at timestamptz not null,
  primary key (project_id, id)
);

-- the same question is asked once
create unique index todo_asked_once on todo (project_id, md5(text)) where status = 'open';
