-- Refinements wait beside the one waiting update: what is asked again and what comes next is found among the open ones.
create index draft_job_refine_open on draft_job (project_id, status)
  where kind = 'refine' and status in ('queued', 'running');
