import type { Job } from '../../../http/contract';
import type { RefineDesk } from '../useRefining';

interface Props {
  sectionId: string;
  refining: RefineDesk;
  again: () => void;
  canWrite: boolean;
}

/** How far the work on this section is that was last asked for here. */
export function RefineState({ sectionId, refining, again, canWrite }: Props) {
  const job = refining.jobFor(sectionId);
  const over = job !== null && job.status !== 'queued' && job.status !== 'running';
  return (
    <div className="refine-state" aria-live="polite">
      {job !== null && (
        <p data-status={job.status}>
          {sentenceOf(job)}{' '}
          {job.status === 'error' && canWrite && (
            <button type="button" className="plain" onClick={again}>
              Ask again
            </button>
          )}
          {over && (
            <button
              type="button"
              className="plain"
              onClick={() => refining.putAside(sectionId)}
              aria-label="Close what came of refining"
            >
              Close
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function sentenceOf({ status, generatedSummary, error }: Job): string {
  switch (status) {
    case 'queued':
      return 'Asked for; it waits for its turn.';
    case 'running':
      return 'This section is being refined…';
    case 'complete':
      return generatedSummary || 'This section is refined.';
    case 'error':
      return `Refining failed: ${error ?? 'its job says why.'}`;
    case 'cancelled':
      return 'Refining was cancelled.';
  }
}
