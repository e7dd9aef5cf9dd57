import { expect, test } from 'vitest';
import type { Block, Document } from '../../http/contract';
import { changedBlocks } from './changed';

const block = (id: string, revisionId: string) => ({ id, revisionId }) as Block;
const documentOf = (...blocks: Block[]): Document => ({
  version: 1,
  summary: null,
  openProposals: 0,
  sections: [{ id: 's', heading: 'The people', state: 'drafting', locked: false, blocks }],
});

test('new and rewritten blocks are marked; moved ones are not', () => {
  const before = documentOf(block('a', '1'), block('b', '2'), block('c', '3'));
  const after = documentOf(block('c', '3'), block('a', '1'), block('b', '4'), block('d', '5'));

  expect(changedBlocks(before, after)).toEqual(new Set(['b', 'd']));
});
