import { expect, test } from 'vitest';
import { numbersOf } from './numbers';

test('what is shown is counted without a hole, in each conversation from one', () => {
  const items = ['a', 'a', 'b', 'b', 'b'].map((sessionId) => ({ sessionId }));

  expect(numbersOf(items)).toEqual([1, 2, 1, 2, 3]);
});
