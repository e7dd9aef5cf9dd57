-- Live interviews: where each stands, who performs it, and what it was told to do.

-- One life of a node: a new one at each start, which ends the one before of that name.
create table interview_node (
  id uuid primary key,
  name text not null unique check (length(name) > 0),
  beat_at timestamptz not null
);

create table interview (
  session_id uuid primary key references session on delete cascade,
  person_id uuid not null references person on delete cascade,
  standing text not null check (standing in ('connecting', 'listening', 'paused', 'stopped', 'broken')),
  -- one sentence for people on why it stands there
  sentence text not null default '',
  -- what stands in the client's input box
  draft text not null default '',
  wrote_at timestamptz,
  -- news of the project up to this number need no telling
  told_seq bigint not null default 0 check (told_seq >= 0),
  -- whether something is to be done: a node takes it then
  due boolean not null,
  -- the node that performs it; one that does not live holds nothing
  node_id uuid,
  created_at timestamptz not null
);

create index interview_due on interview (node_id) where due;
create index interview_person on interview (person_id, session_id);

-- Commands for a session, whichever node took them.
create table session_inbox (
  session_id uuid not null references interview on delete cascade,
  seq bigint not null check (seq >= 1),
  -- made by whoever commands, so that a repeated request does nothing
  key text not null check (length(key) between 1 and 64),
  kind text not null check (kind in ('words', 'pause', 'resume', 'stop')),
  -- our id for typed words; the provider keeps it
  item_id text,
  text text not null default '',
  at timestamptz not null,
  -- for words: the provider has them
  done_at timestamptz,
  primary key (session_id, seq),
  unique (session_id, key),
  check ((kind = 'words') = (item_id is not null))
);

create index session_inbox_undone on session_inbox (session_id) where done_at is null;

-- What each tool call was answered: a call runs once, also where its answer was lost on the way.
create table tool_call (
  session_id uuid not null references interview on delete cascade,
  call_id text not null,
  output text not null,
  at timestamptz not null,
  primary key (session_id, call_id)
);
