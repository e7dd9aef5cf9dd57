import { useState } from 'react';
import { Link } from '../../app/address';
import { count } from '../../app/phrases';
import { Waiting } from '../../app/Waiting';
import type { Note } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import { turnHref } from '../../project/views';
import { useFresh } from './useFresh';

const KINDS: Record<Note['kind'], string> = {
  fact: 'Fact',
  story: 'Story',
  style: 'Style',
  voice: 'Voice',
};

/** More of them are shown when asked for. */
const SHOWN = 20;

/** What the interviewer has written down, newest first. */
export function NotesPart({ projectId, notes }: { projectId: string; notes: Answer<Note[]> }) {
  const { value, problem, reload } = notes;
  const [all, setAll] = useState(false);
  const fresh = useFresh(value === null ? null : value.map(({ id }) => id));
  if (value === null) return <Waiting for="the notes" problem={problem} retry={reload} />;
  if (value.length === 0) return <p className="side-remark">Nothing has been noted yet.</p>;
  return (
    <>
      <ul className="side-list">
        {value.slice(0, all ? undefined : SHOWN).map(({ id, kind, text, sessionId, itemId }) => (
          <li key={id} data-fresh={fresh.has(id) || undefined}>
            <p className="note-head">
              <span className="note-kind">{KINDS[kind]}</span>
              {sessionId !== null && itemId !== null && (
                <Link href={turnHref(projectId, { sessionId, itemId })}>the words</Link>
              )}
            </p>
            <p className="side-words">{text}</p>
          </li>
        ))}
      </ul>
      {value.length > SHOWN && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Only the newest' : `All ${count(value.length, 'note')}`}
        </button>
      )}
    </>
  );
}
