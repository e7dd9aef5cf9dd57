import { useCallback, useEffect, useRef, useState } from 'react';
import type { LiveItem } from '../http/contract';
import { asProblem, type Problem } from '../http/problem';
import { ask } from '../http/server';
import type { DraftKeeper } from './draftKeeper';
import { newKey } from './newKey';
import { forget, keep, kept } from './tabStore';
import {
  nextToSend,
  notArrived,
  withoutPassing,
  withProblem,
  without,
  withTaken,
  withWords,
  type Unsent,
} from './unsent';

const RETRY_MS = 3_000;

export interface Outbox {
  /** What was sent off and does not stand in the conversation yet, in order. */
  unsent: Unsent[];
  send: (text: string) => void;
  again: (key: string) => void;
  takeBack: (key: string) => void;
}

/**
 * Words on their way: shown at once, sent in order, tried again by themselves where the server could not be reached,
 * and kept in this tab until they stand in the conversation.
 */
export function useOutbox(sessionId: string, items: LiveItem[], keeper: DraftKeeper): Outbox {
  const name = `unsent ${sessionId}`;
  const [all, setAll] = useState(() => withoutPassing(kept<Unsent[]>(name) ?? []));
  const busy = useRef(false);
  const unsent = notArrived(all, items);

  useEffect(() => {
    if (unsent !== all) setAll(unsent);
    if (unsent.length === 0) forget(name);
    else keep(name, unsent);
  }, [name, unsent, all]);

  useEffect(() => {
    const next = nextToSend(unsent);
    if (next === null || busy.current) return;
    busy.current = true;
    void deliver(sessionId, next, keeper).then((change) => {
      busy.current = false;
      setAll(change);
    });
  }, [sessionId, unsent, keeper]);

  const stuck = unsent.some(({ problem }) => problem?.passing === true);
  useEffect(() => {
    if (!stuck) return;
    const clock = setTimeout(() => setAll(withoutPassing), RETRY_MS);
    return () => clearTimeout(clock);
  }, [stuck]);

  return {
    unsent,
    send: (text) => setAll((now) => withWords(now, text, newKey(), items)),
    again: useCallback((key: string) => setAll((now) => withProblem(now, key, null)), []),
    takeBack: useCallback((key: string) => setAll((now) => without(now, key)), []),
  };
}

/** Sends the words; gives what that changes. */
async function deliver(sessionId: string, { key, text }: Unsent, keeper: DraftKeeper) {
  try {
    await keeper.settled();
    const body = { key, text };
    const taken = await ask<{ itemId: string }>(`/api/sessions/${sessionId}/words`, {
      method: 'POST',
      body,
    });
    keeper.wordsTaken();
    return (now: Unsent[]) => withTaken(now, key, taken.itemId);
  } catch (thrown) {
    const problem = asProblem(thrown);
    const passing = isPassing(problem);
    return (now: Unsent[]) => withProblem(now, key, { message: problem.message, passing });
  }
}

// Not reached, busy or broken: another time it may work. Whoever is signed out can sign in again.
const isPassing = ({ status }: Problem) =>
  status === 0 || status === 401 || status === 429 || status >= 500;
