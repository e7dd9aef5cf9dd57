interface Recording {
  fileName: string;
  title: string;
  kind: string;
  /** As typed: names separated by commas, or nothing. */
  names: string;
}

/** Where a recording is posted to; what was left empty is left to the server. */
export function recordingPath({ fileName, title, kind, names }: Recording): string {
  const query = new URLSearchParams({ fileName, kind });
  if (title.trim() !== '') query.set('title', title.trim());
  for (const name of names.split(',').map((part) => part.trim())) {
    if (name !== '') query.append('client', name);
  }
  return `/api/recordings?${query}`;
}

/** "kitchen_table-1962.txt" suggests the title "Kitchen table 1962". */
export function titleFrom(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
