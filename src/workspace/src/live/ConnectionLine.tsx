import { useEffect, useState } from 'react';
import type { Connection } from './stream';
import './ConnectionLine.css';

const BACK_MS = 4_000;

interface Props {
  connection: Connection;
  /** What is said where there is nothing left to listen to. */
  gone?: string;
}

/** Says when the page no longer hears what happens, and when it does again. Being signed out has a banner of its own. */
export function ConnectionLine({ connection, gone = 'This project has been deleted.' }: Props) {
  const back = useBack(connection);
  return (
    <div className="connection" aria-live="polite" data-connection={connection}>
      {connection === 'lost' && <p>Connection lost. Trying again; nothing you typed is gone.</p>}
      {connection === 'gone' && <p>{gone}</p>}
      {back && <p>Connected again.</p>}
    </div>
  );
}

function useBack(connection: Connection): boolean {
  const [was, setWas] = useState(connection);
  const [back, setBack] = useState(false);
  if (was !== connection) {
    setWas(connection);
    setBack(was === 'lost' && connection === 'open');
  }
  useEffect(() => {
    if (!back) return;
    const clock = setTimeout(() => setBack(false), BACK_MS);
    return () => clearTimeout(clock);
  }, [back]);
  return back;
}
