import { count, duration } from '../../app/phrases';
import { Time } from '../../app/Time';
import { cost, tokens } from '../../app/usage';
import { Waiting } from '../../app/Waiting';
import type { Job } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import { AtWork } from '../../status/AtWork';
import { StatusBadge } from '../../status/StatusBadge';
import type { Drafting } from '../useDrafting';
import './JobsView.css';

interface Props {
  projectId: string;
  stale: number;
  canWrite: boolean;
  drafting: Drafting;
}

/** The drafts asked for, newest first, with what became of each. */
export function JobsView({ projectId, stale, canWrite, drafting }: Props) {
  const { value, problem, reload } = useAnswer<Job[]>(`/api/projects/${projectId}/jobs`, stale);
  if (value === null) return <Waiting for="the jobs" problem={problem} retry={reload} />;
  return (
    <section className="jobs" aria-labelledby="jobs-heading">
      <h2 id="jobs-heading">Jobs</h2>
      {value.length === 0 && <p>No draft has been asked for yet.</p>}
      <ol className="job-list">
        {value.map((job) => (
          <li key={job.id}>
            <JobEntry job={job} again={canWrite ? drafting.again : null} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function JobEntry({ job, again }: { job: Job; again: Drafting['again'] | null }) {
  const { status, urgency, summary, generatedSummary, error } = job;
  const ended = status === 'error' || status === 'cancelled';
  return (
    <article className="job" data-status={status}>
      <p className="job-head">
        {status === 'cancelled' ? (
          <span className="job-cancelled">cancelled</span>
        ) : (
          <StatusBadge status={status} />
        )}
        <span>
          asked <Time at={job.createdAt} />
        </span>
      </p>
      {summary && <p className="job-asked">“{summary}”</p>}
      {generatedSummary && <p className="job-outcome">{generatedSummary}</p>}
      {error && <p className="problem">{error}</p>}
      <p className="job-facts">
        {job.kind === 'refine' && <span>for one section</span>}
        <span>{urgency} urgency</span>
        {job.attempts > 0 && <span>{count(job.attempts, 'attempt')}</span>}
        {status === 'running' && <AtWork since={job.startedAt ?? job.createdAt} />}
        {job.durationMs !== null && <span>took {duration(job.durationMs)}</span>}
        {tokens(job.usage) !== '' && <span>{tokens(job.usage)}</span>}
        {cost(job.usage) !== '' && <span>{cost(job.usage)}</span>}
        {job.completedAt !== null && (
          <span>
            ended <Time at={job.completedAt} />
          </span>
        )}
      </p>
      {ended && again !== null && (
        <button type="button" onClick={() => void again(job.id)}>
          Try again
        </button>
      )}
    </article>
  );
}
