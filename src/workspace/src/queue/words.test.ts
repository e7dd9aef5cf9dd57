import { expect, test } from 'vitest';
import type { JobInFull } from '../http/contract';
import { noneOf, released, startOf, statusOf } from './words';

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

test('a draft that waits says what for', () => {
  const now = Date.parse('2026-11-21T10:00:00Z');
  const job = (status: string, due: string | null) => ({ status, due }) as JobInFull;

  expect(startOf(job('queued', null), now)).toMatch('another draft of this project');
  expect(startOf(job('queued', '2026-11-21T09:59:00Z'), now)).toBe('As soon as its turn comes.');
  expect(startOf(job('queued', '2026-11-21T10:01:00Z'), now)).toMatch(/^Not before .*2026/);
  expect(startOf(job('running', null), now)).toBeNull();
});
