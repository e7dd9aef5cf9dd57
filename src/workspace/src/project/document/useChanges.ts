import { useRef, useState } from 'react';
import type { Document, Edit } from '../../http/contract';
import { asProblem } from '../../http/problem';
import { ask } from '../../http/server';
import type { Answer } from '../../http/useAnswer';
import type { Notice } from '../../live/news';
import { NO_PLACE, sendEdit } from './sendEdit';

/** Changes of the document by hand, and their way back. */
export interface ChangeDesk {
  /** The version that is shown; null before the first is here. */
  shown: number | null;
  /** Makes a change; gives the document with it, or null where it was not made and the reader was told why. */
  change: (edit: Edit, said: string) => Promise<Document | null>;
  /** The same, but throws the problem. */
  attempt: (edit: Edit, said: string) => Promise<Document | null>;
  /** Tells of a change that was made otherwise, and lets it be undone. */
  made: (version: number, said: string) => Promise<Document | null>;
  /** True while the document goes back to an earlier version; until that is shown, nothing else brings it back. */
  goingBack: boolean;
  /** Takes back what made this version; refused where the document has moved on. */
  undo: (version: number) => Promise<void>;
  undoOwn: () => void;
  redo: () => void;
  restore: (version: number) => Promise<void>;
}

export function useChanges(
  projectId: string,
  document: Answer<Document>,
  say: (notice: Omit<Notice, 'key'>) => void,
): ChangeDesk {
  const own = useRef<number | null>(null);
  const undone = useRef<{ version: number; by: number } | null>(null);
  const [goingBack, setGoingBack] = useState(false);
  const going = useRef(false);
  const { value, reload } = document;
  const path = `/api/projects/${projectId}/document`;

  const made: ChangeDesk['made'] = (version, said) => {
    own.current = version;
    say({ tone: 'quiet', text: said, action: 'undo' });
    return reload();
  };

  const attempt: ChangeDesk['attempt'] = async (edit, said) =>
    value === null ? null : made(await sendEdit(projectId, edit, value.version), said);

  const orSay = async <T>(act: () => Promise<T>, movedOn: string): Promise<T | null> => {
    try {
      return await act();
    } catch (thrown) {
      const { status, message } = asProblem(thrown);
      if (status === NO_PLACE) await reload();
      say({ tone: 'quiet', text: status === NO_PLACE ? movedOn : message });
      return null;
    }
  };

  const back = (to: string, seen: number, body?: { version: number }) =>
    ask<{ version: number }>(`${path}/${to}`, { method: 'POST', body, ifMatch: seen });

  const goBack = async (act: () => Promise<unknown>, movedOn: string) => {
    if (going.current) return;
    going.current = true;
    setGoingBack(true);
    try {
      await orSay(act, movedOn);
    } finally {
      going.current = false;
      setGoingBack(false);
    }
  };

  const undo = (version: number) =>
    goBack(async () => {
      const { version: by } = await back('undo', version);
      undone.current = { version, by };
      say({ tone: 'quiet', text: 'The last change is undone.', action: 'redo' });
      await reload();
    }, 'Not undone: the document has changed since. Its history has every version.');

  const restoreOver = (version: number, seen: number, said: string) =>
    goBack(
      async () => made((await back('restore', seen, { version })).version, said),
      'Not restored: the document has changed meanwhile. Look at it, then try again.',
    );

  return {
    shown: value?.version ?? null,
    change: (edit, said) =>
      orSay(
        () => attempt(edit, said),
        'Not done: this part of the document was changed meanwhile. Look at it, then try again.',
      ),
    attempt,
    made,
    goingBack,
    undo,
    undoOwn: () => {
      if (own.current !== null) void undo(own.current);
    },
    redo: () => {
      if (undone.current === null) return;
      const { version, by } = undone.current;
      void restoreOver(version, by, 'The change is back.');
    },
    restore: async (version) => {
      if (value === null) return;
      await restoreOver(version, value.version, `Version ${version} stands again.`);
    },
  };
}
