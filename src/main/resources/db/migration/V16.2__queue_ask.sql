-- What was asked for lately is of use for 90 seconds and while its project has a slot: a check of its own for each row cost as
-- much as the row.
alter table draft_request drop constraint draft_request_project_id_fkey;

create function draft_forget() returns trigger language plpgsql as $$
begin
  delete from draft_request where project_id = old.project_id;
  return null;
end
$$;

create trigger draft_forget after delete on draft_slot for each row execute function draft_forget();

-- All of both, each once, in the order in which they came.
create function draft_union(had jsonb, more jsonb) returns jsonb
language plpgsql immutable as $$
declare
  joined jsonb := had || more;
begin
  if jsonb_array_length(joined) > 1 then
    select jsonb_agg(one order by place) into joined
      from (select one, min(place) as place
              from jsonb_array_elements(joined) with ordinality as each (one, place)
             group by one) as once;
  end if;
  return joined;
end
$$;

-- The plain ways of a request for an update, in one call: a job of its own where the project rests, or a part of the update
-- that waits in the slot. Gives the job that will do it, the new one or the one it joined. Anything else gives null and
-- changes nothing: the same summary was asked for since `recent`, a refinement waits, the waiting job has failed before or
-- is answered already. The slot is locked first, so that each statement sees all that was committed before. The news,
-- where there is any, is posted at once: that is for a call that is a transaction of its own.
create function draft_ask(
  asking_project uuid, asking_session uuid, new_job uuid, wished_urgency smallint, has_summary boolean,
  wished_summary text, wished_pointers jsonb, wished_anchors jsonb, wished_context jsonb, hash bytea,
  asked_at timestamptz, wished_due timestamptz, recent timestamptz, news_kind text, news jsonb)
returns uuid language plpgsql as $$
declare
  job uuid := new_job;
  slot_state text;
  slot_job uuid;
  slot_urgency smallint;
  slot_due timestamptz;
begin
  select state, waiting_job, urgency, due_at into slot_state, slot_job, slot_urgency, slot_due
    from draft_slot where project_id = asking_project for update;
  if slot_state is null then
    insert into draft_slot (project_id, state, urgency, due_at, attempts, epoch, waiting_job)
    values (asking_project, 'ready', wished_urgency, wished_due, 0, 0, job)
    on conflict do nothing;
  elsif slot_state = 'idle' then
    update draft_slot
       set state = 'ready', urgency = wished_urgency, due_at = wished_due, waiting_job = job
     where project_id = asking_project
       and not exists (
         select from draft_request
          where project_id = asking_project and summary_hash = hash and at > recent);
  else
    job := slot_job;
    update draft_job
       set urgency = greatest(urgency, wished_urgency),
           summary = case when has_summary then wished_summary else summary end,
           message_pointers = draft_union(message_pointers, wished_pointers),
           transcript_anchors = draft_union(transcript_anchors, wished_anchors),
           prompt_context = prompt_context || wished_context
     where project_id = asking_project and id = job and kind = 'update' and answer is null and attempts = 0
       and not exists (
         select from draft_request
          where project_id = asking_project and summary_hash = hash and at > recent);
  end if;
  if not found then
    return null;
  end if;

  if job = new_job then
    insert into draft_job
      (project_id, id, session_id, kind, status, urgency, summary, message_pointers, transcript_anchors,
       prompt_context, created_at)
    values
      (asking_project, job, asking_session, 'update', 'queued', wished_urgency, wished_summary,
       wished_pointers, wished_anchors, wished_context, asked_at);
  elsif wished_urgency > slot_urgency or wished_due < slot_due then
    update draft_slot
       set urgency = greatest(urgency, wished_urgency), due_at = least(due_at, wished_due)
     where project_id = asking_project;
  end if;
  insert into draft_request (project_id, summary_hash, urgency, job_id, at)
  values (asking_project, hash, wished_urgency, job, asked_at)
  on conflict (project_id, summary_hash) do update
    set urgency = excluded.urgency, job_id = excluded.job_id, at = excluded.at;
  if news is not null then
    perform feed_post(asking_project, asked_at, news_kind, jsonb_set(news, '{jobId}', to_jsonb(job)));
  end if;
  return job;
end
$$;
