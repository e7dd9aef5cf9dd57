import { useSyncExternalStore } from 'react';

// Whether the server still knows us. A sign-in in another tab heals this one at its next answer.
let out = false;
const watchers = new Set<() => void>();

export const signedOut = () => tell(true);
export const signedIn = () => tell(false);

export function useSignedOut(): boolean {
  return useSyncExternalStore(watch, () => out);
}

function tell(now: boolean) {
  if (now === out) return;
  out = now;
  watchers.forEach((watcher) => watcher());
}

function watch(watcher: () => void) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
