import { expect, test } from 'vitest';
import { recordingPath, titleFrom } from './recordingPath';

test('each name of a client is a parameter of its own, and an empty title is left to the server', () => {
  const path = recordingPath({
    fileName: 'table.txt',
    title: ' ',
    kind: 'memoir',
    names: 'Marit Aasen, , Jörg',
  });

  const query = new URL(path, 'http://localhost').searchParams;
  expect(query.getAll('client')).toEqual(['Marit Aasen', 'Jörg']);
  expect(query.has('title')).toBe(false);
});

test('a file name suggests a title', () => {
  expect(titleFrom('kitchen_table-1962.txt')).toBe('Kitchen table 1962');
});
