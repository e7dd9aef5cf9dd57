import { exactly } from '../app/phrases';
import type { Queue } from '../http/contract';

/** Warns of transactions that are held open for long, and says what they do to the queue; nothing where there are none. */
export function LongTransactions({ open }: { open: Queue['longTransactions'] }) {
  if (open.length === 0) return null;
  return (
    <section className="queue-warning" aria-label="Open transactions">
      <h2>Somebody holds a transaction open</h2>
      <ul>
        {open.map(({ application, state, since }) => (
          <li key={`${application} ${state} ${since}`}>
            {application || 'A program without a name'}: {state} since{' '}
            <time dateTime={since}>{exactly(since)}</time>.
          </li>
        ))}
      </ul>
      <p>
        As long as it is open, PostgreSQL can clear nothing away behind the queue, and every draft
        starts a little later than the one before. Find the program and let it commit or end.
      </p>
    </section>
  );
}
