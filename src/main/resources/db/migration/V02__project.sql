create table project (
  id uuid primary key,
  title text not null check (length(title) between 1 and 300),
  kind text not null,
  language text not null,
  created_at timestamptz not null
);
