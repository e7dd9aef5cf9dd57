-- Proposals are decided by people, or by a newer one for the same block.
alter table proposal
  -- the block that it would change; null where it brings a new one
  add column block_id uuid,
  add column person_id uuid,
  add column decided_at timestamptz;

update proposal set block_id = cast(edit ->> 'block' as uuid)
 where edit ->> 'type' in ('Replace', 'Remove', 'Move');

alter table proposal
  drop constraint proposal_state_check,
  add constraint proposal_state_check check (state in ('open', 'accepted', 'rejected', 'superseded')),
  add constraint proposal_decided_check check ((state = 'open') = (decided_at is null)),
  add constraint proposal_person_check check ((state in ('accepted', 'rejected')) = (person_id is not null));

create index proposal_open on proposal (project_id, id) where state = 'open';
create index proposal_by_job on proposal (project_id, job_id);
