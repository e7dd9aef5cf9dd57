import type { ReactNode } from 'react';
import { Link } from '../app/address';
import { Waiting } from '../app/Waiting';
import { inFull } from '../app/usage';
import type { JobInFull } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { turnHref } from '../project/views';
import { usePolling } from './usePolling';
import { startOf } from './words';

/** All that the queue knows of one job; what there is nothing of is left out. */
export function JobDetails({ id }: { id: string }) {
  const { value: job, problem, reload } = useAnswer<JobInFull>(`/api/queue/jobs/${id}`);
  usePolling(reload);
  if (job === null) return <Waiting for="the job" problem={problem} retry={reload} />;
  const { request, usage } = job;
  return (
    <dl className="queue-details">
      <Fact name="Job">{job.id}</Fact>
      <Fact name="Starts">{startOf(job, Date.now())}</Fact>
      <Fact name="Worker">{job.worker}</Fact>
      <Fact name="Epoch">{job.epoch > 0 && String(job.epoch)}</Fact>
      <Fact name="Taken in by">{job.mergedInto}</Fact>
      <Fact name="Points to">{request.messagePointers.length > 0 && <Pointers job={job} />}</Fact>
      <Fact name="Context">
        {Object.keys(request.promptContext).length > 0 && JSON.stringify(request.promptContext)}
      </Fact>
      <Fact name="Model">{usage && inFull(usage)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Pointers({ job: { projectId, request } }: { job: JobInFull }) {
  return (
    <ul>
      {request.messagePointers.map((turn) => (
        <li key={turn.sessionId + turn.itemId}>
          <Link href={turnHref(projectId, turn)}>{turn.itemId}</Link>
        </li>
      ))}
    </ul>
  );
}
