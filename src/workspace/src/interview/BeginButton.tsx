import { useState } from 'react';
import { go } from '../app/address';
import type { Session } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import { sessionHref } from './words';

interface Props {
  /** Null where the conversation itself finds out which book it is about. */
  projectId: string | null;
  children: string;
}

/** Begins a conversation and goes to it. */
export function BeginButton({ projectId, children }: Props) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const begin = async () => {
    if (asking) return;
    setAsking(true);
    setProblem(null);
    try {
      const body = projectId === null ? {} : { projectId };
      const { id } = await ask<Session>('/api/sessions', { method: 'POST', body });
      go(sessionHref(id));
    } catch (thrown) {
      setProblem(asProblem(thrown).message);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="begin">
      <button type="button" className="primary" aria-disabled={asking} onClick={() => void begin()}>
        {children}
      </button>
      <div role="alert">{problem !== null && <p className="problem">{problem}</p>}</div>
    </div>
  );
}
