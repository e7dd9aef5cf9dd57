import { useEffect, useState } from 'react';
import type { Document } from '../../http/contract';

const SHOWN_MS = 8_000;
const NONE: ReadonlySet<string> = new Set();

/** The ids of the blocks that read otherwise than before, or were not there. */
export function changedBlocks(before: Document, after: Document): ReadonlySet<string> {
  const known = new Set(
    before.sections.flatMap(({ blocks }) => blocks.map(({ revisionId }) => revisionId)),
  );
  const changed = after.sections.flatMap(({ blocks }) =>
    blocks.filter(({ revisionId }) => !known.has(revisionId)),
  );
  return new Set(changed.map(({ id }) => id));
}

/** The blocks changed by the version that has just come, for a few seconds. */
export function useChangedBlocks(document: Document): ReadonlySet<string> {
  const [seen, setSeen] = useState(document);
  const [changed, setChanged] = useState(NONE);
  if (seen.version !== document.version) {
    setSeen(document);
    setChanged(changedBlocks(seen, document));
  }
  useEffect(() => {
    if (changed.size === 0) return;
    const clock = setTimeout(() => setChanged(NONE), SHOWN_MS);
    return () => clearTimeout(clock);
  }, [changed]);
  return changed;
}
