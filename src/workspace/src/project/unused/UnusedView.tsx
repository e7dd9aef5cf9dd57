import { useState } from 'react';
import { count } from '../../app/phrases';
import { Waiting } from '../../app/Waiting';
import type { Unused } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import type { Drafting } from '../useDrafting';
import { furtherThan, PAGE } from './pages';
import { UnusedPassage } from './UnusedPassage';
import './UnusedView.css';

interface Props {
  projectId: string;
  stale: number;
  canWrite: boolean;
  drafting: Drafting;
}

/** What the client said and no paragraph rests on. */
export function UnusedView({ projectId, stale, canWrite, drafting }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const path = `/api/projects/${projectId}/transcript/unused?limit=${limit}`;
  const { value, problem, reload } = useAnswer<Unused>(path, stale);
  if (value === null)
    return <Waiting for="what is not in the book" problem={problem} retry={reload} />;
  const { items, words, of } = value;
  const further = items.length >= limit ? furtherThan(limit) : null;
  return (
    <section className="unused" aria-labelledby="unused-heading">
      <h2 id="unused-heading">Said, but not in the book</h2>
      <p className="unused-facts">
        {items.length === 0
          ? 'Every longer passage that was said is in the book.'
          : `${count(words, 'word')} of ${count(of, 'word')} said are in no paragraph.`}
      </p>
      <ol>
        {items.map((item) => (
          <li key={`${item.sessionId} ${item.itemId}`}>
            <UnusedPassage
              projectId={projectId}
              item={item}
              drafting={canWrite ? drafting : null}
            />
          </li>
        ))}
      </ol>
      {further !== null && (
        <button type="button" className="more" onClick={() => setLimit(further)}>
          More passages
        </button>
      )}
    </section>
  );
}
