import { memo } from 'react';
import type { Item } from '../../http/contract';

export const turnAnchor = ({ sessionId, itemId }: { sessionId: string; itemId: string }) =>
  `turn-${sessionId}-${itemId}`;

interface Props {
  item: Item;
  /** Which one of its conversation it is, counted from 1. */
  number: number;
  wanted: boolean;
}

export const Turn = memo(function Turn({ item, number, wanted }: Props) {
  const { speaker, role, client, text } = item;
  return (
    <article
      id={turnAnchor(item)}
      className="turn"
      tabIndex={-1}
      aria-label={`Turn ${number}`}
      data-evidence={client || undefined}
      data-wanted={wanted || undefined}
    >
      <p className="turn-head">
        {client && <span className="evidence-mark" role="img" aria-label="Evidence" />}
        <span className="speaker">{speaker || nameless(role)}</span>
        <span className="turn-number">turn {number}</span>
      </p>
      <p className="turn-text">{text}</p>
    </article>
  );
});

function nameless(role: Item['role']): string {
  switch (role) {
    case 'user':
      return 'Client';
    case 'assistant':
      return 'Interviewer';
    case 'system':
      return 'System';
  }
}
