import { expect, test } from 'vitest';
import type { LiveItem } from '../http/contract';
import { Captions } from './captions';

const item = (text: string, state: LiveItem['state'] = 'in_progress'): LiveItem => ({
  itemId: 'a',
  after: null,
  role: 'assistant',
  text,
  state,
  at: '2026-11-21T10:00:00Z',
});

test('the words grow until the whole of them is in the conversation', () => {
  const captions = new Captions();
  captions.hear({ type: 'item', item: item('What did ') });
  captions.hear({ type: 'item', item: item('What did it smell of?') });
  expect(captions.of('a')).toBe('What did it smell of?');

  captions.hear({ type: 'item', item: item('What did it smell of?', 'completed') });
  expect(captions.of('a')).toBe('');
});

test('only those who wait for words are told, and other news is none', () => {
  const captions = new Captions();
  let told = 0;
  const leave = captions.watch(() => (told += 1));
  captions.hear({ type: 'item', item: item('What') });
  captions.hear({ type: 'connection', connection: 'lost' });
  leave();
  captions.hear({ type: 'item', item: item('What did') });

  expect(told).toBe(1);
});
