import { createHash } from "node:crypto";

/** Of the first entry. */
export const NOTHING_BEFORE = "0".repeat(64);

/** What an entry says; `at` in UTC ms. */
export interface EntryContent {
  readonly at: bigint;
  readonly name: string;
  readonly actorId: string | null;
  readonly target: string | null;
  /** JSON. */
  readonly detail: string;
  readonly requestId: string | null;
  /** Hash of the entry before. */
  readonly previous: string;
}

export interface Entry extends EntryContent {
  readonly seq: number;
  readonly hash: string;
}

/** The hash that the next entry names: over the entry's own fields and the one before, so that a gap or a change shows. */
export function hashOfEntry({ at, name, actorId, target, detail, requestId, previous }: EntryContent): string {
  return createHash("sha256").update(JSON.stringify([String(at), name, actorId, target, detail, requestId, previous])).digest("hex");
}

/**
 * The number of the first entry that does not fit to the one before, or whose own hash is wrong; null where all fit. What was
 * cut off at the end cannot be seen in the chain alone.
 */
export function firstBreak(entries: readonly Entry[], before: string = NOTHING_BEFORE): number | null {
  let previous = before;
  for (const entry of entries) {
    if (entry.previous !== previous || entry.hash !== hashOfEntry(entry)) return entry.seq;
    previous = entry.hash;
  }
  return null;
}
