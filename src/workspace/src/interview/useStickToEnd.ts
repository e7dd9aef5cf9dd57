import { useCallback, useEffect, useRef, useState } from 'react';

/** As near to the end as this counts as there. */
const NEAR_PX = 40;

/**
 * Keeps a scrolling box at its end while what is in it grows, unless the reader has scrolled up. `below` is true once
 * something new, which `newest` names, has come where the reader does not see it.
 */
export function useStickToEnd(newest: string) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [below, setBelow] = useState(false);

  const toEnd = useCallback(() => {
    stuck.current = true;
    setBelow(false);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, []);

  useEffect(() => {
    if (!stuck.current) setBelow(true);
  }, [newest]);

  useEffect(() => {
    const element = box.current;
    if (element === null || content.current === null) return;
    let seen = { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
    const look = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      seen = { scrollTop, scrollHeight, clientHeight };
    };
    const follow = () => {
      // A browser that holds what is read in its place would hold the end back.
      element.style.overflowAnchor = stuck.current ? 'none' : 'auto';
      if (stuck.current) element.scrollTop = element.scrollHeight;
      look();
    };
    // Only the reader's going up leaves the end, not what grows or shrinks.
    const moved = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const resized = scrollHeight !== seen.scrollHeight || clientHeight !== seen.clientHeight;
      const atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
      stuck.current = atEnd || (stuck.current && (resized || scrollTop >= seen.scrollTop));
      if (atEnd) setBelow(false);
      follow();
    };
    const sizes = new ResizeObserver(follow);
    sizes.observe(element);
    sizes.observe(content.current);
    element.addEventListener('scroll', moved, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', moved);
    };
  }, []);

  return { box, content, below, toEnd };
}
