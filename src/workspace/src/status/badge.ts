import type { JobStatus } from '../http/contract';

/** What the badge says for each status of a job; `null` clears it. The only place that maps one to the other. */
export const BADGE: Record<JobStatus, string | null> = {
  queued: 'queued',
  running: 'drafting',
  complete: 'done',
  error: 'failed',
  cancelled: null,
};

export const isWaitingOrAtWork = (status: JobStatus | undefined) =>
  status === 'queued' || status === 'running';
