import type { LiveItem, Session } from '../http/contract';
import type { Connection } from '../live/stream';

/** A live conversation as far as this page has heard of it. */
export interface Conversation {
  session: Session | null;
  /** In order, without those that were taken back. */
  items: LiveItem[];
  /** True where there is more before the first item than is shown. */
  earlier: boolean;
  connection: Connection;
}

export type Happening =
  | { type: 'snapshot'; session: Session; items: LiveItem[]; earlier: boolean }
  | { type: 'session'; session: Session }
  | { type: 'item'; item: LiveItem }
  | { type: 'connection'; connection: Connection };

export const UNHEARD: Conversation = {
  session: null,
  items: [],
  earlier: false,
  connection: 'connecting',
};

/** More than this is not kept on the page: the transcript has it. */
const MOST = 400;
/** So many go at once, since whatever goes moves the page. */
const SPARE = 100;

export function withHappening(before: Conversation, happening: Happening): Conversation {
  switch (happening.type) {
    case 'snapshot': {
      const { session, items, earlier } = happening;
      return { session, items: items.filter(isThere), earlier, connection: 'open' };
    }
    case 'session':
      return { ...before, session: happening.session };
    case 'item': {
      const items = withItem(before.items, happening.item);
      return items === before.items ? before : bounded({ ...before, items });
    }
    case 'connection':
      return { ...before, connection: happening.connection };
  }
}

/**
 * Finished turns, which may be read out, and those from the first one on that is still being said. A turn that stays
 * unfinished holds back none but the few after it.
 */
export function finishedAndRest(items: LiveItem[]): [LiveItem[], LiveItem[]] {
  const from = Math.max(0, items.length - LATELY);
  const unfinished = items.findIndex((item, at) => at >= from && isGoing(item));
  return unfinished === -1 ? [items, []] : [items.slice(0, unfinished), items.slice(unfinished)];
}

const LATELY = 6;

const isThere = ({ state }: LiveItem) => state !== 'deleted';

export const isGoing = ({ state }: LiveItem) => state === 'in_progress';

function withItem(items: LiveItem[], item: LiveItem): LiveItem[] {
  const at = items.findIndex(({ itemId }) => itemId === item.itemId);
  const known = items[at];
  if (known === undefined)
    return isThere(item) ? items.toSpliced(placeOf(item, items), 0, item) : items;
  if (!isThere(item)) return items.toSpliced(at, 1);
  // While it is being said its words are in the captions.
  return isGoing(known) && isGoing(item) ? items : items.with(at, item);
}

/** Behind the item before it; where that is not shown, at the end. */
function placeOf({ after }: LiveItem, items: LiveItem[]): number {
  const before = items.findIndex(({ itemId }) => itemId === after);
  return before === -1 ? items.length : before + 1;
}

function bounded(conversation: Conversation): Conversation {
  const { items } = conversation;
  return items.length <= MOST
    ? conversation
    : { ...conversation, items: items.slice(SPARE), earlier: true };
}
