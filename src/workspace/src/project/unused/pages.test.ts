import { expect, test } from 'vitest';
import { furtherThan, PAGE } from './pages';

test('more is asked for up to what the server lists', () => {
  expect(furtherThan(PAGE)).toBe(2 * PAGE);
  expect(furtherThan(480)).toBe(500);
  expect(furtherThan(500)).toBeNull();
});
