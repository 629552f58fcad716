import { sha256 } from "../cards/sha256.ts";
import type { Interview } from "./types.ts";

/** Letters and digits that are not taken for each other when read out or typed: 28 signs. */
const SIGNS = "ABCDEFGHJKMNPQRTUVWXYZ234679";
const CODE_LENGTH = 8;

/** How long a code can be entered, in ms; and after how long without a word somebody counts as away: a page in the background asks once a minute. */
export const CODE_LIFE_MS = 30 * 60_000;
const AWAY_MS = 75_000;

/** How often a page asks whether the other of the two did something, in ms. */
export const WATCH_MS = 2_000;

/** A code of random bytes, as `ABCD-EFGH`. Bytes that would make some signs likelier are skipped; null when too few are left. */
export function codeOf(bytes: Uint8Array): string | null {
  const even = 256 - (256 % SIGNS.length);
  const signs = [...bytes].filter((byte) => byte < even).slice(0, CODE_LENGTH).map((byte) => SIGNS[byte % SIGNS.length] ?? "");
  return signs.length < CODE_LENGTH ? null : `${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
}

/** What was typed, as the code is stored: case, blanks and dashes do not count. Null for what cannot be a code. */
export function normalCode(typed: string): string | null {
  const signs = [...typed.toUpperCase()].filter((sign) => !/[\s-]/.test(sign));
  return signs.length === CODE_LENGTH && signs.every((sign) => SIGNS.includes(sign)) ? signs.join("") : null;
}

/** A mode for two as it is stored. Instants in UTC ms. */
export interface Pair {
  readonly interviewerId: string | null;
  readonly interviewerSeenAt: number | null;
  readonly candidateSeenAt: number | null;
}

export interface Hint {
  readonly position: number;
  readonly text: string;
}

/** Whether somebody was heard of just now. */
export const isHere = (seenAt: number | null, now: number): boolean => seenAt !== null && now - seenAt < AWAY_MS;

export function interviewerState({ interviewerId, interviewerSeenAt }: Pair, now: number): "awaited" | "here" | "away" {
  if (interviewerId === null) return "awaited";
  return isHere(interviewerSeenAt, now) ? "here" : "away";
}

/**
 * Differs when something happened that the other of the two should see. A candidate's own typing is left out of what the
 * candidate watches, or the page would be drawn anew at every pause.
 */
export function stampOf(role: "candidate" | "interviewer", interview: Interview, pair: Pair | null, hints: readonly Hint[], now: number): string {
  const prompts = interview.prompts.map((one) => [one.position, one.ask, one.shownAt, one.deadlineAt, one.submittedAt, one.objective, one.points?.join("."), role === "interviewer" ? one.draftNumber : 0]);
  const other = pair === null ? "alone" : role === "candidate" ? interviewerState(pair, now) : isHere(pair.candidateSeenAt, now);
  return sha256(JSON.stringify([interview.finishedAt, prompts, other, hints.length])).slice(0, 16);
}
