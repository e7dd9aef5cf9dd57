import { useId, useState } from 'react';
import { Link } from '../app/address';
import { count, duration } from '../app/phrases';
import { Time } from '../app/Time';
import { cost, tokens } from '../app/usage';
import type { QueuedJob } from '../http/contract';
import { viewHref } from '../project/views';
import { AtWork } from '../status/AtWork';
import { StatusBadge } from '../status/StatusBadge';
import { JobDetails } from './JobDetails';
import type { Verbs } from './useVerbs';
import { mayCancel, mayRetry } from './words';

export function JobEntry({ job, verbs }: { job: QueuedJob; verbs: Verbs }) {
  const [open, setOpen] = useState(false);
  const details = useId();
  const { status, summary, generatedSummary, error, projectId, projectTitle } = job;
  const verb = (name: string, act: Verbs['retry']) => (
    <button type="button" aria-disabled={verbs.busy} onClick={() => void (verbs.busy || act(job))}>
      {name}
      <span className="unseen"> the draft of {projectTitle}</span>
    </button>
  );
  return (
    <article className="queue-job" data-status={status} aria-label={`Draft of ${projectTitle}`}>
      <p className="queue-job-head">
        {status === 'cancelled' ? (
          <span className="queue-cancelled">{job.mergedInto ? 'joined another' : 'cancelled'}</span>
        ) : (
          <StatusBadge status={status} />
        )}
        <Link href={viewHref(projectId, 'jobs')}>{projectTitle}</Link>
        <span>
          asked <Time at={job.createdAt} />
        </span>
      </p>
      {summary && <p className="queue-asked">“{summary}”</p>}
      {generatedSummary && <p className="queue-outcome">{generatedSummary}</p>}
      {error && <p className="problem">{error}</p>}
      <Facts job={job} />
      <p className="queue-verbs">
        {mayRetry(job) && verb('Retry', verbs.retry)}
        {mayCancel(status) && verb('Cancel', verbs.cancel)}
        <button
          type="button"
          className="plain"
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          Details<span className="unseen"> of the draft of {projectTitle}</span>
        </button>
      </p>
      <div id={details}>{open && <JobDetails id={job.id} />}</div>
    </article>
  );
}

function Facts({ job }: { job: QueuedJob }) {
  return (
    <p className="queue-facts">
      {job.kind === 'refine' && <span>refines one section</span>}
      <span>{job.urgency} urgency</span>
      {job.attempts > 0 && <span>{count(job.attempts, 'attempt')}</span>}
      {job.status === 'running' && <AtWork since={job.startedAt ?? job.createdAt} />}
      {job.durationMs !== null && <span>took {duration(job.durationMs)}</span>}
      {tokens(job.usage) !== '' && <span>{tokens(job.usage)}</span>}
      {cost(job.usage) !== '' && <span>{cost(job.usage)}</span>}
      {job.completedAt !== null && (
        <span>
          ended <Time at={job.completedAt} />
        </span>
      )}
    </p>
  );
}
