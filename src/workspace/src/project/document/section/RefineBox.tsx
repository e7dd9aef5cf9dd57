import { useId, useRef, type KeyboardEvent } from 'react';
import { useGrowing } from '../../../app/useGrowing';
import type { Section } from '../../../http/contract';
import type { Desk } from '../desk';
import { LONGEST } from '../useRefining';

interface Props {
  section: Section;
  desk: Desk;
  close: () => void;
}

/** What the drafter is to do to this section, in the person's own words. */
export function RefineBox({ section, desk: { refining }, close }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const text = refining.textFor(section.id);
  const problem = refining.problemWith(section.id);
  useGrowing(box, text);

  const send = async () => {
    if (text.trim() !== '' && (await refining.ask(section.id))) close();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.nativeEvent.isComposing) return;
    if (press.key === 'Escape') close();
    else if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) void send();
    else return;
    press.preventDefault();
  };

  return (
    <div className="heading-box" onKeyDown={onKeyDown}>
      <label htmlFor={id}>What should be different in “{section.heading}”?</label>
      <textarea
        id={id}
        ref={box}
        rows={2}
        autoFocus
        maxLength={LONGEST}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => refining.type(section.id, target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        For example: make it shorter; more about the harbour. Only this section changes, and nothing
        that was written by hand. Ctrl+Enter sends.
      </p>
      <div role="alert">{problem !== null && <p className="problem">{problem}</p>}</div>
      <div className="edit-actions">
        <button
          type="button"
          className="primary"
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          Refine
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}
