import type { Runtime } from "../core/runtime.ts";

/** A character more, less or another; another case. */
const MOVE = 2;
const CASE = 1;
/** More candidates, or longer differences, are not looked at. */
const MOST_CANDIDATES = 750;
const LONGEST = 40;

/** The known name nearest to a misspelt one, or null: at most a third of the letters may differ, and less than `below` (Python/suggestions.c, _Py_CalculateSuggestions). */
export function closest(rt: Runtime, name: string, known: readonly string[], below = Number.POSITIVE_INFINITY): string | null {
  if (known.length >= MOST_CANDIDATES) return null;
  let best: string | null = null;
  let bestDistance = below;
  for (const candidate of known) {
    if (candidate === name) continue;
    const limit = Math.min(Math.floor(((name.length + candidate.length + 3) * MOVE) / 6), bestDistance - 1);
    if (Math.abs(name.length - candidate.length) * MOVE > limit) continue;
    const distance = editDistance(rt, name, candidate);
    if (distance > limit) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function editDistance(rt: Runtime, first: string, second: string): number {
  const [a, b] = withoutCommonEnds(first, second);
  if (a === "" || b === "") return (a.length + b.length) * MOVE;
  if (a.length > LONGEST || b.length > LONGEST) return Number.POSITIVE_INFINITY;
  rt.charge(1 + ((a.length * b.length) >> 4));
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * MOVE);
  for (let i = 1; i <= a.length; i++) {
    const next = [i * MOVE];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j] + MOVE, next[j - 1] + MOVE, row[j - 1] + substitution(a[i - 1], b[j - 1])));
    row = next;
  }
  return row[b.length];
}

function withoutCommonEnds(a: string, b: string): readonly [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;
}
