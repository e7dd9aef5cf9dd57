import { useLayoutEffect, useMemo, useRef } from 'react';
import { Link } from '../../app/address';
import { count } from '../../app/phrases';
import { Waiting } from '../../app/Waiting';
import type { Block, CitedWords } from '../../http/contract';
import { useAnswer } from '../../http/useAnswer';
import { turnHref } from '../views';
import { passagesOf, type Passage } from './citedTurns';
import { wordChanges } from './wordChanges';
import { WordDiff } from './WordDiff';

interface Props {
  projectId: string;
  block: Block;
  version: number;
  /** The element the passages scroll in. */
  scrolls: { current: HTMLElement | null };
}

/** The cited turns whole, with the cited words marked. */
export function Passages({ projectId, block, version, scrolls }: Props) {
  const path = `/api/projects/${projectId}/document/blocks/${block.id}/words`;
  const { value, problem, reload } = useAnswer<CitedWords[]>(path, version);
  const passages = useMemo(() => (value === null ? null : passagesOf(value)), [value]);
  const list = useRef<HTMLOListElement>(null);
  const here = passages !== null;

  useLayoutEffect(() => {
    // A long turn may hold the cited words far down; the first of them comes into sight.
    const mark = list.current?.querySelector('mark');
    const frame = scrolls.current;
    const corrected = list.current?.querySelector('.corrected');
    // What was corrected stands above the cited words, and is news.
    if (!here || !mark || corrected || frame === null) return;
    const { top, bottom } = frame.getBoundingClientRect();
    const firstLine = mark.getClientRects()[0];
    if (firstLine === undefined || firstLine.bottom < bottom) return;
    frame.scrollTop += firstLine.top - top - frame.clientHeight / 3;
  }, [here, scrolls]);

  if (passages === null) return <Waiting for="the words" problem={problem} retry={reload} />;
  return (
    <>
      <p className="unseen" aria-live="polite">
        {count(passages.length, 'passage')}
      </p>
      <ol ref={list} className="passages">
        {passages.map((passage) => (
          <li key={`${passage.sessionId} ${passage.itemId} ${passage.revision}`}>
            <PassageText projectId={projectId} passage={passage} />
          </li>
        ))}
      </ol>
    </>
  );
}

function PassageText({ projectId, passage }: { projectId: string; passage: Passage }) {
  const { speaker, text, currentText, parts } = passage;
  return (
    <figure className="passage">
      <figcaption>
        <span className="speaker">{speaker || 'Unknown speaker'}</span>
        <Link href={turnHref(projectId, passage)}>in the transcript</Link>
      </figcaption>
      {currentText !== null && (
        <div className="corrected">
          <p>Corrected since. It now reads:</p>
          <WordDiff parts={wordChanges(text, currentText)} />
          <p>When the paragraph was written it read:</p>
        </div>
      )}
      <blockquote>
        {parts.map(({ text, cited }, at) =>
          cited ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </blockquote>
    </figure>
  );
}
