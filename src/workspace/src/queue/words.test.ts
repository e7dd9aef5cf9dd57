import { expect, test } from 'vitest';
import { noneOf, released, statusOf } from './words';

test('an address that names no status filters by none', () => {
  expect(statusOf('error')).toBe('error');
  expect(statusOf('late')).toBeNull();
  expect(statusOf(null)).toBeNull();
});

test('an empty list says what there is none of', () => {
  expect(noneOf('error')).toBe('No draft has failed.');
  expect(noneOf(null)).toBe('No draft has been asked for yet.');
});

test('a drain says how many drafts it lets start', () => {
  expect(released(0)).toBe('Nothing waits for its time.');
  expect(released(1)).toBe('1 waiting draft may start now.');
  expect(released(1200)).toBe('1,200 waiting drafts may start now.');
});
