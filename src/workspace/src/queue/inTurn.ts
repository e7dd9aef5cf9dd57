/**
 * Looks only where the look before is over. Of overlapping answers the one asked for last wins, so that one that takes
 * longer than the time between two looks would be given up for the next, and so on for ever.
 */
export function inTurn(look: () => Promise<unknown>): () => Promise<void> {
  let looking = false;
  return async () => {
    if (looking) return;
    looking = true;
    try {
      await look();
    } finally {
      looking = false;
    }
  };
}
