import { createHash } from "node:crypto";

/** Of the first entry. */
export const NOTHING_BEFORE = "0".repeat(64);

/** What the hash of an entry is over. */
export interface HashedEntry {
  /** UTC ms. */
  readonly at: bigint;
  readonly name: string;
  readonly actorId: string | null;
  readonly target: string | null;
  readonly detail: string;
  readonly requestId: string | null;
  readonly previous: string;
}

export interface ChainedEntry extends HashedEntry {
  readonly seq: number;
  readonly hash: string;
}

/** The hash that the next entry names: over the entry's own fields and the one before, so that a gap or a change shows. */
export function hashOfEntry({ at, name, actorId, target, detail, requestId, previous }: HashedEntry): string {
  return createHash("sha256").update(JSON.stringify([String(at), name, actorId, target, detail, requestId, previous])).digest("hex");
}

/** What is wrong with an entry: its own fields are not what was hashed, or the one before it is not the one it names. */
export type Fault = "changed" | "gap";

/** How far a chain was checked. */
export interface ChainState {
  readonly checked: number;
  /** The hash that the next entry must name; null before the first of a part whose beginning is not at hand. */
  readonly last: string | null;
  readonly broken: { readonly seq: number; readonly fault: Fault } | null;
}

/** Before the first entry of the whole log. */
export const CHAIN_START: ChainState = { checked: 0, last: NOTHING_BEFORE, broken: null };

/** Checks on through entries, oldest first; stops at the first that is broken. */
export function checkOn(state: ChainState, entries: readonly ChainedEntry[]): ChainState {
  let { checked, last, broken } = state;
  for (const entry of entries) {
    if (broken !== null) break;
    if (hashOfEntry(entry) !== entry.hash) broken = { seq: entry.seq, fault: "changed" };
    else if (last !== null && entry.previous !== last) broken = { seq: entry.seq, fault: "gap" };
    else checked += 1;
    last = entry.hash;
  }
  return { checked, last, broken };
}

/** What a check of the whole log came to. `missing` counts entries that were noted and are not there at the end. */
export type ChainVerdict =
  | { readonly status: "unbroken"; readonly checked: number }
  | { readonly status: "broken"; readonly checked: number; readonly seq: number; readonly fault: Fault }
  | { readonly status: "cut"; readonly checked: number; readonly missing: number }
  | { readonly status: "surplus"; readonly checked: number; readonly surplus: number };

/**
 * The verdict over the whole log. `before` and `after` count what was noted, read before and after the entries were: more may
 * have come meanwhile. Null where it was not counted. The hashes alone could not show that the newest entries are gone.
 */
export function verdictOf({ checked, broken }: ChainState, before: number | null, after: number | null): ChainVerdict {
  if (broken !== null) return { status: "broken", checked, ...broken };
  if (before !== null && checked < before) return { status: "cut", checked, missing: before - checked };
  if (after !== null && checked > after) return { status: "surplus", checked, surplus: checked - after };
  return { status: "unbroken", checked };
}

/** The verdict in a sentence. */
export function verdictWords(verdict: ChainVerdict): string {
  const entries = `${verdict.checked.toLocaleString("en-GB")} ${verdict.checked === 1 ? "entry" : "entries"}`;
  switch (verdict.status) {
    case "unbroken":
      return `Checked ${entries}: unbroken.`;
    case "broken":
      return verdict.fault === "changed" ? `Broken at entry ${verdict.seq}: it is not what was noted. The ${entries} before it are unbroken.` : `Broken at entry ${verdict.seq}: the entry before it is not the one it names, so one was removed, inserted or changed. The ${entries} before it are unbroken.`;
    case "cut":
      return `Broken at the end: after entry ${verdict.checked.toLocaleString("en-GB")} of the chain ${verdict.missing.toLocaleString("en-GB")} that ${verdict.missing === 1 ? "was" : "were"} noted ${verdict.missing === 1 ? "is" : "are"} missing.`;
    case "surplus":
      return `Broken at the end: ${verdict.surplus.toLocaleString("en-GB")} more ${verdict.surplus === 1 ? "entry is" : "entries are"} there than ${verdict.surplus === 1 ? "was" : "were"} noted.`;
  }
}
