import type { MarkSection } from './section/useSectionMarks';
import type { ProposalDesk } from './proposals/useProposals';
import type { ChangeDesk } from './useChanges';
import type { EditDesk } from './useEditing';
import type { RefineDesk } from './useRefining';

/** All that can be done to a document from its page. */
export interface Desk {
  /** False for whoever only reads. */
  canWrite: boolean;
  editing: EditDesk;
  changes: ChangeDesk;
  mark: MarkSection;
  refining: RefineDesk;
  proposals: ProposalDesk;
}
