import type { LiveItem, Session } from '../http/contract';

/** Words that were sent off but do not stand in the conversation yet. */
export interface Unsent {
  /** Made here, once; a request repeated with it does no harm. */
  key: string;
  text: string;
  /** The server's name for them, once it has taken them. */
  itemId: string | null;
  /** How many turns said the same when these were sent: one more, and they have arrived. */
  alike: number;
  /** Why they could not be sent. */
  problem: { message: string; passing: boolean } | null;
}

type Turns = readonly Pick<LiveItem, 'itemId' | 'role' | 'text'>[];

export function withWords(unsent: Unsent[], text: string, key: string, turns: Turns): Unsent[] {
  const alike = count(turns, text) + unsent.filter((one) => one.text === text).length;
  return [...unsent, { key, text, itemId: null, alike, problem: null }];
}

/** The next to be sent; none while one before it could not be, so that the order stays. */
export function nextToSend(unsent: Unsent[]): Unsent | null {
  const next = unsent.find(({ itemId }) => itemId === null) ?? null;
  return next?.problem === null ? next : null;
}

export const withTaken = (unsent: Unsent[], key: string, itemId: string) =>
  changed(unsent, key, { itemId, problem: null });

export const withProblem = (unsent: Unsent[], key: string, problem: Unsent['problem']) =>
  changed(unsent, key, { problem });

/** What failed for a passing reason may be tried again. */
export const withoutPassing = (unsent: Unsent[]) =>
  unsent.map((one) => (one.problem?.passing === true ? { ...one, problem: null } : one));

export const without = (unsent: Unsent[], key: string) => unsent.filter((one) => one.key !== key);

/** What has not arrived: the stream may tell of a turn before the server's answer to its sending is here, or instead of it. */
export function notArrived(unsent: Unsent[], turns: Turns): Unsent[] {
  const left = unsent.filter(({ itemId, text, alike }) =>
    itemId === null ? count(turns, text) <= alike : !turns.some((turn) => turn.itemId === itemId),
  );
  return left.length === unsent.length ? unsent : left;
}

/**
 * What waits, from whatever page it was sent: what the server says waits in this session, and behind that what this page
 * has not brought there yet.
 */
export function withWaiting(unsent: Unsent[], waiting: Session['waiting'], turns: Turns): Unsent[] {
  const rest = [...unsent];
  const there = waiting
    .filter(({ itemId }) => !turns.some((turn) => turn.itemId === itemId))
    .map(({ itemId, text }): Unsent => {
      const at = rest.findIndex((one) => one.itemId === itemId);
      // The stream may tell of it before the server's answer to its sending is here.
      const own =
        at === -1 ? rest.findIndex((one) => one.itemId === null && one.text === text) : at;
      const [mine] = own === -1 ? [] : rest.splice(own, 1);
      return { ...(mine ?? { key: itemId, alike: 0 }), text, itemId, problem: null };
    });
  return [...there, ...rest];
}

const count = (turns: Turns, text: string) =>
  turns.filter((turn) => turn.role === 'user' && turn.text === text).length;

const changed = (unsent: Unsent[], key: string, change: Partial<Unsent>) =>
  unsent.map((one) => (one.key === key ? { ...one, ...change } : one));
