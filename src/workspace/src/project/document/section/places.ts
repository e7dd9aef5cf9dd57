import type { Document, Edit, Section } from '../../../http/contract';

/** The section above; null for the first one, and for one that is not there. */
export function above({ sections }: Document, sectionId: string): Section | null {
  const at = sections.findIndex(({ id }) => id === sectionId);
  return at < 1 ? null : (sections[at - 1] ?? null);
}

/** The edit that moves a section by one place; null where there is no further place that way. */
export function moved(document: Document, sectionId: string, way: 'up' | 'down'): Edit | null {
  const { sections } = document;
  const at = sections.findIndex(({ id }) => id === sectionId);
  const to = way === 'up' ? at - 1 : at + 1;
  if (at === -1 || to < 0 || to >= sections.length) return null;
  const after = way === 'up' ? sections[to - 1] : sections[to];
  return { type: 'moveSection', sectionId, afterSectionId: after?.id ?? null };
}
