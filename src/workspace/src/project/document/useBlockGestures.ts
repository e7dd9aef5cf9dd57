import type { FocusEvent, KeyboardEvent, MouseEvent } from 'react';
import { focusWords, neighbour } from './blocks';

interface Gestures {
  selected: string | null;
  select: (blockId: string | null) => void;
  /** `null` where the reader may not write. */
  edit: ((blockId: string) => void) | null;
  setLastFocused: (blockId: string) => void;
}

/** Pointer and keys for all blocks of the document at once. */
export function useBlockGestures({ selected, select, edit, setLastFocused }: Gestures) {
  const onClick = ({ target }: MouseEvent) => {
    const block = blockAround(target);
    if (block === null || isSelectingText() || insideLink(target)) return;
    select(block === selected ? null : block);
  };

  const onFocus = ({ target }: FocusEvent) => {
    // After a jump to a section's heading the next stop is its first paragraph.
    const block = blockItself(target) ?? firstBelow(target);
    if (block !== null) setLastFocused(block);
  };

  const onKeyDown = (press: KeyboardEvent) => {
    const block = blockItself(press.target);
    if (block === null || press.metaKey || press.ctrlKey || press.altKey || press.shiftKey) return;
    const act = actionOf(press.key, block);
    if (act === null) return;
    press.preventDefault();
    act();
  };

  const actionOf = (key: string, block: string): (() => void) | null => {
    switch (key) {
      case 'Enter':
      case ' ':
        return () => select(block === selected ? null : block);
      case 'e':
        return edit === null ? null : () => edit(block);
      case 'Tab':
        return block === selected ? focusWords : null;
      case 'Escape':
        return selected === null ? null : () => select(null);
      case 'ArrowDown':
        return () => moveTo(neighbour(block, 1));
      case 'ArrowUp':
        return () => moveTo(neighbour(block, -1));
      default:
        return null;
    }
  };

  const moveTo = (block: HTMLElement | null) => {
    if (block === null) return;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'nearest' });
    // With the words open, moving on turns them to the next paragraph.
    if (selected !== null) select(block.dataset.block ?? null);
  };

  return { onClick, onFocus, onKeyDown };
}

function blockAround(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-block]')?.dataset.block ?? null)
    : null;
}

function blockItself(target: EventTarget): string | null {
  return target instanceof HTMLElement ? (target.dataset.block ?? null) : null;
}

function firstBelow(heading: EventTarget): string | null {
  if (!(heading instanceof HTMLHeadingElement)) return null;
  return (
    heading.closest('section')?.querySelector<HTMLElement>('[data-block]')?.dataset.block ?? null
  );
}

const insideLink = (target: EventTarget) =>
  target instanceof Element && target.closest('a') !== null;

function isSelectingText(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}
