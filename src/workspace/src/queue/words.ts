import { count, exactly } from '../app/phrases';
import type { JobInFull, JobStatus, QueuedJob } from '../http/contract';

/** The statuses in the order in which they are shown, with what the operator calls them. */
export const STATUSES: { status: JobStatus; label: string; none: string }[] = [
  { status: 'queued', label: 'Waiting', none: 'No draft waits.' },
  { status: 'running', label: 'Drafting', none: 'Nobody is drafting.' },
  { status: 'error', label: 'Failed', none: 'No draft has failed.' },
  { status: 'complete', label: 'Done', none: 'No draft is done.' },
  { status: 'cancelled', label: 'Cancelled', none: 'No draft was cancelled.' },
];

/** What the address filters by; null where it names no status. */
export const statusOf = (asked: string | null): JobStatus | null =>
  STATUSES.find(({ status }) => status === asked)?.status ?? null;

export const noneOf = (filter: JobStatus | null): string =>
  STATUSES.find(({ status }) => status === filter)?.none ?? 'No draft has been asked for yet.';

export const released = (drafts: number): string =>
  drafts === 0 ? 'Nothing waits for its time.' : `${count(drafts, 'waiting draft')} may start now.`;

/** When a draft that waits will start; null for one that does not wait. */
export function startOf({ status, due }: JobInFull, now: number): string | null {
  if (status !== 'queued') return null;
  if (due === null) return 'After another draft of this project that comes before it.';
  return Date.parse(due) <= now ? 'As soon as its turn comes.' : `Not before ${exactly(due)}.`;
}

export const mayCancel = (status: JobStatus) => status === 'queued' || status === 'running';

export const mayRetry = ({ status, mergedInto }: QueuedJob) =>
  status === 'error' || (status === 'cancelled' && mergedInto === null);
