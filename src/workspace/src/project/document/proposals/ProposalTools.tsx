import type { Proposal } from '../../../http/contract';
import { focusBlock } from '../blocks';
import { focusProposal, proposalAfter } from './focus';
import type { ProposalDesk } from './useProposals';

/** Accept, take it in one's own words, or reject. */
export function ProposalTools({ proposal, desk }: { proposal: Proposal; desk: ProposalDesk }) {
  const busy = desk.deciding !== null;
  const decided = (decision: Promise<void>) => {
    const next = proposalAfter(proposal.id);
    void decision.then(() => {
      if (next !== null) focusProposal(next);
      else if (proposal.blockId !== null) focusBlock(proposal.blockId);
    });
  };
  return (
    <div className="edit-actions">
      <button
        type="button"
        className="primary"
        aria-disabled={busy}
        onClick={() => decided(desk.accept(proposal))}
      >
        Accept
      </button>
      {proposal.proposed !== null && (
        <button type="button" aria-disabled={busy} onClick={() => desk.write(proposal)}>
          Edit and accept
        </button>
      )}
      <button type="button" aria-disabled={busy} onClick={() => decided(desk.reject(proposal))}>
        Reject
      </button>
    </div>
  );
}
