/** How many passages are listed at first. */
export const PAGE = 50;

/** The server lists no more at a time. */
const MOST = 500;

/** How many to list next, where so many are listed; null where there is no further to go. */
export const furtherThan = (limit: number): number | null =>
  limit < MOST ? Math.min(MOST, limit + PAGE) : null;
