import { useRef, useState } from 'react';
import type { Job, JobAsked } from '../../http/contract';
import { asProblem } from '../../http/problem';
import { ask } from '../../http/server';
import { useAnswer } from '../../http/useAnswer';

/** The longest instruction that the server takes, in characters. */
export const LONGEST = 2_000;

/** Asking for one section to be worked over. What is typed lives here and outlasts the box, also a change of view. */
export interface RefineDesk {
  textFor: (sectionId: string) => string;
  type: (sectionId: string, text: string) => void;
  /**
   * Gives whether the box has nothing left to ask for: what is typed while the earlier words are on their way stays. Where
   * they were not asked for, `problemWith` says why.
   */
  ask: (sectionId: string) => Promise<boolean>;
  problemWith: (sectionId: string) => string | null;
  /** The job last asked for here, until it is put aside. */
  jobFor: (sectionId: string) => Job | null;
  putAside: (sectionId: string) => void;
}

interface Asked {
  text: string;
  problem: string | null;
  job: Job | null;
}

const NOTHING: Asked = { text: '', problem: null, job: null };

export function useRefining(projectId: string, stale: number): RefineDesk {
  const [asked, setAsked] = useState<Record<string, Asked>>({});
  // As they are at any moment, also while a request is on its way.
  const texts = useRef<Record<string, string>>({});
  const of = (sectionId: string) => asked[sectionId] ?? NOTHING;
  const set = (sectionId: string, change: Partial<Asked>) =>
    setAsked((now) => ({ ...now, [sectionId]: { ...NOTHING, ...now[sectionId], ...change } }));
  const waiting = Object.values(asked).some(({ job }) => job !== null);
  const jobs = useAnswer<Job[]>(waiting ? `/api/projects/${projectId}/jobs` : null, stale).value;

  const type = (sectionId: string, text: string) => {
    texts.current[sectionId] = text;
    set(sectionId, { text });
  };

  const askFor = async (sectionId: string) => {
    set(sectionId, { problem: null });
    const path = `/api/projects/${projectId}/document/sections/${sectionId}/refine`;
    const text = of(sectionId).text;
    const body = { instruction: text.trim() };
    try {
      const { job } = await ask<JobAsked>(path, { method: 'POST', body });
      set(sectionId, { job });
      const sent = texts.current[sectionId] === text;
      if (sent) type(sectionId, '');
      return sent;
    } catch (thrown) {
      set(sectionId, { problem: asProblem(thrown).message });
      return false;
    }
  };

  return {
    textFor: (sectionId) => of(sectionId).text,
    type,
    ask: askFor,
    problemWith: (sectionId) => of(sectionId).problem,
    jobFor: (sectionId) => {
      const { job } = of(sectionId);
      return job === null ? null : (jobs?.find(({ id }) => id === job.id) ?? job);
    },
    putAside: (sectionId) => set(sectionId, { job: null }),
  };
}
