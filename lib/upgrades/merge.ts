import { diffLines } from "../studio/diff.ts";

/** A stretch of a merged text: settled, or changed on both sides in different ways. */
export type MergePiece =
  | { readonly kind: "settled"; readonly lines: readonly string[]; readonly from: "both" | "mine" | "theirs" }
  | { readonly kind: "conflict"; readonly base: readonly string[]; readonly mine: readonly string[]; readonly theirs: readonly string[] };

/** What is taken at a conflict; `both`: theirs under mine. */
export type Choice = "mine" | "theirs" | "both";

/** For each line of the first text the place of the same line in the second, or -1. */
function places(base: string, other: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const { kind } of diffLines(base, other)) {
    if (kind === "same") found.push(at++);
    else if (kind === "removed") found.push(-1);
    else at += 1;
  }
  return found;
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((line, i) => line === b[i]);

function pieceOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergePiece {
  if (same(mine, theirs)) return { kind: "settled", lines: mine, from: "both" };
  if (same(base, theirs)) return { kind: "settled", lines: mine, from: "mine" };
  if (same(base, mine)) return { kind: "settled", lines: theirs, from: "theirs" };
  return { kind: "conflict", base, mine, theirs };
}

/**
 * Merges two texts that began from one, line by line (diff3: Khanna, Kunal and Pierce, A Formal Investigation of Diff3,
 * 2007): between lines that all three have, what one side alone changed is taken, and what both changed is a conflict.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergePiece[] {
  const [baseLines, mineLines, theirLines] = [base.split("\n"), mine.split("\n"), theirs.split("\n")];
  const [inMine, inTheirs] = [places(base, mine), places(base, theirs)];
  const pieces: MergePiece[] = [];
  let [i, a, b] = [0, 0, 0];
  const add = (k: number, toMine: number, toTheirs: number): void => {
    if (k > i || toMine > a || toTheirs > b) pieces.push(pieceOf(baseLines.slice(i, k), mineLines.slice(a, toMine), theirLines.slice(b, toTheirs)));
    [i, a, b] = [k, toMine, toTheirs];
  };
  while (i < baseLines.length) {
    let run = i;
    while (run < baseLines.length && inMine[run] === a + run - i && inTheirs[run] === b + run - i) run += 1;
    if (run > i) {
      add(run, a + run - i, b + run - i);
      continue;
    }
    let next = i;
    while (next < baseLines.length && (inMine[next] === -1 || inTheirs[next] === -1)) next += 1;
    add(next, inMine[next] ?? mineLines.length, inTheirs[next] ?? theirLines.length);
  }
  add(baseLines.length, mineLines.length, theirLines.length);
  return pieces;
}

/** The merged text; `choices` are for the conflicts in their order. Null while one is open. */
export function mergedText(pieces: readonly MergePiece[], choices: readonly (Choice | undefined)[]): string | null {
  let conflict = 0;
  const lines: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === "settled") {
      lines.push(...piece.lines);
      continue;
    }
    const choice = choices[conflict++];
    if (choice === undefined) return null;
    if (choice !== "theirs") lines.push(...piece.mine);
    if (choice !== "mine") lines.push(...piece.theirs);
  }
  return lines.join("\n");
}
