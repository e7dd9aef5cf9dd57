import { useState } from 'react';
import type { Session, Standing } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';

export type Command = 'pause' | 'resume' | 'stop';

export interface Commands {
  /** Given, but not carried out yet. */
  pending: Command | null;
  problem: string | null;
  give: (command: Command) => Promise<void>;
}

/** What each is waited for to bring about. */
const ENDS: Record<Command, Standing[]> = {
  pause: ['paused', 'stopped', 'broken'],
  resume: ['connecting', 'listening', 'stopped'],
  stop: ['stopped'],
};

/** Pause, resume and stop. The server only takes note of them; the stream tells when they are carried out. */
export function useCommands({ id, standing }: Session): Commands {
  const [given, setGiven] = useState<Command | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (given !== null && ENDS[given].includes(standing)) setGiven(null);

  const give = async (command: Command) => {
    setGiven(command);
    setProblem(null);
    try {
      await ask<Session>(`/api/sessions/${id}/${command}`, { method: 'POST' });
    } catch (thrown) {
      setGiven(null);
      setProblem(asProblem(thrown).message);
    }
  };
  return { pending: given, problem, give };
}
