import type { Session } from '../http/contract';
import { ConnectionLine } from '../live/ConnectionLine';
import type { Connection } from '../live/stream';
import type { Commands } from './useCommands';
import './Standing.css';

interface Props {
  session: Session;
  connection: Connection;
  /** Null for whoever may only read. */
  commands: Commands | null;
}

/** Whatever keeps the conversation from going on right now, just above the place to write. */
export function Standing({ session, connection, commands }: Props) {
  const { standing, sentence } = session;
  return (
    <div className="standing">
      <ConnectionLine connection={connection} gone="This conversation has been deleted." />
      <div role="status" aria-label="The interviewer">
        {standing === 'connecting' && (
          <p className="standing-line" data-soon={sentence === '' || undefined}>
            {sentence || 'Connecting to the interviewer…'}
          </p>
        )}
        {standing === 'paused' && (
          <p className="standing-line">
            {sentence || 'The conversation rests.'}
            {commands !== null && ' What you send now waits until you resume.'}
          </p>
        )}
        {standing === 'listening' && sentence !== '' && <p className="standing-line">{sentence}</p>}
      </div>
      <div role="alert">
        {standing === 'broken' && (
          <div className="standing-line" data-tone="failed">
            <p>{sentence || 'The interviewer cannot be reached.'}</p>
            {commands !== null && (
              <button
                type="button"
                aria-disabled={commands.pending !== null}
                onClick={() => void (commands.pending === null && commands.give('resume'))}
              >
                Try again
              </button>
            )}
          </div>
        )}
        {commands !== null && commands.problem !== null && (
          <p className="standing-line" data-tone="failed">
            {commands.problem}
          </p>
        )}
      </div>
    </div>
  );
}
