import { expect, test } from 'vitest';
import type { CitedWords } from '../../http/contract';
import { passagesOf } from './citedTurns';

const cited = (itemId: string, from: number, to: number): CitedWords => ({
  sessionId: 's',
  itemId,
  turn: 4,
  speaker: 'Marit',
  text: 'It froze. It sang. It did.',
  revision: 1,
  currentText: null,
  from,
  to,
});

test('the cited words stand out in the whole turn', () => {
  expect(passagesOf([cited('i', 10, 18)])[0]?.parts).toEqual([
    { text: 'It froze. ', cited: false },
    { text: 'It sang.', cited: true },
    { text: ' It did.', cited: false },
  ]);
});

test('several citations of one turn make one passage, and overlapping ones one mark', () => {
  const passages = passagesOf([cited('i', 10, 18), cited('j', 0, 26), cited('i', 0, 12)]);

  expect(passages.map(({ itemId }) => itemId)).toEqual(['i', 'j']);
  expect(passages[0]?.parts).toEqual([
    { text: 'It froze. It sang.', cited: true },
    { text: ' It did.', cited: false },
  ]);
});
