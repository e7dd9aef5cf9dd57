import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from './problem';
import { ask } from './server';

export interface Answer<T> {
  /** The last good answer; it stays while a newer one is fetched, and where fetching it fails. */
  value: T | null;
  problem: Problem | null;
  /** Fetches it again; gives the newest answer once it is here, or null where that failed. */
  reload: () => Promise<T | null>;
}

/**
 * Fetches `path` now, and again whenever `stale` rises; nothing while `path` is null. Of overlapping requests the one
 * asked last wins.
 */
export function useAnswer<T>(path: string | null, stale = 0): Answer<T> {
  const [answer, setAnswer] = useState<{ value: T | null; problem: Problem | null }>({
    value: null,
    problem: null,
  });
  const newest = useRef<Promise<T | null>>(undefined);

  const reload = useCallback((): Promise<T | null> => {
    if (path === null) return Promise.resolve(null);
    const mine: Promise<T | null> = ask<T>(path).then(
      (value) => {
        if (mine !== newest.current) return newest.current ?? null;
        setAnswer({ value, problem: null });
        return value;
      },
      (thrown: unknown) => {
        if (mine !== newest.current) return newest.current ?? null;
        setAnswer(({ value }) => ({ value, problem: asProblem(thrown) }));
        return null;
      },
    );
    newest.current = mine;
    return mine;
  }, [path]);

  useEffect(() => {
    void reload();
  }, [reload, stale]);

  return { ...answer, reload };
}
