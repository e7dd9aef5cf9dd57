import type { Item } from '../../http/contract';

/**
 * Which one of its conversation each item is, counted from 1 over what is shown: an item's own `turn` also counts what
 * nobody sees, such as an assistant's look into its notes. The items must begin with their conversation's first.
 */
export function numbersOf(items: Pick<Item, 'sessionId'>[]): number[] {
  const counted = new Map<string, number>();
  return items.map(({ sessionId }) => {
    const number = (counted.get(sessionId) ?? 0) + 1;
    counted.set(sessionId, number);
    return number;
  });
}
