import { useCallback, useEffect, useRef, useState } from 'react';
import type { Item, TranscriptPage } from '../../http/contract';
import { asProblem, type Problem } from '../../http/problem';
import { ask } from '../../http/server';

const PAGE = 200;

interface Page {
  /** What it was asked for with; `null` for the first one. */
  after: string | null;
  answer: TranscriptPage;
}

export interface Pages {
  items: Item[];
  /** True until the last page is here. */
  more: boolean;
  loading: boolean;
  problem: Problem | null;
  loadMore: () => Promise<void>;
}

/** The transcript from its beginning, page after page as they are wanted; when `stale` rises the last page is read again. */
export function usePages(projectId: string, stale: number): Pages {
  const [pages, setPages] = useState<Page[]>([]);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useRef(false);

  const load = useCallback(
    async (after: string | null, keep: Page[]) => {
      if (busy.current) return;
      busy.current = true;
      setLoading(true);
      try {
        const query = new URLSearchParams({
          limit: String(PAGE),
          ...(after === null ? {} : { after }),
        });
        const answer = await ask<TranscriptPage>(`/api/projects/${projectId}/transcript?${query}`);
        setPages([...keep, { after, answer }]);
        setProblem(null);
      } catch (thrown) {
        setProblem(asProblem(thrown));
      } finally {
        busy.current = false;
        setLoading(false);
      }
    },
    [projectId],
  );

  const held = useRef(pages);
  useEffect(() => {
    held.current = pages;
  }, [pages]);
  useEffect(() => {
    const last = held.current.at(-1);
    void load(last?.after ?? null, held.current.slice(0, -1));
  }, [load, stale]);

  const next = pages.at(-1)?.answer.next ?? null;
  const loadMore = useCallback(async () => {
    const last = held.current.at(-1);
    if (last === undefined) await load(null, []);
    else if (last.answer.next !== null) await load(last.answer.next, held.current);
  }, [load]);

  return {
    items: pages.flatMap(({ answer }) => answer.items),
    more: pages.length === 0 || next !== null,
    loading,
    problem,
    loadMore,
  };
}
