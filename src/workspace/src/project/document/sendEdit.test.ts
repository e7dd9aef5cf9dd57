import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendEdit } from './sendEdit';

const asked: { path: string; request: RequestInit }[] = [];
let answer: { status: number; body: unknown };

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('document', { cookie: 'XSRF-TOKEN=t' });
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    asked.push({ path, request });
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('an edit is sent against the version that the writer sees', async () => {
  answer = { status: 200, body: { version: 8, applied: 1, unplaced: 0 } };

  await sendEdit('p', { type: 'remove', blockId: 'b' }, 7);

  expect(asked).toHaveLength(1);
  expect(asked[0]!.path).toBe('/api/projects/p/document/edits');
  expect(new Headers(asked[0]!.request.headers).get('If-Match')).toBe('"7"');
  expect(asked[0]!.request.body).toBe('{"edits":[{"type":"remove","blockId":"b"}]}');
});

test('an edit that had no place is not taken for saved', async () => {
  answer = { status: 200, body: { version: 7, applied: 0, unplaced: 1 } };

  await expect(sendEdit('p', { type: 'remove', blockId: 'b' }, 7)).rejects.toMatchObject({
    status: 412,
  });
});
