import { type DiffLine, diffLines } from "../studio/diff.ts";

/** What became of a card's text since a learner last answered it. A typo is told to nobody. */
export interface CardChange {
  /** `reworded`: the same answer in better words. `corrected`: the answer itself changed. */
  readonly kind: "reworded" | "corrected";
  /** When the newest such edit was published, UTC ms. */
  readonly at: number;
  /** What its author said of it; empty if nothing. */
  readonly said: string;
  /** Of a correction, the lines that went and came; at most LINES_AT_MOST. */
  readonly lines: readonly DiffLine[];
}

/** A published edit of a card. */
export interface Edit {
  readonly number: number;
  readonly editClass: "TYPO" | "CLARIFY" | "CORRECT" | "REPLACE";
  /** UTC ms. */
  readonly createdAt: number;
  readonly change: string | null;
}

export const LINES_AT_MOST = 40;

/** The newest correction among the edits after the revision that was seen, or else the newest clarification. Null when there is nothing to tell. */
export function tellingEdit<Found extends Edit>(edits: readonly Found[], seen: number): Found | null {
  const later = edits.filter(({ number }) => number > seen).toSorted((a, b) => b.number - a.number);
  return later.find(({ editClass }) => editClass === "CORRECT") ?? later.find(({ editClass }) => editClass === "CLARIFY") ?? null;
}

/** What a learner reads of a card's file: all between the front matter and the proofs. */
function readable(source: string): string {
  const body = source.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, "");
  return body.split(/^## Proof\s*$/m)[0]?.trim() ?? "";
}

/** What a learner is told of an edit; `before` is the file that they learnt, `after` the one there is now. */
export function changeOf({ editClass, createdAt, change }: Edit, before: string, after: string): CardChange {
  const corrected = editClass === "CORRECT";
  const lines = corrected ? diffLines(readable(before), readable(after)).filter(({ kind, text }) => kind !== "same" && text.trim() !== "") : [];
  return { kind: corrected ? "corrected" : "reworded", at: createdAt, said: change ?? "", lines: lines.slice(0, LINES_AT_MOST) };
}
