import { useCallback, useState } from 'react';
import type { JobAsked, Urgency } from '../http/contract';
import { asProblem } from '../http/problem';
import { ask } from '../http/server';
import type { Notice } from '../live/news';
import { isWaitingOrAtWork } from '../status/badge';

export interface Drafting {
  /** True while the request itself is on its way, not while the draft is written. */
  asking: boolean;
  ask: (request?: Wish) => Promise<void>;
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

  const askForDraft: Drafting['ask'] = useCallback(
    async ({ urgency = 'high', summary = null, messagePointers } = {}) => {
      setAsking(true);
      try {
        const body = { urgency, ...(summary ? { summary } : {}), messagePointers };
        const asked = await ask<JobAsked>(`/api/projects/${projectId}/jobs`, {
          method: 'POST',
          body,
        });
        say({ tone: 'quiet', text: outcomeOf(asked) });
      } catch (thrown) {
        say({ tone: 'failed', text: asProblem(thrown).message, action: 'draftAgain' });
      } finally {
        setAsking(false);
      }
    },
    [projectId, say],
  );

  return { asking, ask: askForDraft };
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
