import { useEffect } from 'react';

/** Lets the browser ask before it closes a page on which something typed would be lost. */
export function useAskingBeforeLeaving(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const askFirst = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    addEventListener('beforeunload', askFirst);
    return () => removeEventListener('beforeunload', askFirst);
  }, [dirty]);
}
