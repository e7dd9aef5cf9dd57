import type { JobStatus } from '../http/contract';
import { BADGE } from './badge';
import './StatusBadge.css';

/** The badge of one job among others. */
export function StatusBadge({ status }: { status: JobStatus }) {
  const word = BADGE[status];
  return word === null ? null : (
    <span className="badge" data-status={status}>
      {word}
    </span>
  );
}

/** The badge of a whole project. It stays in place while empty, so that its changes are read out. */
export function LiveStatusBadge({ status }: { status: JobStatus | undefined }) {
  return (
    <span className="badge" role="status" data-status={status ?? 'none'}>
      {status === undefined ? '' : BADGE[status]}
    </span>
  );
}
