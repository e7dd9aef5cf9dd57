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

-- The plain ways of a request for an update, in one call: `enqueued` as a job of its own where the project rests, `merged`
-- into the update that waits in the slot. Anything else has no outcome and changes nothing: the same summary was asked for
-- since `recent`, a refinement waits, the waiting job has failed before or is answered already. The slot is held in
-- any case, and each statement sees all that was committed before it was.
create function draft_ask(
  asking_project uuid, asking_session uuid, new_job uuid, wished_urgency smallint, has_summary boolean,
  wished_summary text, wished_pointers jsonb, wished_anchors jsonb, wished_context jsonb, hash bytea,
  asked_at timestamptz, wished_due timestamptz, recent timestamptz, out outcome text, out job uuid)
language plpgsql as $$
declare
  slot draft_slot;
begin
  insert into draft_slot (project_id, state, urgency, due_at, attempts, epoch, waiting_job)
  values (asking_project, 'ready', wished_urgency, wished_due, 0, 0, new_job)
  on conflict do nothing;
  if found then
    outcome := 'enqueued';
  else
    select * into slot from draft_slot where project_id = asking_project for update;
    if exists (
      select from draft_request
       where project_id = asking_project and summary_hash = hash and at > recent)
    then
      return;
    end if;
  end if;

  if slot.state = 'idle' then
    update draft_slot
       set state = 'ready', urgency = wished_urgency, due_at = wished_due, waiting_job = new_job
     where project_id = asking_project;
    outcome := 'enqueued';
  end if;

  if outcome = 'enqueued' then
    job := new_job;
    insert into draft_job
      (project_id, id, session_id, kind, status, urgency, summary, message_pointers, transcript_anchors,
       prompt_context, created_at)
    values
      (asking_project, new_job, asking_session, 'update', 'queued', wished_urgency, wished_summary,
       wished_pointers, wished_anchors, wished_context, asked_at);
  else
    update draft_job
       set urgency = greatest(urgency, wished_urgency),
           summary = case when has_summary then wished_summary else summary end,
           message_pointers = draft_union(message_pointers, wished_pointers),
           transcript_anchors = draft_union(transcript_anchors, wished_anchors),
           prompt_context = prompt_context || wished_context
     where project_id = asking_project and id = slot.waiting_job and kind = 'update'
       and answer is null and attempts = 0;
    if not found then
      return;
    end if;
    outcome := 'merged';
    job := slot.waiting_job;
    if wished_urgency > slot.urgency or wished_due < slot.due_at then
      update draft_slot
         set urgency = greatest(urgency, wished_urgency), due_at = least(due_at, wished_due)
       where project_id = asking_project;
    end if;
  end if;

  insert into draft_request (project_id, summary_hash, urgency, job_id, at)
  values (asking_project, hash, wished_urgency, job, asked_at)
  on conflict (project_id, summary_hash) do update
    set urgency = excluded.urgency, job_id = excluded.job_id, at = excluded.at;
end
$$;
