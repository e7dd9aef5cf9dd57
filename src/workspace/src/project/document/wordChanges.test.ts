import { expect, test } from 'vitest';
import type { Part } from '../../http/contract';
import { wordChanges } from './wordChanges';

const textOf = (parts: Part[], without: Part['change']) =>
  parts
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('');

test('a misheard word is told from the words around it', () => {
  expect(wordChanges('We went to Leaf that winter.', 'We went to Leith that winter.')).toEqual([
    { change: 'same', text: 'We went to ' },
    { change: 'removed', text: 'Leaf ' },
    { change: 'added', text: 'Leith ' },
    { change: 'same', text: 'that winter.' },
  ]);
});

test('the same text has one part, and no text none', () => {
  expect(wordChanges('Snow.', 'Snow.')).toEqual([{ change: 'same', text: 'Snow.' }]);
  expect(wordChanges('', '')).toEqual([]);
});

test('without what was added it is the text before, without what was removed the text after', () => {
  const words = ['the', 'light ', 'was', ' hers', '\n\nand', 'his'];
  let seed = 7;
  const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n;
  const text = () =>
    Array.from({ length: random(12) }, () => words[random(words.length)]).join(' ');
  for (let round = 0; round < 300; round++) {
    const before = text();
    const after = text();
    const parts = wordChanges(before, after);

    expect(textOf(parts, 'added')).toBe(before);
    expect(textOf(parts, 'removed')).toBe(after);
  }
});
