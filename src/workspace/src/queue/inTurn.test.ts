import { expect, test } from 'vitest';
import { inTurn } from './inTurn';

test('an answer that is long in coming is waited for before the next is asked for', async () => {
  let asked = 0;
  let answer = () => {};
  const look = inTurn(() => {
    asked += 1;
    return new Promise<void>((done) => (answer = done));
  });

  const first = look();
  await look();
  await look();
  expect(asked).toBe(1);

  answer();
  await first;
  void look();
  expect(asked).toBe(2);
});
