import { Link } from '../app/address';
import type { JobStatus, Queue } from '../http/contract';
import { STATUSES } from './words';

/** How many drafts there are of each status; each count leads to its drafts. */
export function Filters({ counts, filter }: { counts: Queue['counts']; filter: JobStatus | null }) {
  const all = STATUSES.reduce((sum, { status }) => sum + counts[status], 0);
  return (
    <nav className="queue-filters" aria-label="Drafts by status">
      <ul>
        <li>
          <Count href="/queue" label="All" count={all} here={filter === null} />
        </li>
        {STATUSES.map(({ status, label }) => (
          <li key={status}>
            <Count
              href={`/queue?status=${status}`}
              label={label}
              count={counts[status]}
              here={filter === status}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Count(props: { href: string; label: string; count: number; here: boolean }) {
  const { href, label, count, here } = props;
  return (
    <Link href={href} aria-current={here ? 'page' : undefined}>
      {label} <span className="queue-count">{count.toLocaleString('en')}</span>
    </Link>
  );
}
