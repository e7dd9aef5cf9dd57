import { useCallback, useSyncExternalStore } from 'react';

// The style sheets use the same widths.
/** Room for a margin beside the page. */
export const WIDE = '(min-width: 64rem)';
/** Room for the outline as well. */
export const WIDER = '(min-width: 80rem)';

export function useMedia(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(watch, () => matchMedia(query).matches);
}
