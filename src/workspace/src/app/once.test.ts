import { expect, test } from 'vitest';
import { once } from './once';

test('a double click acts once, two clicks act twice, and so does the keyboard', () => {
  let acted = 0;
  const click = once(() => (acted += 1));

  click({ detail: 1 });
  click({ detail: 2 });
  expect(acted).toBe(1);

  click({ detail: 1 });
  click({ detail: 0 });
  expect(acted).toBe(3);
});
