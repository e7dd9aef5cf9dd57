import { memo } from 'react';
import type { Block } from '../../http/contract';
import './BlockView.css';

interface Props {
  block: Block;
  /** Which one of its section it is, counted from 1. */
  place: number;
  selected: boolean;
  changed: boolean;
  tabStop: boolean;
}

/** One paragraph, list or quote as it reads, with a small note where it is not simply what the client said. */
export const BlockView = memo(function BlockView({
  block,
  place,
  selected,
  changed,
  tabStop,
}: Props) {
  const note = noteOf(block);
  return (
    <div className="block">
      <div
        className="block-text"
        data-block={block.id}
        data-kind={block.kind}
        data-selected={selected || undefined}
        data-changed={changed || undefined}
        role="group"
        aria-label={`${KINDS[block.kind]} ${place}`}
        aria-current={selected || undefined}
        aria-describedby="block-keys"
        tabIndex={tabStop ? 0 : -1}
        // The one place where HTML of the server's enters the page; the server has sanitised it.
        dangerouslySetInnerHTML={{ __html: block.html }}
      />
      {note !== null && <p className="block-note">{note}</p>}
    </div>
  );
});

const KINDS: Record<Block['kind'], string> = {
  paragraph: 'Paragraph',
  list: 'List',
  quote: 'Quote',
};

function noteOf({ origin, grounding }: Block): string | null {
  if (origin === 'human') return 'written by hand';
  return grounding === 'connective' ? 'connective' : null;
}
