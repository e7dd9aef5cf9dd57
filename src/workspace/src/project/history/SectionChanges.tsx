import { count } from '../../app/phrases';
import type { BlockDifference, SectionDifference } from '../../http/contract';
import { WordDiff } from '../document/WordDiff';
import { folded } from './summary';

export function SectionChanges({ section }: { section: SectionDifference }) {
  const { heading, headingBefore, change, moved, blocks } = section;
  const mark = markOf(change, moved);
  return (
    <section className="section-changes">
      <h4>
        {headingBefore === null ? (
          heading
        ) : (
          <>
            <del>
              <span className="unseen">[before: </span>
              {headingBefore}
              <span className="unseen">]</span>
            </del>{' '}
            {heading}
          </>
        )}
        {mark !== null && <span className="change-mark">Section {mark}</span>}
      </h4>
      {folded(blocks).map((shown, at) =>
        'same' in shown ? (
          <p key={at} className="folded">
            {count(shown.same, 'paragraph')} unchanged
          </p>
        ) : (
          <BlockChanges key={shown.block.id} block={shown.block} />
        ),
      )}
    </section>
  );
}

function BlockChanges({ block: { change, moved, parts } }: { block: BlockDifference }) {
  const mark = markOf(change, moved);
  return (
    <div className="block-changes" data-change={change}>
      {mark !== null && <p className="change-mark">{capital(mark)}</p>}
      <WordDiff parts={parts} />
    </div>
  );
}

// What changed within shows itself.
function markOf(change: BlockDifference['change'], moved: boolean): string | null {
  if (change === 'added' || change === 'removed') return change;
  return moved ? 'moved' : null;
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
