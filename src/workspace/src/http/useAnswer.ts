import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from './problem';
import { ask } from './server';

export interface Answer<T> {
  /** The last good answer; it stays while a newer one is fetched, and where fetching it fails. */
  value: T | null;
  problem: Problem | null;
  /** Fetches it again; the fetched value, or null where a newer request overtook it or it failed. */
  reload: () => Promise<T | null>;
}

/** Fetches `path` now, and again whenever `stale` rises. Of overlapping requests the one asked last wins. */
export function useAnswer<T>(path: string, stale = 0): Answer<T> {
  const [answer, setAnswer] = useState<{ value: T | null; problem: Problem | null }>({
    value: null,
    problem: null,
  });
  const asked = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++asked.current;
    try {
      const value = await ask<T>(path);
      if (mine !== asked.current) return null;
      setAnswer({ value, problem: null });
      return value;
    } catch (thrown) {
      if (mine === asked.current) setAnswer(({ value }) => ({ value, problem: asProblem(thrown) }));
      return null;
    }
  }, [path]);

  useEffect(() => {
    void reload();
  }, [reload, stale]);

  return { ...answer, reload };
}
