import { once } from '../../app/once';
import { count } from '../../app/phrases';
import { Link } from '../../app/address';
import type { Document } from '../../http/contract';
import { viewHref } from '../views';
import type { Desk } from './desk';
import { focusNextProposal } from './proposals/focus';

interface Props {
  projectId: string;
  document: Document;
  desk: Desk;
}

/** Above the document: which version this is, the way back, and what waits to be decided. */
export function DocumentBar({ projectId, document: { version }, desk }: Props) {
  const waiting = desk.proposals.open.length;
  return (
    <div className="document-bar">
      <p>
        <Link href={viewHref(projectId, 'history')}>Version {version}</Link>
      </p>
      {desk.canWrite && (
        <button
          type="button"
          className="plain"
          title="Takes back the last change, whoever made it"
          aria-disabled={desk.changes.goingBack}
          onClick={once(() => void desk.changes.undo(version))}
        >
          Undo the last change
        </button>
      )}
      <div aria-live="polite">
        {waiting > 0 && (
          <button type="button" onClick={focusNextProposal}>
            {count(waiting, 'proposal')}
            {desk.canWrite ? ' to decide' : ''}
          </button>
        )}
      </div>
    </div>
  );
}
