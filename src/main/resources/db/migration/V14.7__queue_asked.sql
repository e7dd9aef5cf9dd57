-- Jobs from before a request named what it rests on point nowhere and have nothing that shapes their task.
set local client_min_messages = warning;

alter table draft_job
  add column if not exists message_pointers jsonb not null default '[]' check (jsonb_typeof(message_pointers) = 'array'),
  add column if not exists transcript_anchors jsonb not null default '[]' check (jsonb_typeof(transcript_anchors) = 'array'),
  add column if not exists prompt_context jsonb not null default '{}' check (jsonb_typeof(prompt_context) = 'object');
