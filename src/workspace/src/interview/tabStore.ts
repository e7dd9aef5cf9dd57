// What must outlast a reload of this tab although the server does not have it yet. It goes with the tab, and a browser that
// refuses to keep anything only loses this safety.

export function keep(name: string, value: unknown) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Nothing to do about it.
  }
}

export function kept<T>(name: string): T | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

export function forget(name: string) {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // It was never kept.
  }
}
