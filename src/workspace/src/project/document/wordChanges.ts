import type { Part } from '../../http/contract';

/** Beyond so many pairs of words a comparison would be felt; what is left then counts as replaced whole. */
const MOST_PAIRS = 1_000_000;

/**
 * The words that stayed, went and came between two texts, by their longest common subsequence (Wagner and Fischer, 1974)
 * between what both begin and end with.
 */
export function wordChanges(before: string, after: string): Part[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end))
    end++;
  return joined([
    ...parts('same', a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...parts('same', a.slice(a.length - end)),
  ]);
}

// Words with the space after them, so that the parts put together give the text again.
const wordsOf = (text: string) => text.match(/\s*\S+\s*|\s+/g) ?? [];

const parts = (change: Part['change'], words: string[]): Part[] =>
  words.map((text) => ({ change, text }));

function middle(a: string[], b: string[]): Part[] {
  if (a.length * b.length > MOST_PAIRS) return [...parts('removed', a), ...parts('added', b)];
  const common = lengths(a, b);
  const out: Part[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      out.push({ change: 'same', text: a[i]! });
      i++;
      j++;
    } else if (common[i + 1]![j]! >= common[i]![j + 1]!)
      out.push({ change: 'removed', text: a[i++]! });
    else out.push({ change: 'added', text: b[j++]! });
  }
  return [...out, ...parts('removed', a.slice(i)), ...parts('added', b.slice(j))];
}

/** `[i][j]`: how many words the rest of `a` from i and the rest of `b` from j have in common, in order. */
function lengths(a: string[], b: string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  return table;
}

function joined(all: Part[]): Part[] {
  const out: Part[] = [];
  for (const part of all) {
    const last = out.at(-1);
    if (last?.change === part.change) last.text += part.text;
    else out.push({ ...part });
  }
  return out;
}
