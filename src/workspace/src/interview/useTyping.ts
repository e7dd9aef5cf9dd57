import { useCallback, useEffect, useState } from 'react';
import type { Session } from '../http/contract';
import { ask } from '../http/server';
import { DraftKeeper } from './draftKeeper';
import { forget, keep, kept } from './tabStore';

export interface Typing {
  text: string;
  /** Whether the newest text is with the server: not yet, yes, or not although it was tried. */
  saved: 'soon' | 'yes' | 'no';
  type: (text: string) => void;
  /** The text has gone to the outbox. */
  empty: () => void;
  keeper: DraftKeeper;
}

/** What stands in the box, kept in this tab and with the server. Until somebody types here, it is what the server has. */
export function useTyping({ id, draft, standing }: Session): Typing {
  const name = `draft ${id}`;
  const [leftover] = useState(() => kept<string>(name));
  const [own, setOwn] = useState(leftover);
  const [saved, setSaved] = useState<Typing['saved']>('yes');
  const [keeper] = useState(
    () =>
      new DraftKeeper(
        draft,
        (text, keepalive) =>
          ask(`/api/sessions/${id}/draft`, { method: 'PUT', body: { text }, keepalive }),
        (good) => {
          setSaved(good ? 'yes' : 'no');
          if (good) forget(name);
        },
      ),
  );

  const over = standing === 'stopped';
  useEffect(() => {
    if (over) keeper.end();
  }, [keeper, over]);

  useEffect(() => {
    if (leftover !== null) keeper.type(leftover);
  }, [keeper, leftover]);

  useEffect(() => {
    const leave = () => keeper.leave();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);

  const type = useCallback(
    (text: string) => {
      keep(name, text);
      setOwn(text);
      setSaved((before) => (before === 'no' ? before : 'soon'));
      keeper.type(text);
    },
    [name, keeper],
  );
  const empty = useCallback(() => {
    forget(name);
    setOwn('');
    setSaved('yes');
    keeper.emptied();
  }, [name, keeper]);

  return { text: own ?? draft, saved, type, empty, keeper };
}
