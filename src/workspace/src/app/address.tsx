import { useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react';

export interface Address {
  path: string;
  query: URLSearchParams;
}

/** Where the browser is. In-page anchors (`#…`) are left to the browser. */
export function useAddress(): Address {
  const here = useSyncExternalStore(watch, () => location.pathname + location.search);
  const { pathname, searchParams } = new URL(here, location.origin);
  return { path: pathname, query: searchParams };
}

export function go(to: string, { replace = false } = {}) {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
  requestAnimationFrame(keepFocus);
}

/** A real link that opens without loading the page anew. */
export function Link({
  href,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (click: MouseEvent) => {
    const plain =
      click.button === 0 && !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey);
    if (!plain) return;
    click.preventDefault();
    const { hash } = new URL(href, location.href);
    // At once: a page that goes to a place of its own may do so before the next frame.
    if (hash === '') scrollTo(0, 0);
    go(href);
    // The page that is gone to is there by the next frame.
    if (hash !== '') requestAnimationFrame(() => showAnchor(hash));
  };
  return <a href={href} onClick={follow} {...rest} />;
}

// Where what had the focus is gone with its page, reading goes on at the beginning of the new one.
function keepFocus() {
  if (document.activeElement === document.body) {
    document.getElementById('content')?.focus({ preventScroll: true });
  }
}

function showAnchor(hash: string) {
  const anchor = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (anchor === null) scrollTo(0, 0);
  else anchor.scrollIntoView();
}

function watch(changed: () => void) {
  addEventListener('popstate', changed);
  return () => removeEventListener('popstate', changed);
}
