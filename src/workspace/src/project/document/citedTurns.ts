import type { CitedWords } from '../../http/contract';

/** One turn of the transcript with the parts of it that a paragraph cites. */
export interface Passage {
  sessionId: string;
  itemId: string;
  turn: number;
  speaker: string;
  /** The turn as it read when it was cited. */
  text: string;
  revision: number;
  /** How it reads now; null where it was not corrected since. */
  currentText: string | null;
  parts: { text: string; cited: boolean }[];
}

/** Gathers the citations of one item as it once read into one passage; items stand in the order they are first cited. */
export function passagesOf(words: CitedWords[]): Passage[] {
  const byItem = new Map<string, { first: CitedWords; cited: CitedWords[] }>();
  for (const one of words) {
    const key = `${one.sessionId} ${one.itemId} ${one.revision}`;
    const known = byItem.get(key);
    if (known === undefined) byItem.set(key, { first: one, cited: [one] });
    else known.cited.push(one);
  }
  return [...byItem.values()].map(({ first, cited }) => ({
    sessionId: first.sessionId,
    itemId: first.itemId,
    turn: first.turn,
    speaker: first.speaker,
    text: first.text,
    revision: first.revision,
    currentText: first.currentText ?? null,
    parts: partsOf(first.text, cited),
  }));
}

function partsOf(text: string, ranges: { from: number; to: number }[]): Passage['parts'] {
  const parts: Passage['parts'] = [];
  let end = 0;
  for (const { from, to } of joined(ranges)) {
    parts.push(
      { text: text.slice(end, from), cited: false },
      { text: text.slice(from, to), cited: true },
    );
    end = to;
  }
  parts.push({ text: text.slice(end), cited: false });
  return parts.filter((part) => part.text !== '');
}

function joined(ranges: { from: number; to: number }[]): { from: number; to: number }[] {
  const sorted = ranges.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
  const out: { from: number; to: number }[] = [];
  for (const range of sorted) {
    const last = out.at(-1);
    if (last !== undefined && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else out.push(range);
  }
  return out;
}
