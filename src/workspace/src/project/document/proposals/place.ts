import type { Document, Proposal } from '../../../http/contract';

/** Where a proposal is shown: behind a block, at its section's end (no block), or behind all of them (no section). */
export interface Place {
  sectionId: string | null;
  blockId: string | null;
}

export function placeOf({ blockId, sectionId }: Proposal, { sections }: Document): Place {
  const around = sections.find(({ blocks }) => blocks.some(({ id }) => id === blockId));
  if (around !== undefined) return { sectionId: around.id, blockId };
  const known = sections.some(({ id }) => id === sectionId);
  return { sectionId: known ? sectionId : null, blockId: null };
}

export function proposalsAt(proposals: Proposal[], document: Document, place: Place): Proposal[] {
  return proposals.filter((proposal) => {
    const { sectionId, blockId } = placeOf(proposal, document);
    return sectionId === place.sectionId && blockId === place.blockId;
  });
}
