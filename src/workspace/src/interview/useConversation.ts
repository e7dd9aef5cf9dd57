import { useEffect, useReducer, useState } from 'react';
import type { LiveItem, Session } from '../http/contract';
import { follow } from '../live/stream';
import { Captions } from './captions';
import { UNHEARD, withHappening, type Conversation, type Happening } from './conversation';

/** One live conversation, for as long as its page is open, and what is being said in it right now. */
export function useConversation(sessionId: string): [Conversation, Captions] {
  const [conversation, happened] = useReducer(withHappening, UNHEARD);
  const [captions] = useState(() => new Captions());
  useEffect(
    () =>
      listen(sessionId, (happening) => {
        captions.hear(happening);
        happened(happening);
      }),
    [sessionId, captions],
  );
  return [conversation, captions];
}

function listen(sessionId: string, hear: (happening: Happening) => void): () => void {
  return follow({
    address: () => `/api/sessions/${sessionId}/stream`,
    sameRights: `/api/sessions/${sessionId}`,
    kinds: ['snapshot', 'session', 'item'],
    hear: (kind, data) => hear(happeningOf(kind, JSON.parse(data))),
    trouble: (connection) => hear({ type: 'connection', connection }),
  });
}

function happeningOf(kind: string, data: unknown): Happening {
  switch (kind) {
    case 'session':
      return { type: 'session', session: data as Session };
    case 'item':
      return { type: 'item', item: data as LiveItem };
    default:
      return { type: 'snapshot', ...(data as Snapshot) };
  }
}

type Snapshot = Omit<Extract<Happening, { type: 'snapshot' }>, 'type'>;
