import { expect, test } from 'vitest';
import type { BlockDifference, Difference } from '../../http/contract';
import { folded, summaryOf } from './summary';

const block = (id: string, change: BlockDifference['change'], moved = false): BlockDifference => ({
  id,
  change,
  moved,
  parts: [],
});

const difference = (...blocks: BlockDifference[]): Difference => ({
  from: 1,
  to: 2,
  sections: [
    {
      id: 's',
      heading: 'Where it began',
      headingBefore: null,
      change: 'same',
      moved: false,
      blocks,
    },
  ],
});

test('what is different is said in numbers', () => {
  expect(
    summaryOf(
      difference(
        block('a', 'changed'),
        block('b', 'changed'),
        block('c', 'removed'),
        block('d', 'same', true),
      ),
    ),
  ).toBe('2 paragraphs changed, 1 paragraph removed, 1 paragraph moved.');
  expect(summaryOf(difference(block('a', 'same')))).toBe('Nothing is different.');
});

test('paragraphs far from a change are folded', () => {
  const blocks = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
    block(id, id === 'd' ? 'changed' : 'same'),
  );

  expect(folded(blocks)).toEqual([
    { same: 2 },
    { block: blocks[2] },
    { block: blocks[3] },
    { block: blocks[4] },
    { same: 1 },
  ]);
});
