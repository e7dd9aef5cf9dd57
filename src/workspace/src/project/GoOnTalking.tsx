import { Link } from '../app/address';
import type { Session } from '../http/contract';
import { useAnswer } from '../http/useAnswer';
import { BeginButton } from '../interview/BeginButton';
import { isAlive, sessionHref } from '../interview/words';

interface Props {
  projectId: string;
  /** Rises when a conversation may have begun or ended. */
  stale: number;
  canWrite: boolean;
}

/** Back into one's conversation about this book, or into a new one; and into the one that somebody else is having. */
export function GoOnTalking({ projectId, stale, canWrite }: Props) {
  const mine = useAnswer<Session[]>('/api/sessions', stale).value;
  const all = useAnswer<Session[]>(`/api/sessions?projectId=${projectId}`, stale).value;
  if (mine === null || all === null) return null;
  const isMine = ({ id }: Session) => mine.some((session) => session.id === id);
  const own = all.find((session) => isAlive(session) && isMine(session));
  const others = all.find((session) => isAlive(session) && !isMine(session));
  return (
    <>
      {others !== undefined && (
        <Link className="button" href={sessionHref(others.id)}>
          {canWrite ? 'Join the conversation' : 'Read along'}
        </Link>
      )}
      {canWrite &&
        (own === undefined ? (
          <BeginButton projectId={projectId}>Go on talking</BeginButton>
        ) : (
          <Link className="button primary" href={sessionHref(own.id)}>
            Go on talking
          </Link>
        ))}
    </>
  );
}
