import { Link } from '../app/address';
import type { Project, Session } from '../http/contract';
import type { Connection } from '../live/stream';
import { viewHref } from '../project/views';
import './InterviewHeader.css';
import { Controls } from './Controls';
import type { Commands } from './useCommands';
import { MODES, STANDINGS } from './words';

interface Props {
  session: Session;
  title: string;
  project: Project | null;
  connection: Connection;
  /** Null for whoever may only read. */
  commands: Commands | null;
}

/** Which book it is about, how far the conversation is, and what can be done with it as a whole. */
export function InterviewHeader({ session, title, project, connection, commands }: Props) {
  return (
    <header className="interview-header">
      <div className="interview-title">
        <h1>{title}</h1>
        {project !== null && (
          <Link className="button" href={viewHref(project.id, 'document')}>
            Document
          </Link>
        )}
      </div>
      <div className="interview-state">
        <Modes session={session} />
        <span className="chip" data-standing={connection === 'open' ? session.standing : 'unknown'}>
          {connection === 'open' ? STANDINGS[session.standing] : 'out of touch'}
        </span>
        {commands !== null && <Controls session={session} commands={commands} />}
      </div>
    </header>
  );
}

function Modes({ session }: { session: Session }) {
  return (
    <ol className="modes" aria-label="How far the conversation is">
      {MODES.map(({ mode, label }) => (
        <li key={mode} aria-current={mode === session.mode ? 'step' : undefined}>
          {label}
        </li>
      ))}
    </ol>
  );
}
