-- Live sessions: raw events, items that open, settle, move on and are corrected, and search.

create extension if not exists btree_gin;

-- What was said up to and including number `told` may be read; it only rises. An item is told when it
-- and all before it are settled, and told anew, with a new number, when its words change afterwards.
alter table session rename column settled_turn to told;
alter table session
  -- how many raw events there are: the last one's seq
  add column events bigint not null default 0 check (events >= 0),
  add column mode text not null default 'selecting' check (mode in ('selecting', 'intake', 'ghostwriting')),
  -- the text search configuration its items are indexed with
  add column dictionary text not null default 'simple';

-- Both directions, stored before anything acts on them; sound is replaced by its length.
create table realtime_event (
  session_id uuid not null references session on delete cascade,
  seq bigint not null check (seq >= 1),
  -- the number of the provider connection
  epoch int not null check (epoch >= 1),
  direction text not null check (direction in ('s2c', 'c2s', 'own')),
  at timestamptz not null,
  type text not null,
  payload jsonb not null,
  primary key (session_id, seq)
);

update item set status = 'completed' where status = 'truncated';

alter table item
  add column kind text not null default 'message' check (kind in ('message', 'tool_call', 'tool_output', 'other')),
  add column order_uncertain boolean not null default false,
  -- how much of an answer was played before it was cut off
  add column heard_ms bigint check (heard_ms >= 0),
  -- the provider's wording, where a person has corrected it
  add column transcribed text,
  add column told int check (told >= 1),
  add column dictionary text not null default 'simple',
  drop constraint item_status_check,
  add constraint item_status_check
    check (status in ('open', 'completed', 'incomplete', 'empty', 'failed', 'timed_out', 'deleted')),
  add constraint item_evidence_check
    check (not client or (role = 'user' and kind = 'message' and status = 'completed')),
  add constraint item_settled_check check (told is null or status <> 'open'),
  drop constraint item_project_id_session_id_turn_key,
  -- at the end of a statement, so that one can make room in the middle
  add constraint item_turn unique (project_id, session_id, turn) deferrable initially immediate;

update item set told = turn;

create unique index item_told on item (project_id, session_id, told) where told is not null;

update session set dictionary = d.name
  from project, (values
    ('ar', 'arabic'), ('hy', 'armenian'), ('eu', 'basque'), ('ca', 'catalan'), ('da', 'danish'), ('nl', 'dutch'),
    ('en', 'english'), ('fi', 'finnish'), ('fr', 'french'), ('de', 'german'), ('el', 'greek'), ('hi', 'hindi'),
    ('hu', 'hungarian'), ('id', 'indonesian'), ('ga', 'irish'), ('it', 'italian'), ('lt', 'lithuanian'), ('ne', 'nepali'),
    ('no', 'norwegian'), ('nb', 'norwegian'), ('nn', 'norwegian'), ('pt', 'portuguese'), ('ro', 'romanian'),
    ('ru', 'russian'), ('sr', 'serbian'), ('es', 'spanish'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'),
    ('yi', 'yiddish')) as d (language, name)
 where project.id = session.project_id and split_part(lower(project.language), '-', 1) = d.language;

update item set dictionary = session.dictionary from session where session.id = item.session_id;

alter table item add column search tsvector not null generated always as (
  case dictionary
    when 'arabic' then to_tsvector('arabic', left(text, 200000))
    when 'armenian' then to_tsvector('armenian', left(text, 200000))
    when 'basque' then to_tsvector('basque', left(text, 200000))
    when 'catalan' then to_tsvector('catalan', left(text, 200000))
    when 'danish' then to_tsvector('danish', left(text, 200000))
    when 'dutch' then to_tsvector('dutch', left(text, 200000))
    when 'english' then to_tsvector('english', left(text, 200000))
    when 'finnish' then to_tsvector('finnish', left(text, 200000))
    when 'french' then to_tsvector('french', left(text, 200000))
    when 'german' then to_tsvector('german', left(text, 200000))
    when 'greek' then to_tsvector('greek', left(text, 200000))
    when 'hindi' then to_tsvector('hindi', left(text, 200000))
    when 'hungarian' then to_tsvector('hungarian', left(text, 200000))
    when 'indonesian' then to_tsvector('indonesian', left(text, 200000))
    when 'irish' then to_tsvector('irish', left(text, 200000))
    when 'italian' then to_tsvector('italian', left(text, 200000))
    when 'lithuanian' then to_tsvector('lithuanian', left(text, 200000))
    when 'nepali' then to_tsvector('nepali', left(text, 200000))
    when 'norwegian' then to_tsvector('norwegian', left(text, 200000))
    when 'portuguese' then to_tsvector('portuguese', left(text, 200000))
    when 'romanian' then to_tsvector('romanian', left(text, 200000))
    when 'russian' then to_tsvector('russian', left(text, 200000))
    when 'serbian' then to_tsvector('serbian', left(text, 200000))
    when 'spanish' then to_tsvector('spanish', left(text, 200000))
    when 'swedish' then to_tsvector('swedish', left(text, 200000))
    when 'tamil' then to_tsvector('tamil', left(text, 200000))
    when 'turkish' then to_tsvector('turkish', left(text, 200000))
    when 'yiddish' then to_tsvector('yiddish', left(text, 200000))
    else to_tsvector('simple', left(text, 200000))
  end) stored;

-- led by the project, so that a search reads only its own; a short pending list, so that no append pays for many
create index item_search on item using gin (project_id, search) with (gin_pending_list_limit = 256);

-- Every wording that another one has replaced.
create table item_revision (
  project_id uuid not null,
  session_id uuid not null,
  item_id text not null,
  revision int not null check (revision >= 1),
  text text not null,
  -- who replaced it; null where the provider did
  person_id uuid,
  replaced_at timestamptz not null,
  primary key (project_id, session_id, item_id, revision),
  foreign key (project_id, session_id, item_id) references item on delete cascade
);
