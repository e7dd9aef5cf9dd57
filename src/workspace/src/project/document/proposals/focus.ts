import type { Proposal } from '../../../http/contract';
import { focusBlock } from '../blocks';

// Proposals as elements of the page.

const all = () => [...document.querySelectorAll<HTMLElement>('[data-proposal]')];

/**
 * Where the focus goes once a proposal is decided and no longer there: to the one below or else above, or to its paragraph.
 * To be asked while it is there.
 */
export function onward({ id, blockId }: Proposal): () => void {
  const ids = all().map(({ dataset }) => dataset.proposal ?? '');
  const at = ids.indexOf(id);
  const next = ids[at + 1] ?? ids[at - 1];
  return () => {
    if (next !== undefined) focusProposal(next);
    else if (blockId !== null) focusBlock(blockId);
  };
}

export function focusProposal(id: string) {
  const card = all().find(({ dataset }) => dataset.proposal === id);
  card?.querySelector<HTMLElement>('.proposal-title')?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'center' });
}

/** The first one below what is read now; from the last one on the first again. */
export function focusNextProposal() {
  const here = innerHeight / 2 + 1;
  const cards = all();
  const next = cards.find((card) => card.getBoundingClientRect().top > here) ?? cards[0];
  if (next?.dataset.proposal !== undefined) focusProposal(next.dataset.proposal);
}
