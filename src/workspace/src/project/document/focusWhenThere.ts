/** In frames; about a second. */
const PATIENCE = 60;

/** Gives the focus to what the page is about to show. A busy browser may need more than a frame until it is there. */
export function focusWhenThere(id: string, frames = PATIENCE) {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element !== null) element.focus();
    else if (frames > 0) focusWhenThere(id, frames - 1);
  });
}
