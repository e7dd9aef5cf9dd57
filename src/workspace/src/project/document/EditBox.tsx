import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useGrowing } from '../../app/useGrowing';
import type { Block, Document } from '../../http/contract';
import { standingOf } from './editing';
import './EditBox.css';
import type { EditDesk } from './useEditing';

/** The paragraph's Markdown while somebody writes on it. */
export function EditBox({ desk, document }: { desk: EditDesk; document: Document }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const { editing, saving, problem } = desk;
  const text = editing?.text ?? '';
  useGrowing(box, text);
  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  if (editing === null) return null;

  const onKeyDown = (press: KeyboardEvent) => {
    if (press.nativeEvent.isComposing) return;
    if (press.key === 'Escape') desk.cancel();
    else if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) void desk.save();
    else return;
    press.preventDefault();
  };

  const standing = standingOf(editing, document);
  return (
    <div className="edit-box" onKeyDown={onKeyDown}>
      <div role="alert">
        {standing.kind === 'changed' && <Meanwhile block={standing.block} />}
        {standing.kind === 'removed' && (
          <p className="problem">
            This paragraph was removed meanwhile. Save puts your text back as a new one.
          </p>
        )}
        {standing.kind === 'same' && problem !== null && <p className="problem">{problem}</p>}
      </div>
      <label htmlFor={id}>{editing.place.over === null ? 'New paragraph' : 'Edit paragraph'}</label>
      <textarea
        id={id}
        ref={box}
        rows={3}
        value={text}
        readOnly={saving}
        aria-describedby={`${id}-keys`}
        onChange={({ target }) => desk.type(target.value)}
      />
      <div className="edit-actions">
        <button
          type="button"
          className="primary"
          disabled={saving || text.trim() === ''}
          onClick={() => void desk.save()}
        >
          Save
        </button>
        <button type="button" disabled={saving} onClick={desk.cancel}>
          Cancel
        </button>
        <p id={`${id}-keys`} className="hint">
          {saving ? 'Saving…' : 'Markdown. Ctrl+Enter saves, Escape cancels.'}
        </p>
      </div>
    </div>
  );
}

function Meanwhile({ block }: { block: Block }) {
  return (
    <div className="meanwhile">
      <p>This paragraph was changed while you were writing. It now reads:</p>
      <blockquote>{block.markdown}</blockquote>
      <p>Your text is kept below. Save puts it in place of this; Cancel leaves this as it is.</p>
    </div>
  );
}
