import { useId, useState, type FormEvent } from 'react';

interface Props {
  label: string;
  begin: string;
  action: string;
  /** Gives whether it is done; what was typed stays where it is not. */
  done: (heading: string) => Promise<boolean>;
  close: () => void;
}

/** One line for a heading. */
export function HeadingBox({ label, begin, action, done, close }: Props) {
  const id = useId();
  const [text, setText] = useState(begin);
  const [saving, setSaving] = useState(false);

  const save = async (submitted: FormEvent) => {
    submitted.preventDefault();
    const heading = text.trim();
    if (heading === '' || saving) return;
    if (heading === begin) return close();
    setSaving(true);
    // Done, the box is gone.
    if (!(await done(heading))) setSaving(false);
  };

  return (
    <form
      className="heading-box"
      onSubmit={(submitted) => void save(submitted)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoFocus
        maxLength={200}
        value={text}
        readOnly={saving}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="edit-actions">
        <button type="submit" className="primary" disabled={saving || text.trim() === ''}>
          {action}
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
