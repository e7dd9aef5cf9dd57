import type { MouseEvent } from 'react';

/** Acts on a click, and not on the second of a double click: what is done by then may have put another thing in its place. */
export const once = (act: () => void) => (click: Pick<MouseEvent, 'detail'>) => {
  if (click.detail < 2) act();
};
