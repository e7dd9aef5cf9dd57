import { useEffect } from 'react';

const EVERY_MS = 3_000;

/** The queue has no feed of its own: it is looked at again every three seconds, and when the page is returned to. */
export function usePolling(look: () => Promise<unknown>) {
  useEffect(() => {
    const again = () => void look();
    const clock = setInterval(again, EVERY_MS);
    addEventListener('focus', again);
    return () => {
      clearInterval(clock);
      removeEventListener('focus', again);
    };
  }, [look]);
}
