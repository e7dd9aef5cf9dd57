import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Document } from '../../http/contract';
import { asProblem, type Problem } from '../../http/problem';
import type { Answer } from '../../http/useAnswer';
import type { Notice } from '../../live/news';
import { focusBlock, focusEditBox, neighbour } from './blocks';
import { blockAt, editFor, editingOf, isDirty, newParagraph, type Editing } from './editing';
import { useAskingBeforeLeaving } from '../useAskingBeforeLeaving';
import { NO_PLACE } from './sendEdit';
import type { ChangeDesk } from './useChanges';

export interface EditDesk {
  editing: Editing | null;
  saving: boolean;
  /** Why the last save did not go through; the text is still in the box. */
  problem: string | null;
  edit: (blockId: string) => void;
  addAfter: (sectionId: string, blockId: string | null) => void;
  /**
   * Opens a new paragraph with a text that must not be lost, behind the block or at its section's end; false where another
   * one is being written.
   */
  keep: (sectionId: string | null, blockId: string | null, text: string) => boolean;
  type: (text: string) => void;
  save: () => Promise<void>;
  cancel: () => void;
  bringBack: () => void;
  remove: (blockId: string) => Promise<void>;
}

/** One edit box at a time. Whatever happens to the document, what was typed stays until saved or cancelled. */
export function useEditing(
  changes: ChangeDesk,
  document: Answer<Document>,
  say: (notice: Omit<Notice, 'key'>) => void,
): EditDesk {
  const [editing, setEditing] = useState<Editing | null>(null);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const dropped = useRef<Editing | null>(null);
  const { value, reload } = document;
  useAskingBeforeLeaving(editing !== null && isDirty(editing));

  const open = (next: Editing | null): boolean => {
    if (next === null) return false;
    if (editing !== null && isDirty(editing)) {
      say({ tone: 'quiet', text: 'Save or cancel the paragraph you are writing first.' });
      focusEditBox();
      return false;
    }
    setProblem(null);
    setEditing(next);
    return true;
  };

  const close = (focusOn: string | null) => {
    // The box must be gone before the focus can return to the paragraph that takes its place.
    flushSync(() => {
      setEditing(null);
      setProblem(null);
    });
    if (focusOn !== null) focusBlock(focusOn);
  };

  const save = async () => {
    if (editing === null || value === null || saving || editing.text.trim() === '') return;
    if (editing.place.over !== null && !isDirty(editing)) return close(editing.place.over);
    setSaving(true);
    setProblem(null);
    try {
      const edit = editFor(editing, value);
      const now = await changes.attempt(edit, 'Saved.');
      close(now === null ? null : blockAt(now, edit));
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
    const next = neighbour(blockId, 1) ?? neighbour(blockId, -1);
    const now = await changes.change({ type: 'remove', blockId }, 'The paragraph is removed.');
    if (now !== null) next?.focus();
  };

  return {
    editing,
    saving,
    problem,
    edit: (blockId) => void open(value === null ? null : editingOf(value, blockId)),
    addAfter: (sectionId, blockId) => void open(newParagraph(sectionId, blockId)),
    keep: (sectionId, blockId, text) => {
      const section =
        value?.sections.find(({ id }) => id === sectionId) ?? value?.sections.at(-1) ?? null;
      const after = blockId ?? section?.blocks.at(-1)?.id ?? null;
      return open({ ...newParagraph(section?.id ?? '', after), text });
    },
    type: useCallback(
      (text: string) => setEditing((now) => (now === null ? null : { ...now, text })),
      [],
    ),
    save,
    cancel,
    bringBack: () => void open(dropped.current),
    remove,
  };
}

const reasonOf = ({ status, message }: Problem) =>
  status === NO_PLACE
    ? 'Not saved: the paragraph was changed meanwhile. Look at it, then save again.'
    : message;
