import { useLayoutEffect, useRef, useState } from 'react';
import { blockElement } from './blocks';

const GAP = 16;
/** Room for the links of the views, which stay at the top of the screen. */
const TOP = 64;

/** How far down its column the panel begins: beside its block, but so that it is on the screen as a whole. */
export function useBeside(blockId: string, wide: boolean) {
  const column = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);

  useLayoutEffect(() => {
    const panel = column.current?.firstElementChild;
    if (!wide || !panel) return;
    const place = () =>
      setOffset((before) => offsetIn(column.current, panel, blockElement(blockId)) ?? before);
    const sizes = new ResizeObserver(place);
    sizes.observe(panel);
    place();
    return () => sizes.disconnect();
  }, [blockId, wide]);

  return { column, offset };
}

function offsetIn(
  column: HTMLElement | null,
  panel: Element,
  block: HTMLElement | null,
): number | null {
  // While the block is being edited the panel stays where it is.
  if (column === null || block === null) return null;
  const top = column.getBoundingClientRect().top;
  const height = panel.getBoundingClientRect().height;
  const lowest = Math.max(TOP, innerHeight - height - GAP);
  return Math.max(0, Math.min(block.getBoundingClientRect().top, lowest) - top);
}
