import type { Proposal } from '../../../http/contract';
import type { Desk } from '../desk';
import { onward } from './focus';

/** Accept, take it in one's own words, or reject. */
export function ProposalTools({ proposal, desk }: { proposal: Proposal; desk: Desk }) {
  const { proposals, editing } = desk;
  const { sectionId, proposed, reason } = proposal;
  const gone = reason === 'gone';
  const busy = proposals.deciding !== null;
  const decide = (how: 'accept' | 'reject') => {
    const goOn = onward(proposal);
    void proposals[how](proposal).then((done) => done && goOn());
  };
  return (
    <div className="edit-actions">
      {!gone && (
        <button
          type="button"
          className="primary"
          aria-disabled={busy}
          onClick={() => decide('accept')}
        >
          Accept
        </button>
      )}
      {!gone && proposed !== null && (
        <button type="button" aria-disabled={busy} onClick={() => proposals.write(proposal)}>
          Edit and accept
        </button>
      )}
      {gone && proposed !== null && (
        <button type="button" onClick={() => editing.keep(sectionId, null, proposed)}>
          Make it a new paragraph
        </button>
      )}
      <button type="button" aria-disabled={busy} onClick={() => decide('reject')}>
        Reject
      </button>
    </div>
  );
}
