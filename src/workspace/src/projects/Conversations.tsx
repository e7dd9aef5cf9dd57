import { Link } from '../app/address';
import { Time } from '../app/Time';
import type { Project, Session } from '../http/contract';
import { modeLabel, sessionHref, STANDINGS } from '../interview/words';
import './Conversations.css';

/** The conversations that one can go back into. */
export function Conversations({ alive, projects }: { alive: Session[]; projects: Project[] }) {
  if (alive.length === 0) return null;
  const titleOf = ({ projectId }: Session) =>
    projects.find(({ id }) => id === projectId)?.title ?? 'No book chosen yet';
  return (
    <section className="conversations" aria-labelledby="conversations-heading">
      <h2 id="conversations-heading">Go on where you were</h2>
      <ul>
        {alive.map((session) => (
          <li key={session.id}>
            <Link href={sessionHref(session.id)}>{titleOf(session)}</Link>
            <p className="entry-facts">
              <span>{modeLabel(session.mode).toLowerCase()}</span>
              <span>{STANDINGS[session.standing]}</span>
              <span>
                begun <Time at={session.createdAt} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
