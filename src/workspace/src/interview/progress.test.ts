import { expect, test } from 'vitest';
import { progressOf } from './progress';

test('a completed draft tells its summary', () => {
  expect(
    progressOf('TOOL_PROGRESS::{"status":"completed","summary":"Wrote the harbour."}'),
  ).toEqual({
    status: 'complete',
    sentence: 'Wrote the harbour.',
  });
});

test('a failed draft tells why', () => {
  expect(progressOf('TOOL_PROGRESS::{"status":"error","error":"The model refused."}')).toEqual({
    status: 'error',
    sentence: 'The model refused.',
  });
});

test('what has no sentence still says how it ended', () => {
  expect(progressOf('TOOL_PROGRESS::{"status":"completed","summary":null}')?.sentence).not.toBe('');
  expect(progressOf('TOOL_PROGRESS::{"status":"error"}')?.sentence).not.toBe('');
});

test('other system items tell of no draft', () => {
  expect(progressOf('Earlier you spoke of the harbour.')).toBeNull();
  expect(progressOf('TOOL_PROGRESS::')).toBeNull();
  expect(progressOf('TOOL_PROGRESS::null')).toBeNull();
});
