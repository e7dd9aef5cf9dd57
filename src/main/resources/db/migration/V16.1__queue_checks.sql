-- What a slot and a job can be, each in one check. PostgreSQL reads every check of a table anew for every statement that
-- writes to it: two dozen of them took longer than the writing.

do $$
declare
  old record;
begin
  for old in
    select conrelid::regclass as kept_in, conname from pg_constraint
     where contype = 'c' and conrelid in ('draft_slot'::regclass, 'draft_job'::regclass)
  loop
    execute format('alter table %s drop constraint %I', old.kept_in, old.conname);
  end loop;
end
$$;

create function draft_slot_can_be(
  state text, urgency smallint, attempts smallint, worker_id uuid, running_job uuid, waiting_job uuid)
returns boolean language plpgsql immutable as $$
begin
  return urgency between 0 and 2
    and attempts between 0 and 3
    and case state
          when 'idle' then num_nonnulls(worker_id, running_job, waiting_job) = 0
          when 'ready' then num_nonnulls(worker_id, running_job) = 0 and waiting_job is not null
          when 'running' then num_nulls(worker_id, running_job) = 0 and waiting_job is distinct from running_job
          else false
        end;
end
$$;

alter table draft_slot add constraint draft_slot_check
  check (draft_slot_can_be(state, urgency, attempts, worker_id, running_job, waiting_job));

create function draft_job_can_be(
  kind text, status text, urgency smallint, message_pointers jsonb, transcript_anchors jsonb, prompt_context jsonb,
  attempts smallint, follow_up jsonb, through jsonb, generated_summary text, duration_ms bigint, error text,
  merged_into uuid, started_at timestamptz, completed_at timestamptz)
returns boolean language plpgsql immutable as $$
begin
  return kind in ('update', 'refine')
    and urgency between 0 and 2
    and attempts between 0 and 3
    and jsonb_typeof(message_pointers) = 'array'
    and jsonb_typeof(transcript_anchors) = 'array'
    and jsonb_typeof(prompt_context) = 'object'
    and (follow_up is null or jsonb_typeof(follow_up) = 'object')
    and (duration_ms is null or duration_ms >= 0)
    and (merged_into is null or status = 'cancelled')
    and case status
          when 'queued' then completed_at is null
          when 'running' then completed_at is null and started_at is not null and attempts > 0
          when 'complete' then num_nulls(completed_at, started_at, generated_summary, through) = 0
          when 'error' then num_nulls(completed_at, error) = 0
          when 'cancelled' then completed_at is not null
          else false
        end;
end
$$;

alter table draft_job add constraint draft_job_check
  check (draft_job_can_be(
    kind, status, urgency, message_pointers, transcript_anchors, prompt_context, attempts, follow_up, through,
    generated_summary, duration_ms, error, merged_into, started_at, completed_at));
