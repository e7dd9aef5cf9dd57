import { expect, test } from 'vitest';
import type { FeedEvent } from '../http/contract';
import { NO_NEWS, withHappening, type News } from './news';

const at = '2026-11-21T10:00:00Z';
const told = (event: FeedEvent) => (news: News) => withHappening(news, { type: 'told', event });
const after = (...steps: ((news: News) => News)[]) =>
  steps.reduce((news, step) => step(news), NO_NEWS);

const changed: FeedEvent = {
  seq: 4,
  at,
  kind: 'documentChanged',
  version: 2,
  origin: 'draft',
  sections: [],
  outline: [],
};
const failed: FeedEvent = {
  seq: 5,
  at,
  kind: 'draftProgress',
  jobId: 'j',
  status: 'error',
  summary: null,
  error: 'The model refused.',
  reason: 'refused',
  attempts: 3,
  durationMs: 900,
};

test('a changed document is fetched again with its proposals and the project, and nothing else', () => {
  const news = after(told(changed));

  expect(news.stale).toEqual({ ...NO_NEWS.stale, document: 1, proposals: 1, project: 1 });
});

test('an event told twice changes nothing', () => {
  const once = after(told(changed));

  expect(withHappening(once, { type: 'told', event: changed })).toBe(once);
});

test('after every hello all that is held is fetched again', () => {
  const news = withHappening(NO_NEWS, { type: 'hello', seq: 9 });

  expect(Object.values(news.stale).every((times) => times === 1)).toBe(true);
  expect(news.connection).toBe('open');
});

test('a section that is locked is shown so, and its proposals need no look', () => {
  const locked: FeedEvent = {
    seq: 6,
    at,
    kind: 'sectionChanged',
    sectionId: 's',
    state: 'approved',
    locked: true,
  };

  expect(after(told(locked)).stale).toEqual({ ...NO_NEWS.stale, document: 1 });
});

test('words put right may leave a paragraph behind, so the document is fetched again', () => {
  const corrected: FeedEvent = {
    seq: 7,
    at,
    kind: 'itemCorrected',
    sessionId: 'c',
    itemId: 'i',
    revision: 2,
  };

  expect(after(told(corrected)).stale).toEqual({ ...NO_NEWS.stale, transcript: 1, document: 1 });
});

test('a completed draft says its summary quietly', () => {
  const news = after(
    told({ ...failed, status: 'completed', summary: 'Wrote the harbour.', error: null }),
  );

  expect(news.notices).toEqual([
    { key: 1, tone: 'quiet', text: 'Wrote the harbour.', inTalk: true },
  ]);
});

test('a failed draft offers to try again, and a later failure takes its place', () => {
  const news = after(told(failed), told({ ...failed, seq: 6, error: 'The budget is used up.' }));

  expect(news.notices).toEqual([
    {
      key: 2,
      tone: 'failed',
      text: 'The draft failed: The budget is used up.',
      action: 'draftAgain',
      jobId: 'j',
    },
  ]);
});
