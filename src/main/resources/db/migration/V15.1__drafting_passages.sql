-- What the passages of a conversation mean to the sentence model, computed once: place is the
-- passage's number in its session, digest tells which words (and which model) the meaning is of.
-- All of it can be thrown away and is then computed again.

create table passage_meaning (
  project_id uuid not null references project on delete cascade,
  session_id uuid not null references session on delete cascade,
  place int not null check (place >= 0),
  digest bytea not null check (length(digest) = 32),
  meaning bytea not null check (length(meaning) > 0),
  primary key (project_id, session_id, place)
);
