// Blocks as elements of the page. They are found by their id, so that no list of references has to be kept.

export function blockElement(blockId: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`);
}

export function focusBlock(blockId: string) {
  const block = blockElement(blockId);
  block?.focus({ preventScroll: true });
  block?.scrollIntoView({ block: 'nearest' });
}

export function focusEditBox() {
  document.querySelector<HTMLElement>('.edit-box textarea')?.focus();
}

/** From a paragraph the next stop is its words, wherever they stand in the page. */
export function focusWords() {
  document.querySelector<HTMLElement>('.words')?.focus({ preventScroll: true });
}

/** The block `steps` further down the page (negative: up), if there is one. */
export function neighbour(blockId: string, steps: number): HTMLElement | null {
  const all = [...document.querySelectorAll<HTMLElement>('[data-block]')];
  const at = all.findIndex(({ dataset }) => dataset.block === blockId);
  return at === -1 ? null : (all[at + steps] ?? null);
}
