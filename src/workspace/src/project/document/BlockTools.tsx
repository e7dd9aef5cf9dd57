import { useState } from 'react';
import type { Block, Document } from '../../http/contract';
import type { EditDesk } from './useEditing';

interface Props {
  document: Document;
  block: Block;
  editing: EditDesk;
}

export function BlockTools({ document, block, editing }: Props) {
  const [sure, setSure] = useState(false);
  const section = document.sections.find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  if (sure) {
    return (
      <div className="block-tools" role="group" aria-label="Remove this paragraph?">
        <p>Remove this paragraph?</p>
        <button type="button" autoFocus onClick={() => setSure(false)}>
          Keep it
        </button>
        <button type="button" className="danger" onClick={() => void editing.remove(block.id)}>
          Remove it
        </button>
      </div>
    );
  }
  return (
    <div className="block-tools">
      <button
        type="button"
        aria-keyshortcuts="E"
        title="Edit this paragraph (E)"
        onClick={() => editing.edit(block.id)}
      >
        Edit
      </button>
      {section !== undefined && (
        <button
          type="button"
          className="plain"
          onClick={() => editing.addAfter(section.id, block.id)}
        >
          Add below
        </button>
      )}
      <button type="button" className="plain" onClick={() => setSure(true)}>
        Remove
      </button>
    </div>
  );
}
