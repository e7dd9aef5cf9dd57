import { count } from '../../app/phrases';
import type { BlockDifference, Difference } from '../../http/contract';

/** What is different, in numbers; one sentence. */
export function summaryOf({ sections }: Difference): string {
  const blocks = sections.flatMap((section) => section.blocks);
  const said = [
    phrase(blocks, 'changed'),
    phrase(blocks, 'added'),
    phrase(blocks, 'removed'),
    movedPhrase(blocks),
    headingPhrase(sections),
  ].filter((one) => one !== null);
  return said.length === 0 ? 'Nothing is different.' : `${said.join(', ')}.`;
}

function phrase(blocks: BlockDifference[], change: BlockDifference['change']): string | null {
  const n = blocks.filter((block) => block.change === change).length;
  return n === 0 ? null : `${count(n, 'paragraph')} ${change}`;
}

function movedPhrase(blocks: BlockDifference[]): string | null {
  const n = blocks.filter(({ moved, change }) => moved && change === 'same').length;
  return n === 0 ? null : `${count(n, 'paragraph')} moved`;
}

function headingPhrase(sections: Difference['sections']): string | null {
  const n = sections.filter(
    ({ change, moved, headingBefore }) =>
      moved || headingBefore !== null || change === 'added' || change === 'removed',
  ).length;
  return n === 0 ? null : `${count(n, 'section')} renamed, moved, added or removed`;
}

/** A paragraph that is shown, or a row of those that stayed as they were. */
export type Shown = { block: BlockDifference } | { same: number };

/** Folds paragraphs without a change, except the one before and the one after a change, which show where it is. */
export function folded(blocks: BlockDifference[]): Shown[] {
  const differs = ({ change, moved }: BlockDifference) => change !== 'same' || moved;
  const near = blocks.map((_, at) => blocks.slice(Math.max(0, at - 1), at + 2).some(differs));
  const shown: Shown[] = [];
  blocks.forEach((block, at) => {
    const last = shown.at(-1);
    if (near[at] === true) shown.push({ block });
    else if (last !== undefined && 'same' in last) last.same += 1;
    else shown.push({ same: 1 });
  });
  return shown;
}
