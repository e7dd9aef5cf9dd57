import { memo } from 'react';
import type { Block } from '../../http/contract';
import './BlockView.css';

interface Props {
  block: Block;
  label: string;
  selected: boolean;
  changed: boolean;
  tabStop: boolean;
}

/** One paragraph, list or quote as it reads, with a small note where it is not simply what the client said. */
export const BlockView = memo(function BlockView({
  block,
  label,
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
        aria-label={label}
        aria-describedby="block-keys"
        tabIndex={tabStop ? 0 : -1}
        // The one place where HTML of the server's enters the page; the server has sanitised it.
        dangerouslySetInnerHTML={{ __html: block.html }}
      />
      {note !== null && <p className="block-note">{note}</p>}
    </div>
  );
});

function noteOf({ origin, grounding }: Block): string | null {
  if (origin === 'human') return 'written by hand';
  return grounding === 'connective' ? 'connective' : null;
}
