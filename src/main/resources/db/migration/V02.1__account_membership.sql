-- Who may do what in a project. It belongs to the people, but can only be made once there are projects.

create table membership (
  project_id uuid not null references project on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('author', 'reviewer')),
  primary key (project_id, person_id)
);

create index membership_by_person on membership (person_id);
