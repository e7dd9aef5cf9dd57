import type { Proposal } from '../../../http/contract';

/** What is proposed, before its text. */
export function titleOf({ type, sectionHeading, reason }: Proposal): string {
  if (reason === 'gone') return 'Proposed for a paragraph that is gone';
  switch (type) {
    case 'replace':
      return 'Proposed for this paragraph';
    case 'insert':
      return 'Proposed as a new paragraph here';
    case 'remove':
      return 'Proposed: remove this paragraph';
    case 'move':
      return 'Proposed: move this paragraph elsewhere';
    case 'addSection':
      return `Proposed: a new section “${sectionHeading}”`;
  }
}

/** Why it was not simply done. */
export function reasonOf({ reason }: Proposal): string {
  switch (reason) {
    case 'touched':
      return 'Somebody has worked on this by hand, so the draft leaves it to you.';
    case 'locked':
      return 'The section is locked, so the draft leaves it to you.';
    case 'gone':
      return 'What it belongs to is not in the document any more.';
  }
}
