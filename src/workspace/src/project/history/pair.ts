import type { Version } from '../../http/contract';

/** Two versions to be compared. */
export interface Pair {
  from: number;
  to: number;
}

/** The two that the address names, if it names two that there are. */
export function pairOf(query: URLSearchParams, versions: Version[]): Pair | null {
  const numbered = (name: string) =>
    versions.find(({ number }) => String(number) === query.get(name))?.number;
  const from = numbered('from');
  const to = numbered('to');
  return from === undefined || to === undefined ? null : { from, to };
}
