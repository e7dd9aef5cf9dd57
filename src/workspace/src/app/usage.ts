import type { Usage } from '../http/contract';
import { count, dollars, duration } from './phrases';

/** What a job cost, where it asked a model that may cost something; empty otherwise. */
export function cost(usage: Usage | null): string {
  if (usage === null || !usage.calls) return '';
  return typeof usage.cost === 'number' ? `cost ${dollars(usage.cost)}` : 'cost unknown';
}

/** How much a job read and wrote, where it asked a model; empty otherwise. */
export function tokens(usage: Usage | null): string {
  if (usage === null || !usage.calls) return '';
  return `${count(usage.inputTokens, 'token')} in, ${count(usage.outputTokens, 'token')} out`;
}

/** All that is known of what a job took of a model. */
export function inFull(usage: Usage): string {
  const cached = usage.cachedTokens
    ? ` (${count(usage.cachedTokens, 'of them', 'of them')} cached)`
    : '';
  const tokens = `${count(usage.inputTokens, 'token')} in${cached}, ${count(usage.outputTokens, 'token')} out`;
  const calls = usage.calls
    ? [`asked ${count(usage.calls, 'time')}`, `took ${duration(usage.modelMs ?? 0)}`]
    : [];
  return `${usage.model}: ${[tokens, ...calls, cost(usage)].filter(Boolean).join(', ')}`;
}
