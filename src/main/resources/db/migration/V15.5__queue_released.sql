-- Since when a job that stands behind another need not wait for its time any more: the slot knows that of one job only.
alter table draft_job add column released_at timestamptz;
