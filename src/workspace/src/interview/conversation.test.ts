import { expect, test } from 'vitest';
import type { LiveItem, Session } from '../http/contract';
import { finishedAndRest, UNHEARD, withHappening, type Happening } from './conversation';

const session: Session = {
  id: 's',
  projectId: null,
  mode: 'selecting',
  standing: 'listening',
  sentence: '',
  draft: '',
  createdAt: '2026-11-21T10:00:00Z',
  person: 'p',
  waiting: [],
};
const item = (itemId: string, after: string | null, rest: Partial<LiveItem> = {}): LiveItem => ({
  itemId,
  after,
  role: 'user',
  text: `words of ${itemId}`,
  state: 'completed',
  at: '2026-11-21T10:00:01Z',
  ...rest,
});
const said = (one: LiveItem): Happening => ({ type: 'item', item: one });
const snapshot = (...items: LiveItem[]): Happening => ({
  type: 'snapshot',
  session,
  items,
  earlier: false,
});
const after = (...happenings: Happening[]) => happenings.reduce(withHappening, UNHEARD);
const order = (...happenings: Happening[]) =>
  after(...happenings).items.map(({ itemId }) => itemId);

test('an item stands behind the one before it, also when it comes late', () => {
  expect(order(snapshot(item('a', null), item('c', 'b')), said(item('b', 'a')))).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('an item whose forerunner is not shown stands at the end', () => {
  expect(order(snapshot(item('b', 'a')), said(item('c', 'tool')))).toEqual(['b', 'c']);
});

test('an item told again is replaced where it stands', () => {
  const { items } = after(
    snapshot(item('a', null), item('b', 'a')),
    said(item('a', null, { text: 'corrected' })),
  );

  expect(items.map(({ text }) => text)).toEqual(['corrected', 'words of b']);
});

test('what was taken back is not shown', () => {
  const deleted = item('a', null, { state: 'deleted' });

  expect(order(snapshot(item('a', null), item('b', 'a')), said(deleted))).toEqual(['b']);
  expect(order(snapshot(deleted))).toEqual([]);
  expect(order(said(deleted))).toEqual([]);
});

test('words that are being said change nothing that would draw the page anew', () => {
  const going = item('a', null, { state: 'in_progress', text: 'What' });
  const before = after(snapshot(going));

  expect(withHappening(before, said({ ...going, text: 'What did' }))).toBe(before);
  const done = withHappening(before, said(item('a', null, { text: 'What did it smell of?' })));
  expect(done.items[0]).toMatchObject({ state: 'completed', text: 'What did it smell of?' });
});

test('a new snapshot replaces what was shown and says that the line is open', () => {
  const lost = after(snapshot(item('a', null)), { type: 'connection', connection: 'lost' });
  expect(lost.connection).toBe('lost');
  expect(lost.items).toHaveLength(1);

  const back = withHappening(lost, snapshot(item('a', null), item('b', 'a')));
  expect(back.connection).toBe('open');
  expect(back.items).toHaveLength(2);
});

test('a long conversation keeps its newest items and says that there are earlier ones', () => {
  const many = Array.from({ length: 400 }, (_, at) =>
    item(`i${at}`, at === 0 ? null : `i${at - 1}`),
  );
  const { items, earlier } = after(snapshot(...many), said(item('newest', 'i399')));

  expect(items.at(-1)?.itemId).toBe('newest');
  expect(items).toHaveLength(301);
  expect(earlier).toBe(true);
});

test('what follows an unfinished turn waits with it, but not behind one left unfinished long ago', () => {
  const going = item('b', 'a', { role: 'assistant', state: 'in_progress' });
  const [finished, rest] = finishedAndRest([item('a', null), going, item('c', 'b')]);
  expect(finished.map(({ itemId }) => itemId)).toEqual(['a']);
  expect(rest.map(({ itemId }) => itemId)).toEqual(['b', 'c']);

  const later = ['d', 'e', 'f', 'g', 'h', 'i'].map((id) => item(id, null));
  expect(finishedAndRest([going, ...later])[1]).toEqual([]);
});
