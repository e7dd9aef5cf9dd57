import { useCallback, useRef, useState } from 'react';
import type { Job, JobAsked, Urgency } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import type { Notice } from '../live/news';
import { isWaitingOrAtWork } from '../status/badge';

export interface Drafting {
  /** True while the request itself is on its way, not while the draft is written. */
  asking: boolean;
  ask: (wish?: Wish) => Promise<void>;
  /** Asks for the same as a draft that failed or was cancelled; without one, for what could not be asked for just now. */
  again: (jobId?: string) => Promise<void>;
}

export interface Wish {
  urgency?: Urgency;
  summary?: string | null;
  /** What the draft is to draw on. */
  messagePointers?: { sessionId: string; itemId: string }[];
}

/** Asks for a draft, and says what came of the asking. */
export function useDrafting(
  projectId: string,
  say: (notice: Omit<Notice, 'key'>) => void,
): Drafting {
  const [asking, setAsking] = useState(false);
  const unasked = useRef<() => Promise<string>>(null);

  const attempt = useCallback(
    async (request: () => Promise<string>) => {
      setAsking(true);
      try {
        say({ tone: 'quiet', text: await request() });
      } catch (thrown) {
        const { status, message: text } = asProblem(thrown);
        // What was refused would be refused again.
        if (status >= 400 && status < 500) return say({ tone: 'failed', text });
        unasked.current = request;
        say({ tone: 'failed', text, action: 'draftAgain' });
      } finally {
        setAsking(false);
      }
    },
    [say],
  );
  const askFor: Drafting['ask'] = useCallback(
    (wish = {}) => attempt(() => outcomeOfAsking(projectId, wish)),
    [attempt, projectId],
  );
  const again: Drafting['again'] = (jobId) =>
    jobId === undefined
      ? attempt(unasked.current ?? (() => outcomeOfAsking(projectId, {})))
      : attempt(() => outcomeOfRetrying(projectId, jobId));

  return { asking, ask: askFor, again };
}

async function outcomeOfAsking(projectId: string, wish: Wish): Promise<string> {
  const { urgency = 'high', summary, messagePointers } = wish;
  const body = { urgency, ...(summary ? { summary } : {}), messagePointers };
  return outcomeOf(
    await ask<JobAsked>(`/api/projects/${projectId}/jobs`, { method: 'POST', body }),
  );
}

async function outcomeOfRetrying(projectId: string, jobId: string): Promise<string> {
  await ask<Job>(`/api/projects/${projectId}/jobs/${jobId}/retry`, { method: 'POST' });
  return 'The draft has been asked for again.';
}

function outcomeOf({ outcome, job }: JobAsked): string {
  switch (outcome) {
    case 'enqueued':
      return 'A new draft has been asked for.';
    case 'merged':
      return 'Added to the draft that is waiting.';
    case 'repeated':
      return isWaitingOrAtWork(job.status)
        ? 'That draft is already on its way.'
        : 'This was drafted a moment ago; nothing new has been said since.';
  }
}
