import { expect, test } from 'vitest';
import {
  nextToSend,
  notArrived,
  withProblem,
  withTaken,
  withWaiting,
  withWords,
  type Unsent,
} from './unsent';

const said = (itemId: string, text: string) => ({ itemId, role: 'user' as const, text });
const keys = (unsent: Unsent[]) => unsent.map(({ key }) => key);

test('words are sent one after the other, and none overtakes one that could not be', () => {
  const two = withWords(withWords([], 'First.', 'k1', []), 'Second.', 'k2', []);
  expect(nextToSend(two)?.key).toBe('k1');
  expect(nextToSend(withTaken(two, 'k1', 'i1'))?.key).toBe('k2');

  const stuck = withProblem(two, 'k1', { message: 'No.', passing: true });
  expect(nextToSend(stuck)).toBeNull();
  expect(nextToSend(withProblem(stuck, 'k1', null))?.key).toBe('k1');
});

test('taken words wait for their turn to stand in the conversation', () => {
  const taken = withTaken(withWords([], 'First.', 'k1', []), 'k1', 'i1');

  expect(notArrived(taken, [])).toBe(taken);
  expect(notArrived(taken, [said('i1', 'First, as heard.')])).toEqual([]);
});

test('a turn that comes before the answer to its sending is not shown twice', () => {
  const sending = withWords([], 'Yes.', 'k1', []);

  expect(notArrived(sending, [said('i1', 'Yes.')])).toEqual([]);
});

test('the same words said again are not taken for those said before', () => {
  const before = [said('i1', 'Yes.')];
  const again = withWords(withWords([], 'Yes.', 'k2', before), 'Yes.', 'k3', before);

  expect(keys(notArrived(again, before))).toEqual(['k2', 'k3']);
  expect(keys(notArrived(again, [...before, said('i2', 'Yes.')]))).toEqual(['k3']);
});

test('what waits is shown wherever it was sent from, once and in order', () => {
  const here = withTaken(withWords([], 'Mine.', 'k1', []), 'k1', 'i2');
  const both = withWords(here, 'On its way.', 'k2', []);
  const waiting = [
    { itemId: 'i1', text: 'Theirs.' },
    { itemId: 'i2', text: 'Mine.' },
    { itemId: 'i3', text: 'On its way.' },
  ];

  expect(keys(withWaiting(both, waiting.slice(0, 2), []))).toEqual(['i1', 'k1', 'k2']);
  expect(keys(withWaiting(both, waiting, []))).toEqual(['i1', 'k1', 'k2']);
  expect(keys(withWaiting([], waiting, [said('i1', 'Theirs.')]))).toEqual(['i2', 'i3']);
});
