import { expect, test } from 'vitest';
import type { Document } from '../../../http/contract';
import { above, moved } from './places';

const document: Document = {
  version: 1,
  summary: null,
  openProposals: 0,
  sections: ['a', 'b', 'c'].map((id) => ({
    id,
    heading: id,
    state: 'drafting',
    locked: false,
    blocks: [],
  })),
};

test('a section moves up behind the one before the one above', () => {
  expect(moved(document, 'c', 'up')).toMatchObject({ sectionId: 'c', afterSectionId: 'a' });
  expect(moved(document, 'b', 'up')).toMatchObject({ sectionId: 'b', afterSectionId: null });
});

test('a section moves down behind the one below', () => {
  expect(moved(document, 'a', 'down')).toMatchObject({ sectionId: 'a', afterSectionId: 'b' });
});

test('the first does not move up, nor the last down', () => {
  expect(moved(document, 'a', 'up')).toBeNull();
  expect(moved(document, 'c', 'down')).toBeNull();
  expect(moved(document, 'gone', 'down')).toBeNull();
});

test('above the first section there is none', () => {
  expect(above(document, 'a')).toBeNull();
  expect(above(document, 'b')?.id).toBe('a');
});
