import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Document, Edit } from '../../http/contract';
import { asProblem, Problem } from '../../http/problem';
import type { Answer } from '../../http/useAnswer';
import type { Notice } from '../../live/news';
import { focusBlock, focusEditBox, neighbour } from './blocks';
import { blockAt, editFor, editingOf, isDirty, newParagraph, type Editing } from './editing';
import { NO_PLACE, sendEdit } from './sendEdit';

export interface EditDesk {
  editing: Editing | null;
  saving: boolean;
  /** Why the last save did not go through; the text is still in the box. */
  problem: string | null;
  edit: (blockId: string) => void;
  addAfter: (sectionId: string, blockId: string | null) => void;
  type: (text: string) => void;
  save: () => Promise<void>;
  cancel: () => void;
  bringBack: () => void;
  remove: (blockId: string) => Promise<void>;
}

/** One edit box at a time. Whatever happens to the document, what was typed stays until saved or cancelled. */
export function useEditing(
  projectId: string,
  document: Answer<Document>,
  say: (notice: Omit<Notice, 'key'>) => void,
): EditDesk {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const dropped = useRef<Editing | null>(null);
  const { value, reload } = document;
  useAskingBeforeLeaving(editing !== null && isDirty(editing));

  const open = (next: Editing | null) => {
    if (next === null) return;
    if (editing !== null && isDirty(editing)) {
      say({ tone: 'quiet', text: 'Save or cancel the paragraph you are writing first.' });
      focusEditBox();
      return;
    }
    setProblem(null);
    setEditing(next);
  };

  const close = (focusOn: string | null) => {
    // The box must be gone before the focus can return to the paragraph that takes its place.
    flushSync(() => {
      setEditing(null);
      setProblem(null);
    });
    if (focusOn !== null) focusBlock(focusOn);
  };

  const apply = async (edit: Edit, version: number): Promise<string | null> => {
    await sendEdit(projectId, edit, version);
    const now = await reload();
    return now === null ? null : blockAt(now, edit);
  };

  const save = async () => {
    if (editing === null || value === null || saving || editing.text.trim() === '') return;
    if (editing.place.over !== null && !isDirty(editing)) return close(editing.place.over);
    setSaving(true);
    setProblem(null);
    try {
      close(await apply(editFor(editing, value), value.version));
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === NO_PLACE) await reload();
      setProblem(reasonOf(problem));
    } finally {
      setSaving(false);
    }
  };

  const cancel = () => {
    if (editing === null) return;
    if (isDirty(editing)) {
      dropped.current = editing;
      say({ tone: 'quiet', text: 'What you typed was dropped.', action: 'bringBack' });
    }
    close(editing.place.over ?? editing.place.afterBlockId);
  };

  const remove = async (blockId: string) => {
    if (value === null) return;
    try {
      const next = neighbour(blockId, 1) ?? neighbour(blockId, -1);
      await apply({ type: 'remove', blockId }, value.version);
      next?.focus();
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === NO_PLACE) await reload();
      say({ tone: 'quiet', text: reasonOf(problem) });
    }
  };

  return {
    editing,
    saving,
    problem,
    edit: (blockId) => open(value === null ? null : editingOf(value, blockId)),
    addAfter: (sectionId, blockId) => open(newParagraph(sectionId, blockId)),
    type: useCallback(
      (text: string) => setEditing((now) => (now === null ? null : { ...now, text })),
      [],
    ),
    save,
    cancel,
    bringBack: () => open(dropped.current),
    remove,
  };
}

const reasonOf = ({ status, message }: Problem) =>
  status === NO_PLACE
    ? 'Not saved: the paragraph was changed meanwhile. Look at it, then save again.'
    : message;

function useAskingBeforeLeaving(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const askFirst = (leaving: BeforeUnloadEvent) => leaving.preventDefault();
    addEventListener('beforeunload', askFirst);
    return () => removeEventListener('beforeunload', askFirst);
  }, [dirty]);
}
