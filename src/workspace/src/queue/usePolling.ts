import { useEffect } from 'react';
import { inTurn } from './inTurn';

const EVERY_MS = 3_000;

/** The queue has no feed of its own: it is looked at again every three seconds, and when the page is returned to. */
export function usePolling(look: () => Promise<unknown>) {
  useEffect(() => {
    const next = inTurn(look);
    const again = () => void next();
    const clock = setInterval(again, EVERY_MS);
    addEventListener('focus', again);
    return () => {
      clearInterval(clock);
      removeEventListener('focus', again);
    };
  }, [look]);
}
