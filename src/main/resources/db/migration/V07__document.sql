create table document (
  project_id uuid primary key references project on delete cascade,
  version int not null check (version >= 0),
  summary text not null default ''
);

create table section (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  state text not null check (state in ('drafting', 'needs_review', 'approved')),
  locked boolean not null default false,
  primary key (project_id, id)
);

-- One immutable wording of a block.
create table revision (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  block_id uuid not null,
  kind text not null check (kind in ('paragraph', 'list', 'quote')),
  markdown text not null,
  origin text not null check (origin in ('human', 'draft')),
  -- a human wrote this wording or an earlier one of the block
  touched boolean not null check (touched or origin = 'draft'),
  grounding text not null check (grounding in ('sourced', 'connective')),
  sources jsonb not null,
  job_id uuid,
  person_id uuid,
  created_at timestamptz not null,
  primary key (project_id, id),
  -- cite turns, never memories: a drafted block names its words or says that it only joins others
  check (origin = 'human' or grounding = 'connective' or jsonb_array_length(sources) > 0),
  check (origin = 'human' or job_id is not null)
);

create index revision_by_block on revision (project_id, block_id);

-- A version is an ordered list of revisions: the first sizes[1] of them stand in sections[1], and so on.
create table version (
  project_id uuid not null references project on delete cascade,
  number int not null check (number >= 1),
  origin text not null check (origin in ('human', 'draft')),
  person_id uuid,
  job_id uuid,
  summary text not null,
  sections uuid[] not null,
  headings text[] not null,
  sizes int[] not null,
  revisions uuid[] not null,
  created_at timestamptz not null,
  primary key (project_id, number),
  check (cardinality(sections) = cardinality(headings) and cardinality(sections) = cardinality(sizes))
);

-- one draft, one version: a result is never applied twice
create unique index version_of_draft on version (project_id, job_id) where origin = 'draft';

-- A draft's edit that could not be placed.
create table proposal (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  job_id uuid not null,
  base_version int not null,
  edit jsonb not null,
  reason text not null,
  state text not null check (state in ('open', 'accepted', 'rejected')),
  created_at timestamptz not null,
  primary key (project_id, id)
);
