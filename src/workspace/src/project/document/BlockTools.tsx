import { useState } from 'react';
import type { Block, Document, Section } from '../../http/contract';
import { sectionAnchor } from '../views';
import type { Desk } from './desk';
import { focusWhenThere } from './focusWhenThere';
import { HeadingBox } from './section/HeadingBox';

interface Props {
  document: Document;
  block: Block;
  desk: Desk;
}

export function BlockTools({ document, block, desk }: Props) {
  const [open, setOpen] = useState<'remove' | 'split' | null>(null);
  const section = document.sections.find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  const close = () => setOpen(null);
  if (open === 'remove') return <AskRemoval block={block} desk={desk} close={close} />;
  if (open === 'split' && section !== undefined)
    return <SplitBox section={section} block={block} desk={desk} close={close} />;
  return (
    <div className="block-tools">
      <button
        type="button"
        aria-keyshortcuts="E"
        title="Edit this paragraph (E)"
        onClick={() => desk.editing.edit(block.id)}
      >
        Edit
      </button>
      {section !== undefined && (
        <button
          type="button"
          className="plain"
          onClick={() => desk.editing.addAfter(section.id, block.id)}
        >
          Add below
        </button>
      )}
      {section !== undefined && section.blocks[0]?.id !== block.id && (
        <button type="button" className="plain" onClick={() => setOpen('split')}>
          Split here
        </button>
      )}
      <button type="button" className="plain" onClick={() => setOpen('remove')}>
        Remove
      </button>
    </div>
  );
}

interface BoxProps {
  block: Block;
  desk: Desk;
  close: () => void;
}

function AskRemoval({ block, desk, close }: BoxProps) {
  return (
    <div className="block-tools" role="group" aria-label="Remove this paragraph?">
      <p>Remove this paragraph?</p>
      <button type="button" autoFocus onClick={close}>
        Keep it
      </button>
      <button
        type="button"
        className="danger"
        onClick={() => void desk.editing.remove(block.id).then(close)}
      >
        Remove it
      </button>
    </div>
  );
}

/** The paragraph and what follows it in its section get a section of their own. */
function SplitBox({ section, block, desk, close }: BoxProps & { section: Section }) {
  const split = async (heading: string) => {
    const now = await desk.changes.change(
      { type: 'splitSection', sectionId: section.id, beforeBlockId: block.id, heading },
      `“${heading}” begins here now.`,
    );
    if (now === null) return false;
    close();
    const made = now.sections.find(({ blocks }) => blocks[0]?.id === block.id);
    if (made !== undefined) focusWhenThere(sectionAnchor(made.id));
    return true;
  };
  return (
    <div className="split-box">
      <HeadingBox
        label="Heading of the section that begins here"
        begin=""
        action="Split"
        done={split}
        close={close}
      />
    </div>
  );
}
