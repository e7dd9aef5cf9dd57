import { Link } from '../app/address';
import { Time } from '../app/Time';
import { usePageTitle } from '../app/usePageTitle';
import { Waiting } from '../app/Waiting';
import type { Person, Queue } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { Filters } from './Filters';
import { JobEntry } from './JobEntry';
import { LongTransactions } from './LongTransactions';
import './QueuePage.css';
import { usePolling } from './usePolling';
import { useVerbs, type Verbs } from './useVerbs';
import { noneOf, statusOf } from './words';

/** The drafts of all projects, one by one, and what the operator can do about them. */
export function QueuePage({ person, status }: { person: Person; status: string | null }) {
  usePageTitle('Queue');
  return (
    <div className="page queue">
      <h1>Queue</h1>
      {person.operator ? (
        <Drafts filter={statusOf(status)} />
      ) : (
        <p>
          Only an operator may see the drafts of all projects. Those of one project are on its page,
          under Jobs. <Link href="/">All projects</Link>
        </p>
      )}
    </div>
  );
}

function Drafts({ filter }: { filter: ReturnType<typeof statusOf> }) {
  const path = filter === null ? '/api/queue' : `/api/queue?status=${filter}`;
  const { value: queue, problem, reload } = useAnswer<Queue>(path);
  const verbs = useVerbs(reload);
  usePolling(reload);

  if (queue === null) return <Waiting for="the queue" problem={problem} retry={reload} />;
  const jobs = queue.jobs.filter(({ status }) => filter === null || status === filter);
  return (
    <>
      {problem !== null && (
        <p className="problem" role="alert">
          This is how the queue stood a while ago. {problem.message}
        </p>
      )}
      <LongTransactions open={queue.longTransactions} />
      <Head oldest={queue.oldestQueuedAt} verbs={verbs} />
      <Filters counts={queue.counts} filter={filter} />
      {jobs.length === 0 && <p className="queue-empty">{noneOf(filter)}</p>}
      <ol className="queue-jobs">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobEntry job={job} verbs={verbs} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Head({ oldest, verbs }: { oldest: string | null; verbs: Verbs }) {
  const { said, busy, drain } = verbs;
  return (
    <div className="queue-head">
      <p>
        {oldest === null ? (
          'Nothing waits.'
        ) : (
          <>
            The oldest that waits was asked for <Time at={oldest} />.
          </>
        )}
      </p>
      <button type="button" aria-disabled={busy} onClick={() => void (busy || drain())}>
        Start all that waits
      </button>
      <p role="status" className="queue-said" data-tone={said?.tone ?? 'quiet'}>
        {said?.text ?? ''}
      </p>
    </div>
  );
}
