import type { Document } from '../../http/contract';
import type { Answer } from '../../http/useAnswer';
import type { Kept, Notice } from '../../live/news';
import type { Desk } from './desk';
import { useProposals } from './proposals/useProposals';
import { useSectionMarks } from './section/useSectionMarks';
import { useChanges } from './useChanges';
import { useEditing } from './useEditing';
import { useRefining } from './useRefining';

interface Book {
  projectId: string;
  document: Answer<Document>;
  canWrite: boolean;
  stale: Record<Kept, number>;
  say: (notice: Omit<Notice, 'key'>) => void;
}

/** Everything that is typed at this desk outlasts a change of view. */
export function useDesk({ projectId, document, canWrite, stale, say }: Book): Desk {
  const changes = useChanges(projectId, document, say);
  return {
    canWrite,
    changes,
    editing: useEditing(changes, document, say),
    mark: useSectionMarks(projectId, document, say),
    refining: useRefining(projectId, stale.jobs),
    proposals: useProposals(projectId, stale.proposals, changes, say),
  };
}
