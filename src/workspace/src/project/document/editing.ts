import type { Block, Document, Edit, Section } from '../../http/contract';

/** Text somebody is typing: over a block, or as a new paragraph after one (`null`: at the start of the section). */
export interface Editing {
  place:
    | { over: string; sectionId: string; afterBlockId: string | null }
    | { over: null; sectionId: string; afterBlockId: string | null };
  /** The block's revision that the writer has seen; `null` for a new paragraph. */
  revisionId: string | null;
  /** The text the box was opened with. */
  begun: string;
  text: string;
}

/** What has become of the block since the box was opened. */
export type Standing = { kind: 'same' } | { kind: 'changed'; block: Block } | { kind: 'removed' };

export function editingOf(document: Document, blockId: string): Editing | null {
  for (const section of document.sections) {
    const at = section.blocks.findIndex(({ id }) => id === blockId);
    const block = section.blocks[at];
    if (block === undefined) continue;
    const afterBlockId = section.blocks[at - 1]?.id ?? null;
    return {
      place: { over: blockId, sectionId: section.id, afterBlockId },
      revisionId: block.revisionId,
      begun: block.markdown,
      text: block.markdown,
    };
  }
  return null;
}

export function newParagraph(sectionId: string, afterBlockId: string | null): Editing {
  return { place: { over: null, sectionId, afterBlockId }, revisionId: null, begun: '', text: '' };
}

export const isDirty = ({ begun, text }: Editing) => text !== begun;

export function standingOf({ place, revisionId }: Editing, document: Document): Standing {
  if (place.over === null) return { kind: 'same' };
  const block = findBlock(document, place.over);
  if (block === null) return { kind: 'removed' };
  return block.revisionId === revisionId ? { kind: 'same' } : { kind: 'changed', block };
}

/** Where text stands in the document: in place of a block, or after one (`null`: first in the section). */
export type Spot =
  { sectionId: string; over: string } | { sectionId: string; after: string | null };

/**
 * Where the text belongs as the document stands, whatever was done to its section meanwhile; null only where there is no
 * section at all.
 */
export function spotOf({ place }: Editing, { sections }: Document): Spot | null {
  const holding = (blockId: string | null) =>
    sections.find(({ blocks }) => blocks.some(({ id }) => id === blockId));
  const around = holding(place.over);
  if (place.over !== null && around !== undefined)
    return { sectionId: around.id, over: place.over };
  const home =
    holding(place.afterBlockId) ??
    sections.find(({ id }) => id === place.sectionId) ??
    sections.at(-1);
  return home === undefined
    ? null
    : { sectionId: home.id, after: anchorIn(home, place.afterBlockId) };
}

/**
 * The edit that puts the text where it belongs in `document`, which must be the version the writer sees: a change of
 * the block is shown above the box, so saving over it is their choice. A block that is gone is inserted anew.
 */
export function editFor(editing: Editing, document: Document): Edit {
  const { place, text: markdown } = editing;
  const spot = spotOf(editing, document) ?? { sectionId: place.sectionId, after: null };
  return 'over' in spot
    ? { type: 'replace', blockId: spot.over, markdown }
    : { type: 'insert', sectionId: spot.sectionId, afterBlockId: spot.after, markdown };
}

export function findBlock(document: Document, blockId: string): Block | null {
  for (const { blocks } of document.sections) {
    const block = blocks.find(({ id }) => id === blockId);
    if (block !== undefined) return block;
  }
  return null;
}

/** Where an edit's block stands in the version that has it: the block itself, or the one inserted. */
export function blockAt(document: Document, edit: Edit): string | null {
  if ('blockId' in edit) return edit.blockId;
  if (edit.type !== 'insert') return null;
  const blocks = document.sections.find(({ id }) => id === edit.sectionId)?.blocks ?? [];
  return blocks[blocks.findIndex(({ id }) => id === edit.afterBlockId) + 1]?.id ?? null;
}

// Where the paragraph before has gone as well, the end of the section is the nearest place.
function anchorIn({ blocks }: Section, wanted: string | null): string | null {
  if (wanted === null || blocks.some(({ id }) => id === wanted)) return wanted;
  return blocks.at(-1)?.id ?? null;
}
