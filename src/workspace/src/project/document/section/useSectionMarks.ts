import type { Document, Section, SectionState } from '../../../http/contract';
import { asProblem } from '../../../http/problem';
import { ask } from '../../../http/server';
import type { Answer } from '../../../http/useAnswer';
import type { Notice } from '../../../live/news';

export type MarkSection = (
  sectionId: string,
  marks: { state: SectionState } | { locked: boolean },
) => Promise<void>;

/** Sets how far a section is, and whether the drafter may change it. Neither makes a new version. */
export function useSectionMarks(
  projectId: string,
  { reload }: Answer<Document>,
  say: (notice: Omit<Notice, 'key'>) => void,
): MarkSection {
  return async (sectionId, marks) => {
    const path = `/api/projects/${projectId}/document/sections/${sectionId}`;
    try {
      await ask<Section>(path, { method: 'PATCH', body: marks });
    } catch (thrown) {
      say({ tone: 'quiet', text: asProblem(thrown).message });
    }
    await reload();
  };
}
