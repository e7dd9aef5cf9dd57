import { expect, test } from 'vitest';
import type { Version } from '../../http/contract';
import { pairOf } from './pair';

const versions = [3, 2, 1].map((number) => ({ number }) as Version);
const asked = (query: string) => pairOf(new URLSearchParams(query), versions);

test('two versions that there are can be compared, in either direction', () => {
  expect(asked('from=1&to=3')).toEqual({ from: 1, to: 3 });
  expect(asked('from=3&to=1')).toEqual({ from: 3, to: 1 });
});

test('an address that names no two versions compares none', () => {
  expect(asked('from=1')).toBeNull();
  expect(asked('from=1&to=9')).toBeNull();
  expect(asked('from=one&to=2')).toBeNull();
});
