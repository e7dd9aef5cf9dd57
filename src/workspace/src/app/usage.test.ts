import { expect, test } from 'vitest';
import { cost, inFull, tokens } from './usage';

const usage = {
  model: 'gpt-6-luna',
  inputTokens: 4000,
  outputTokens: 1,
  cachedTokens: 1000,
  calls: 2,
  modelMs: 12_000,
  cost: 0.000423,
};

test('the author sees what a job cost', () => {
  expect(cost(usage)).toBe('cost $0.0004');
  expect(cost({ ...usage, cost: 1.5 })).toBe('cost $1.50');
  expect(cost({ ...usage, cost: 0.000001 })).toBe('cost less than $0.0001');
});

test('the author sees how much was read and written', () => {
  expect(tokens(usage)).toBe('4,000 tokens in, 1 token out');
  expect(tokens({ ...usage, calls: 0 })).toBe('');
  expect(tokens(null)).toBe('');
});

test('a price that nobody knows is no price of nothing', () => {
  expect(cost({ ...usage, cost: null })).toBe('cost unknown');
});

test('a drafter that asks no model costs nothing worth telling', () => {
  expect(cost({ model: 'offline', inputTokens: 0, outputTokens: 0, calls: 0, cost: 0 })).toBe('');
  expect(cost({ model: 'offline', inputTokens: 0, outputTokens: 0 })).toBe('');
  expect(cost(null)).toBe('');
});

test('the operator sees all of it', () => {
  expect(inFull(usage)).toBe(
    'gpt-6-luna: 4,000 tokens in (1,000 of them cached), 1 token out, asked 2 times, took 12 s, cost $0.0004',
  );
  expect(inFull({ model: 'offline', inputTokens: 0, outputTokens: 0 })).toBe(
    'offline: 0 tokens in, 0 tokens out',
  );
});
