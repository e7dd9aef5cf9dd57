import { count } from '../../app/phrases';
import type { BlockDifference, Change, Difference } from '../../http/contract';

/** What is different, in numbers; one sentence. */
export function summaryOf({ sections }: Difference): string {
  const blocks = sections.flatMap((section) => section.blocks);
  const said = [
    ...counted(blocks, 'paragraph'),
    ...counted(
      // A section that changed shows it in its paragraphs.
      sections.map(({ change, moved }) => ({
        change: change === 'changed' ? 'same' : change,
        moved,
      })),
      'section',
    ),
    phrase(
      sections.filter(({ headingBefore }) => headingBefore !== null).length,
      'section',
      'renamed',
    ),
  ].filter((one) => one !== null);
  return said.length === 0 ? 'Nothing is different.' : `${said.join(', ')}.`;
}

function counted(of: { change: Change; moved: boolean }[], what: string): (string | null)[] {
  const changes = (['changed', 'added', 'removed'] as const).map((change) =>
    phrase(of.filter((one) => one.change === change).length, what, change),
  );
  const moved = of.filter(({ moved, change }) => moved && change === 'same').length;
  return [...changes, phrase(moved, what, 'moved')];
}

const phrase = (n: number, what: string, change: string) =>
  n === 0 ? null : `${count(n, what)} ${change}`;

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
