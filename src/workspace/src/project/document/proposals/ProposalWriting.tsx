import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useGrowing } from '../../../app/useGrowing';
import type { Desk } from '../desk';
import { onward } from './focus';
import type { Writing } from './useProposals';

/** The proposal's words while somebody puts them into their own. */
export function ProposalWriting({ writing, desk }: { writing: Writing; desk: Desk }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { proposal, text, orphaned } = writing;
  const { accept, type, leave, deciding } = desk.proposals;
  useGrowing(box, text);
  useEffect(() => box.current?.focus(), []);

  const keepAsParagraph = () => {
    if (desk.editing.keep(proposal.sectionId, proposal.blockId, text)) leave();
  };
  const save = () => {
    if (text.trim() === '' || deciding !== null) return;
    if (orphaned) keepAsParagraph();
    else {
      const goOn = onward(proposal);
      void accept(proposal, text).then((done) => done && goOn());
    }
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.nativeEvent.isComposing) return;
    if (press.key === 'Escape' && !orphaned) leave();
    else if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) save();
    else return;
    press.preventDefault();
  };

  return (
    <div className="proposal-writing" onKeyDown={onKeyDown}>
      <div role="alert">
        {orphaned && (
          <p className="problem">
            Somebody has decided on this proposal meanwhile. Your text is kept: it can go into the
            document as a paragraph of its own.
          </p>
        )}
      </div>
      <label htmlFor={id}>In your words</label>
      <textarea
        id={id}
        ref={box}
        rows={3}
        value={text}
        readOnly={deciding === proposal.id}
        aria-describedby={`${id}-keys`}
        onChange={({ target }) => type(target.value)}
      />
      <div className="edit-actions">
        <button
          type="button"
          className="primary"
          aria-disabled={deciding !== null || text.trim() === ''}
          onClick={save}
        >
          {orphaned ? 'Make it a new paragraph' : 'Accept so'}
        </button>
        <button type="button" onClick={leave}>
          Cancel
        </button>
        <p id={`${id}-keys`} className="hint">
          Markdown. Ctrl+Enter accepts, Escape cancels.
        </p>
      </div>
    </div>
  );
}
