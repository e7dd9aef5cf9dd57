-- What the drafts of a month have cost is summed before each paid one, where there is a budget for all.
create index draft_job_spent on draft_job (started_at) where usage is not null;
