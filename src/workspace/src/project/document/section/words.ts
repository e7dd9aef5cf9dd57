import type { SectionState } from '../../../http/contract';

/** The states in the order in which a section goes through them. */
export const STATES: { id: SectionState; label: string }[] = [
  { id: 'drafting', label: 'Drafting' },
  { id: 'needs_review', label: 'Needs review' },
  { id: 'approved', label: 'Approved' },
];

export const stateLabel = (state: SectionState) => STATES.find(({ id }) => id === state)!.label;
