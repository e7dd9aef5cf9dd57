import { memo } from 'react';
import type { LiveItem } from '../http/contract';
import { StatusBadge } from '../status/StatusBadge';
import { useCaption, type Captions } from './captions';
import { isGoing } from './conversation';
import { progressOf } from './progress';

interface Props {
  item: LiveItem;
  /** How the client is named here. */
  client: string;
  captions: Captions;
}

/** One finished turn, or one line about a draft; nothing for what only machines say to each other. */
export const LiveTurn = memo(function LiveTurn({ item, client, captions }: Props) {
  if (item.role === 'system') return <DraftLine text={item.text} />;
  return (
    <li className="said" data-role={item.role}>
      <p className="said-by">{item.role === 'user' ? client : 'Interviewer'}</p>
      {isGoing(item) ? (
        <Caption itemId={item.itemId} captions={captions} />
      ) : (
        <p className="said-text">
          {item.text}
          {item.state === 'incomplete' && <span className="cut-off"> … (cut off)</span>}
          {item.state === 'failed' && <span className="cut-off">(not understood)</span>}
        </p>
      )}
    </li>
  );
});

function Caption({ itemId, captions }: { itemId: string; captions: Captions }) {
  return (
    <p className="said-text" data-going>
      {useCaption(captions, itemId)}
    </p>
  );
}

function DraftLine({ text }: { text: string }) {
  const progress = progressOf(text);
  if (progress === null) return null;
  return (
    <li className="draft-line">
      <span className="unseen">Draft: </span>
      <StatusBadge status={progress.status} />
      <p>{progress.sentence}</p>
    </li>
  );
}
