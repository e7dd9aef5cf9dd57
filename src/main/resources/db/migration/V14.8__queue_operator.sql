-- The operator finds jobs over all projects: by status, newest first, and one by its id alone.
create index draft_job_by_status on draft_job (status, id);
