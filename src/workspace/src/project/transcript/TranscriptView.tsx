import { Fragment, useEffect, useMemo, useRef } from 'react';
import { Waiting } from '../../app/Waiting';
import type { Item } from '../../http/contract';
import './TranscriptView.css';
import { numbersOf } from './numbers';
import { Turn, turnAnchor } from './Turn';
import { usePages, type Pages } from './usePages';

interface Props {
  projectId: string;
  /** May name a turn to go to, by `session` and `item`. */
  query: URLSearchParams;
  stale: number;
}

export function TranscriptView({ projectId, query, stale }: Props) {
  const pages = usePages(projectId, stale);
  const { items, more, loading, problem, loadMore } = pages;
  const wanted = wantedAnchor(query);
  useWantedTurn(wanted, pages);
  const sessions = useMemo(() => [...new Set(items.map(({ sessionId }) => sessionId))], [items]);
  const numbers = useMemo(() => numbersOf(items), [items]);
  const several = sessions.length > 1;

  if (items.length === 0 && (more || problem !== null)) {
    return <Waiting for="the transcript" problem={problem} retry={loadMore} />;
  }
  return (
    <section className="transcript" aria-labelledby="transcript-heading">
      <h2 id="transcript-heading">Transcript</h2>
      {items.length === 0 ? <p>Nothing has been said yet.</p> : <Legend items={items} />}
      <div className="turns">
        {items.map((item, at) => (
          <Fragment key={turnAnchor(item)}>
            {several && item.sessionId !== items[at - 1]?.sessionId && (
              <h3>Conversation {sessions.indexOf(item.sessionId) + 1}</h3>
            )}
            <Turn item={item} number={numbers[at] ?? 0} wanted={turnAnchor(item) === wanted} />
          </Fragment>
        ))}
      </div>
      {problem !== null && <Waiting for="more" problem={problem} retry={loadMore} />}
      {more && problem === null && <More loading={loading} loadMore={loadMore} />}
    </section>
  );
}

function Legend({ items }: { items: Item[] }) {
  const everybody = items.every(({ client, role }) => client || role === 'system');
  return (
    <p className="legend">
      <span className="evidence-mark" aria-hidden="true" />
      {everybody
        ? 'Everybody’s words here are evidence: the document may draw on them.'
        : 'The turns marked so are evidence: the document draws on these words only.'}
    </p>
  );
}

// Reached by scrolling or by the keyboard alike: coming near it loads the next page.
function More({ loading, loadMore }: { loading: boolean; loadMore: () => Promise<void> }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true && !loading) void loadMore();
      },
      { rootMargin: '1200px' },
    );
    if (button.current !== null) watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [loading, loadMore]);
  return (
    <button
      ref={button}
      type="button"
      className="more"
      aria-disabled={loading}
      onClick={() => void loadMore()}
    >
      {loading ? 'Loading more turns…' : 'More turns'}
    </button>
  );
}

function wantedAnchor(query: URLSearchParams): string | null {
  const sessionId = query.get('session');
  const itemId = query.get('item');
  return sessionId === null || itemId === null ? null : turnAnchor({ sessionId, itemId });
}

/** Loads pages until the wanted turn is among them, then goes there, once. */
function useWantedTurn(wanted: string | null, { items, more, loading, problem, loadMore }: Pages) {
  const reached = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || wanted === reached.current || loading || problem !== null) return;
    const turn = document.getElementById(wanted);
    if (turn === null) {
      if (more && items.length > 0) void loadMore();
      return;
    }
    reached.current = wanted;
    turn.scrollIntoView({ block: 'center' });
    turn.focus({ preventScroll: true });
  }, [wanted, items, more, loading, problem, loadMore]);
}
