import { Link } from '../../app/address';
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

/** What the interviewer has written down, newest first. */
export function NotesPart({ projectId, notes }: { projectId: string; notes: Answer<Note[]> }) {
  const { value, problem, reload } = notes;
  const fresh = useFresh(value === null ? null : value.map(({ id }) => id));
  if (value === null) return <Waiting for="the notes" problem={problem} retry={reload} />;
  if (value.length === 0) return <p className="side-remark">Nothing has been noted yet.</p>;
  return (
    <ul className="side-list">
      {value.map(({ id, kind, text, sessionId, itemId }) => (
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
  );
}
