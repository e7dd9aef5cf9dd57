-- What the assistant notes while it listens, and where in the conversation to find it.

create table note (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('fact', 'story', 'style', 'voice')),
  text text not null check (length(text) > 0),
  session_id uuid,
  item_id text,
  created_at timestamptz not null,
  primary key (project_id, id),
  check ((session_id is null) = (item_id is null))
);

create table pointer (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  label text not null check (length(label) > 0),
  session_id uuid not null,
  item_id text not null,
  from_char int not null check (from_char >= 0),
  to_char int not null,
  created_at timestamptz not null,
  primary key (project_id, id),
  check (to_char > from_char)
);
