// Proposals as elements of the page.

const all = () => [...document.querySelectorAll<HTMLElement>('[data-proposal]')];

/** The proposal below, or else the one above. */
export function proposalAfter(id: string): string | null {
  const ids = all().map(({ dataset }) => dataset.proposal ?? '');
  const at = ids.indexOf(id);
  return ids[at + 1] ?? ids[at - 1] ?? null;
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
