import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Session } from '../http/contract';
import type { Commands } from './useCommands';

/** Pause or resume, and stop, which asks first. */
export function Controls({ session, commands }: { session: Session; commands: Commands }) {
  const [sure, setSure] = useState(false);
  const stop = useRef<HTMLButtonElement>(null);
  const { pending, give } = commands;
  if (session.standing === 'stopped') return null;
  if (pending === 'stop') return <p className="controls-note">Ending…</p>;
  if (sure) {
    const keepTalking = () => {
      flushSync(() => setSure(false));
      stop.current?.focus();
    };
    const end = () => {
      setSure(false);
      document.getElementById('content')?.focus({ preventScroll: true });
      void give('stop');
    };
    return <Sure keepTalking={keepTalking} end={end} />;
  }
  const resting = session.standing === 'paused';
  return (
    <div className="controls">
      {session.standing !== 'broken' && (
        <button
          type="button"
          aria-disabled={pending !== null}
          onClick={() => void (pending === null && give(resting ? 'resume' : 'pause'))}
        >
          {resting ? 'Resume' : 'Pause'}
        </button>
      )}
      <button ref={stop} type="button" className="plain" onClick={() => setSure(true)}>
        Stop
      </button>
    </div>
  );
}

function Sure({ keepTalking, end }: { keepTalking: () => void; end: () => void }) {
  return (
    <div
      className="controls"
      role="group"
      aria-label="End this conversation?"
      onKeyDown={({ key }) => {
        if (key === 'Escape') keepTalking();
      }}
    >
      <p>
        End this conversation? Its transcript is kept, nothing is lost, and you can begin another.
      </p>
      <button type="button" autoFocus onClick={keepTalking}>
        Keep talking
      </button>
      <button type="button" className="danger" onClick={end}>
        End it
      </button>
    </div>
  );
}
