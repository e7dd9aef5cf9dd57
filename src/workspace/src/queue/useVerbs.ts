import { useCallback, useState } from 'react';
import type { QueuedJob } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import { released } from './words';

export interface Verbs {
  /** What came of the last one, for people. */
  said: { tone: 'quiet' | 'failed'; text: string } | null;
  /** True while one is on its way. */
  busy: boolean;
  drain: () => Promise<void>;
  retry: (job: QueuedJob) => Promise<void>;
  cancel: (job: QueuedJob) => Promise<void>;
}

/** What the operator can do about the queue; each looks at it again afterwards. */
export function useVerbs(look: () => Promise<unknown>): Verbs {
  const [said, setSaid] = useState<Verbs['said']>(null);
  const [busy, setBusy] = useState(false);

  const act = useCallback(
    async (path: string, textOf: (answer: unknown) => string) => {
      setBusy(true);
      try {
        const answer = await ask<unknown>(`/api/queue/${path}`, { method: 'POST' });
        setSaid({ tone: 'quiet', text: textOf(answer) });
      } catch (thrown) {
        setSaid({ tone: 'failed', text: asProblem(thrown).message });
      } finally {
        await look();
        setBusy(false);
      }
    },
    [look],
  );

  return {
    said,
    busy,
    drain: () => act('drain', (answer) => released((answer as { released: number }).released)),
    retry: ({ id, projectTitle }) =>
      act(`jobs/${id}/retry`, () => `The draft of “${projectTitle}” was asked for again.`),
    cancel: ({ id, projectTitle }) =>
      act(`jobs/${id}/cancel`, () => `The draft of “${projectTitle}” is cancelled.`),
  };
}
