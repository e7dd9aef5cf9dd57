import { expect, test } from 'vitest';
import { remark, remarkOn } from './remarks';

test('the remark on the newest recording of a project is kept, and no other project’s', () => {
  remark('boats', 'Name a client.');
  remark('bees', 'No Welsh.');
  expect(remarkOn('boats')).toBe('Name a client.');

  remark('boats', null);
  expect(remarkOn('boats')).toBeNull();
  expect(remarkOn('bees')).toBe('No Welsh.');
});
