/** A line of a comparison: in both texts, only in the old one, or only in the new one. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** Larger texts are compared as two blocks: the table of all pairs would grow too large. */
const CELLS_AT_MOST = 4_000_000;

/** The lengths of the longest common subsequences of all ends: `table[i][j]` of old lines from i and new lines from j. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = table[i];
    const below = table[i + 1];
    if (row === undefined || below === undefined) continue;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function middle(before: readonly string[], after: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: "removed", text });
  const added = (text: string): DiffLine => ({ kind: "added", text });
  if (before.length * after.length > CELLS_AT_MOST) return [...before.map(removed), ...after.map(added)];
  const table = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length && j < after.length) {
    const [old = "", now = ""] = [before[i], after[j]];
    if (old === now) {
      lines.push({ kind: "same", text: old });
      i += 1;
      j += 1;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) {
      lines.push(removed(old));
      i += 1;
    } else {
      lines.push(added(now));
      j += 1;
    }
  }
  return [...lines, ...before.slice(i).map(removed), ...after.slice(j).map(added)];
}

/** Compares two texts line by line, by their longest common subsequence; removed lines come before the added ones. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split("\n");
  const now = after.split("\n");
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const same = (text: string): DiffLine => ({ kind: "same", text });
  return [...old.slice(0, start).map(same), ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)), ...old.slice(old.length - end).map(same)];
}

/** A stretch of a text: words that the text before did not have there, or others. */
export interface WordRun {
  readonly text: string;
  readonly isNew: boolean;
}

/** The text in stretches, which together are it: what is new against the text before is told apart, word by word. */
export function newWords(before: string, after: string): WordRun[] {
  // Words stand at even places, the gaps between them at odd ones.
  const parts = after.split(/(\s+)/);
  const kinds = diffLines(before.split(/\s+/).join("\n"), parts.filter((_, at) => at % 2 === 0).join("\n")).filter(({ kind }) => kind !== "removed");
  const isNew = (at: number): boolean => kinds[at]?.kind === "added";
  const runs: WordRun[] = [];
  for (const [at, text] of parts.entries()) {
    const own = at % 2 === 0 ? isNew(at / 2) : isNew((at - 1) / 2) && isNew((at + 1) / 2);
    const last = runs.at(-1);
    if (last?.isNew === own) runs[runs.length - 1] = { text: last.text + text, isNew: own };
    else runs.push({ text, isNew: own });
  }
  return runs;
}
