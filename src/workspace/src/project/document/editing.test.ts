import { expect, test } from 'vitest';
import type { Block, Document } from '../../http/contract';
import {
  blockAt,
  editFor,
  editingOf,
  newParagraph,
  spotOf,
  standingOf,
  type Editing,
} from './editing';

const block = (id: string, revisionId: string, markdown: string): Block => ({
  id,
  revisionId,
  kind: 'paragraph',
  markdown,
  html: `<p>${markdown}</p>`,
  origin: 'draft',
  grounding: 'sourced',
  sources: [],
  jobId: null,
  stale: false,
  doubts: [],
});

const documentOf = (...blocks: Block[]): Document => ({
  version: 1,
  summary: null,
  openProposals: 0,
  sections: [{ id: 's', heading: 'Where it began', state: 'drafting', locked: false, blocks }],
});

const harbour = block('harbour', 'r1', 'The harbour froze.');
const kettle = block('kettle', 'r2', 'He put the kettle on.');
const before = documentOf(harbour, kettle);
const writing: Editing = {
  ...editingOf(before, 'kettle')!,
  text: 'He put the kettle on, at last.',
};

test('typed text replaces its block, also when the others have changed', () => {
  const now = documentOf(block('new', 'r9', 'It sang.'), { ...harbour, revisionId: 'r8' }, kettle);

  expect(standingOf(writing, now)).toEqual({ kind: 'same' });
  expect(editFor(writing, now)).toEqual({
    type: 'replace',
    blockId: 'kettle',
    markdown: 'He put the kettle on, at last.',
  });
});

test('a block changed meanwhile is noticed, with what it reads now', () => {
  const theirs = block('kettle', 'r7', 'He said nothing.');

  expect(standingOf(writing, documentOf(harbour, theirs))).toEqual({
    kind: 'changed',
    block: theirs,
  });
});

test('text for a block removed meanwhile is put where it stood', () => {
  expect(standingOf(writing, documentOf(harbour))).toEqual({ kind: 'removed' });
  expect(editFor(writing, documentOf(harbour))).toMatchObject({
    type: 'insert',
    sectionId: 's',
    afterBlockId: 'harbour',
  });
});

test('a new paragraph goes to the end of its section when the one before it is gone', () => {
  expect(editFor(newParagraph('s', 'kettle'), documentOf(harbour))).toMatchObject({
    type: 'insert',
    afterBlockId: 'harbour',
  });
});

test('an inserted block is found after its neighbour', () => {
  const now = documentOf(harbour, block('mine', 'r3', 'And then?'), kettle);
  const insert = editFor({ ...newParagraph('s', 'harbour'), text: 'And then?' }, before);

  expect(blockAt(now, insert)).toBe('mine');
});

test('text follows its paragraph into another section', () => {
  const [section] = before.sections;
  const now: Document = {
    ...before,
    sections: [
      { ...section!, blocks: [harbour] },
      { ...section!, id: 'split', blocks: [kettle] },
    ],
  };

  expect(spotOf(writing, now)).toEqual({ sectionId: 'split', over: 'kettle' });
  expect(editFor({ ...newParagraph('s', 'kettle'), text: 'Then' }, now)).toMatchObject({
    sectionId: 'split',
    afterBlockId: 'kettle',
  });
});

test('text whose section is gone is kept for the last one', () => {
  const now: Document = {
    ...before,
    sections: [{ ...before.sections[0]!, id: 'other', blocks: [block('x', 'r5', 'Snow.')] }],
  };

  expect(spotOf(writing, now)).toEqual({ sectionId: 'other', after: 'x' });
  expect(spotOf(writing, { ...before, sections: [] })).toBeNull();
});
