/** The views of a project in the order they are offered; the address names the view, the document being the plain one. */
export const VIEWS = [
  { id: 'document', label: 'Document' },
  { id: 'history', label: 'History' },
  { id: 'transcript', label: 'Transcript' },
  { id: 'unused', label: 'Not in the book' },
  { id: 'blueprint', label: 'Blueprint' },
  { id: 'questions', label: 'Open questions' },
  { id: 'jobs', label: 'Jobs' },
] as const;

export type View = (typeof VIEWS)[number]['id'];

export function viewOf(query: URLSearchParams): View {
  return VIEWS.find(({ id }) => id === query.get('view'))?.id ?? 'document';
}

export const labelOf = (view: View) => VIEWS.find(({ id }) => id === view)!.label;

export function viewHref(projectId: string, view: View): string {
  return view === 'document' ? `/projects/${projectId}` : `/projects/${projectId}?view=${view}`;
}

/** What is different in version `to`. */
export function differenceHref(projectId: string, from: number, to: number): string {
  return `${viewHref(projectId, 'history')}&from=${from}&to=${to}`;
}

export function turnHref(
  projectId: string,
  { sessionId, itemId }: { sessionId: string; itemId: string },
): string {
  const query = new URLSearchParams({ view: 'transcript', session: sessionId, item: itemId });
  return `/projects/${projectId}?${query}`;
}

export function blockHref(projectId: string, blockId: string | null): string {
  return blockId === null
    ? viewHref(projectId, 'document')
    : `/projects/${projectId}?block=${encodeURIComponent(blockId)}`;
}

export const sectionAnchor = (sectionId: string) => `section-${sectionId}`;
