import { count } from '../../../app/phrases';
import type { Document, Section } from '../../../http/contract';
import { sectionAnchor } from '../../views';
import type { Desk } from '../desk';
import { above } from './places';

interface Props {
  section: Section;
  document: Document;
  desk: Desk;
  close: () => void;
}

export function AskRemoval({ section, document: book, desk, close }: Props) {
  const { id, heading, blocks } = section;
  const question =
    blocks.length === 0
      ? `Remove “${heading}”?`
      : `Remove “${heading}” with its ${count(blocks.length, 'paragraph')}?`;
  const remove = async () => {
    const next = above(book, id) ?? book.sections[1];
    const now = await desk.changes.change(
      { type: 'removeSection', sectionId: id },
      `“${heading}” is removed.`,
    );
    if (now !== null && next !== undefined)
      document.getElementById(sectionAnchor(next.id))?.focus();
  };
  return (
    <div
      className="section-tools ask-removal"
      role="group"
      aria-label={question}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <p>
        {question} <span className="hint">It stays in the history.</span>
      </p>
      <button type="button" autoFocus onClick={close}>
        Keep it
      </button>
      <button type="button" className="danger" onClick={() => void remove()}>
        Remove it
      </button>
    </div>
  );
}
