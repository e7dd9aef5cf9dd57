import type { KeyboardEvent } from 'react';
import type { Document, Section } from '../../../http/contract';
import { sectionAnchor } from '../../views';
import type { Desk } from '../desk';
import { above, moved } from './places';
import { focusTools, type Open } from './SectionHead';

interface Props {
  section: Section;
  document: Document;
  desk: Desk;
  open: (what: Open) => void;
  close: () => void;
}

export function SectionTools({ section, document: book, desk, open, close }: Props) {
  const { id, heading, locked } = section;
  const before = above(book, id);
  const move = (way: 'up' | 'down') => {
    const edit = moved(book, id, way);
    if (edit === null) return;
    // What is moved in the page loses the focus.
    void desk.changes
      .change(edit, `“${heading}” is moved ${way}.`)
      .then((now) => now !== null && focusTools(id));
  };
  const merge = async () => {
    if (before === null) return;
    const edit = { type: 'mergeSection', sectionId: id, intoSectionId: before.id } as const;
    const now = await desk.changes.change(edit, `“${heading}” is part of “${before.heading}” now.`);
    if (now !== null) document.getElementById(sectionAnchor(before.id))?.focus();
  };
  const escape = (press: KeyboardEvent) => {
    if (press.key === 'Escape') close();
  };

  return (
    <div
      className="section-tools"
      role="group"
      aria-label={`Tools for ${heading}`}
      onKeyDown={escape}
    >
      <button type="button" autoFocus onClick={() => open('rename')}>
        Rename
      </button>
      <button type="button" onClick={() => open('refine')}>
        Refine this section
      </button>
      <button type="button" onClick={() => void desk.mark(id, { locked: !locked }).then(close)}>
        {locked ? 'Unlock' : 'Lock'}
      </button>
      {moved(book, id, 'up') !== null && (
        <button type="button" onClick={() => move('up')}>
          Move up
        </button>
      )}
      {moved(book, id, 'down') !== null && (
        <button type="button" onClick={() => move('down')}>
          Move down
        </button>
      )}
      {before !== null && (
        <button type="button" onClick={() => void merge()}>
          Merge with the one above
        </button>
      )}
      <button type="button" className="danger" onClick={() => open('remove')}>
        Remove
      </button>
    </div>
  );
}
