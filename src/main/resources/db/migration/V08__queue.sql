-- Who is alive to draft. Beaten on the database's clock.
create table worker (
  id uuid primary key,
  started_at timestamptz not null,
  beat_at timestamptz not null
);

-- One row a project: the only hot table. Every transition of a project's drafting is an update of this one row.
create table draft_slot (
  project_id uuid primary key references project on delete cascade,
  state text not null check (state in ('idle', 'ready', 'running')),
  urgency smallint not null check (urgency between 0 and 2),
  due_at timestamptz not null,
  attempts smallint not null check (attempts between 0 and 3),
  -- the fence: raised at every claim, never lowered
  epoch bigint not null,
  worker_id uuid,
  running_job uuid,
  waiting_job uuid,
  check ((state = 'running') = (worker_id is not null)),
  check ((state = 'running') = (running_job is not null)),
  check (state <> 'ready' or waiting_job is not null),
  check (state <> 'idle' or waiting_job is null),
  check (running_job <> waiting_job)
) with (
  fillfactor = 60,
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000
);

create index draft_slot_ready on draft_slot (urgency, due_at) where state = 'ready';
create index draft_slot_due on draft_slot (due_at) where state = 'ready';
create index draft_slot_running on draft_slot (worker_id) where state = 'running';

-- The record: one row a job, with the checkpoint of its step (the model's answer).
create table draft_job (
  project_id uuid not null references project on delete cascade,
  id uuid not null,
  session_id uuid,
  kind text not null check (kind in ('update', 'refine')),
  status text not null check (status in ('queued', 'running', 'complete', 'error', 'cancelled')),
  urgency smallint not null check (urgency between 0 and 2),
  summary text not null default '',
  message_pointers jsonb not null default '[]' check (jsonb_typeof(message_pointers) = 'array'),
  transcript_anchors jsonb not null default '[]' check (jsonb_typeof(transcript_anchors) = 'array'),
  prompt_context jsonb not null default '{}' check (jsonb_typeof(prompt_context) = 'object'),
  attempts smallint not null default 0 check (attempts between 0 and 3),
  epoch bigint not null default 0,
  -- what was asked for too late to be in this job's draft
  follow_up jsonb check (jsonb_typeof(follow_up) = 'object'),
  -- the last settled turn of each session this job has read
  through jsonb,
  answer jsonb,
  generated_summary text,
  usage jsonb,
  duration_ms bigint check (duration_ms >= 0),
  error text,
  merged_into uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  primary key (project_id, id),
  check ((status in ('complete', 'error', 'cancelled')) = (completed_at is not null)),
  check (status <> 'error' or error is not null),
  check (status <> 'complete' or (generated_summary is not null and started_at is not null and through is not null)),
  check (status <> 'running' or (started_at is not null and attempts > 0)),
  check (merged_into is null or status = 'cancelled')
);

create unique index draft_job_running_once on draft_job (project_id) where status = 'running';
create unique index draft_job_waiting_once on draft_job (project_id) where status = 'queued' and kind = 'update';

-- The last request for each summary: what a repetition within 90 seconds collapses into.
create table draft_request (
  project_id uuid not null references project on delete cascade,
  summary_hash bytea not null,
  urgency smallint not null,
  job_id uuid not null,
  at timestamptz not null,
  primary key (project_id, summary_hash)
);

create index draft_request_by_age on draft_request (at);
