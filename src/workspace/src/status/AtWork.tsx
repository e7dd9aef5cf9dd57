import { duration } from '../app/phrases';
import { useNow } from '../app/useNow';

/** For how long a job has been at work, counting. */
export function AtWork({ since }: { since: string }) {
  const now = useNow(1_000);
  return <span>at work for {duration(Math.max(0, now - Date.parse(since)))}</span>;
}
