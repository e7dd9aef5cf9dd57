-- People, how they sign in, and the command line's tokens. Secrets are kept as SHA-256 hashes only.

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  operator boolean not null,
  created_at timestamptz not null
);

create table sign_in_link (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table sign_in (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table access_token (
  token_hash bytea primary key,
  person_id uuid not null references person on delete cascade,
  created_at timestamptz not null
);
