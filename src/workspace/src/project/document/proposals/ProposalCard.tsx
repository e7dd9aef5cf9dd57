import { count } from '../../../app/phrases';
import { Time } from '../../../app/Time';
import type { Proposal } from '../../../http/contract';
import type { Desk } from '../desk';
import { WordDiff } from '../WordDiff';
import './ProposalCard.css';
import { ProposalTools } from './ProposalTools';
import { ProposalWriting } from './ProposalWriting';
import { reasonOf, titleOf } from './words';

/** What a draft proposes, beside what stands. */
export function ProposalCard({ proposal, desk }: { proposal: Proposal; desk: Desk }) {
  const { id, createdAt, sources } = proposal;
  const { writing, problemWith } = desk.proposals;
  const mine = writing?.proposal.id === id ? writing : null;
  const problem = problemWith(id);
  return (
    <div className="proposal" data-proposal={id} role="group" aria-label={titleOf(proposal)}>
      <p className="proposal-title" tabIndex={-1}>
        {titleOf(proposal)}
      </p>
      <Proposed proposal={proposal} />
      <p className="hint">
        {reasonOf(proposal)} {sources > 0 && <>It rests on {count(sources, 'passage')}. </>}
        Drafted <Time at={createdAt} />.
      </p>
      <div role="alert">{problem !== null && <p className="problem">{problem}</p>}</div>
      {mine !== null ? (
        <ProposalWriting writing={mine} desk={desk} />
      ) : (
        desk.canWrite && <ProposalTools proposal={proposal} desk={desk} />
      )}
    </div>
  );
}

function Proposed({ proposal: { type, parts, proposedHtml, before } }: { proposal: Proposal }) {
  // Where it only goes elsewhere its text stands above.
  if (type === 'move') return null;
  if (parts.length > 0 && before !== null) return <WordDiff parts={parts} />;
  // The server has sanitised it, as it has every block.
  return proposedHtml === null ? null : (
    <div className="proposed" dangerouslySetInnerHTML={{ __html: proposedHtml }} />
  );
}
