import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DraftKeeper } from './draftKeeper';

const begun = Date.UTC(2026, 10, 21, 10);
let sent: { text: string; ms: number }[];
let told: boolean[];
let works: boolean;
let keeper: DraftKeeper;

beforeEach(() => {
  vi.useFakeTimers({ now: begun });
  sent = [];
  told = [];
  works = true;
  keeper = new DraftKeeper(
    '',
    (text) => {
      sent.push({ text, ms: Date.now() - begun });
      return new Promise<void>((done, failed) =>
        setTimeout(works ? done : () => failed(new Error('away')), 50),
      );
    },
    (saved) => told.push(saved),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('the first stroke is told at once, the last one after a short pause', async () => {
  keeper.type('I');
  await pass(100);
  keeper.type('I was');
  await pass(100);
  keeper.type('I was born');
  await pass(5_000);

  expect(sent).toEqual([
    { text: 'I', ms: 0 },
    { text: 'I was born', ms: 800 },
  ]);
  expect(told.at(-1)).toBe(true);
});

test('who writes on without a pause is saved at least every two seconds and never twice in 600 ms', async () => {
  for (let strokes = 1; strokes <= 100; strokes++) {
    keeper.type('x'.repeat(strokes));
    await pass(100);
  }

  const gaps = sent.slice(1).map(({ ms }, at) => ms - sent[at]!.ms);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(2_000);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(600);
});

test('a draft that did not arrive is sent again by itself', async () => {
  works = false;
  keeper.type('I was born');
  await pass(1_000);
  expect(told.at(-1)).toBe(false);

  works = true;
  await pass(3_000);
  expect(sent.map(({ text }) => text)).toEqual(['I was born', 'I was born']);
  expect(told.at(-1)).toBe(true);
});

test('what was deleted while it was being saved is deleted on the server as well', async () => {
  keeper.type('I');
  await pass(10);
  keeper.type('');
  await pass(5_000);

  expect(sent.map(({ text }) => text)).toEqual(['I', '']);
  expect(told.at(-1)).toBe(true);
});

test('words that were sent off are not saved as a draft again', async () => {
  keeper.type('I was');
  await pass(100);
  keeper.type('I was born.');
  keeper.emptied();
  await pass(5_000);

  expect(sent.map(({ text }) => text)).toEqual(['I was']);
});

test('what was typed while words were on their way is saved once they have cleared the draft', async () => {
  keeper.type('First.');
  await pass(0);
  keeper.emptied();
  keeper.type('Second');
  await pass(2_000);
  keeper.wordsTaken();
  await pass(2_000);

  expect(sent.map(({ text }) => text)).toEqual(['First.', 'Second', 'Second']);
});

test('words wait for a draft on its way, but not for ever', async () => {
  let arrive = () => {};
  const slow = new DraftKeeper(
    '',
    () => new Promise<void>((done) => (arrive = done)),
    () => {},
  );
  slow.type('I was born.');
  await pass(0);
  let free = 0;
  void slow.settled().then(() => (free += 1));
  await pass(10);
  expect(free).toBe(0);
  arrive();
  await pass(0);
  expect(free).toBe(1);

  slow.type('And then');
  await pass(2_000);
  void slow.settled().then(() => (free += 1));
  await pass(1_000);
  expect(free).toBe(2);
});

test('whoever leaves leaves nothing behind', async () => {
  keeper.type('I');
  await pass(100);
  keeper.type('I was born');
  keeper.leave();
  await pass(5_000);

  expect(sent.map(({ text }) => text)).toEqual(['I', 'I was born']);
});

test('a conversation that has ended is sent nothing any more', async () => {
  works = false;
  keeper.type('I was born');
  await pass(100);
  keeper.end();
  await pass(10_000);
  keeper.leave();

  expect(sent).toHaveLength(1);
});
