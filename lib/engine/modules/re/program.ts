import type { CharacterTest } from "./characters.ts";

/** Instructions of the matcher. Operands follow the instruction; places are indexes into the code. */
export const Op = {
  /** The end: a match, unless more is asked of it. */
  MATCH: 0,
  /** One character, by code. `code` */
  CHARACTER: 1,
  /** One character, by test. `test` */
  TEST: 2,
  /** One character, after folding. `code folding` */
  FOLDED: 3,
  /** A place. `place`, and for boundaries the test of word characters */
  AT: 4,
  JUMP: 5,
  /** Tries what follows, then `other`. */
  SPLIT: 6,
  /** The position into a register, closing a group or not. `register` */
  SAVE: 7,
  /** The group becomes the last one. `group` */
  CLOSE: 8,
  /** One character many times. `test min max mode` */
  RUN: 9,
  /** A loop begins. `count last` registers */
  LOOP: 10,
  /** End of a greedy loop's body. `count last min max body` */
  GREEDY: 11,
  LAZY: 12,
  /** A part that is tried on its own. `kind other back` */
  APART: 13,
  /** The part has matched. */
  APART_END: 14,
  /** What a group matched, again. `group folding` */
  REFERENCE: 15,
  /** Goes to `other` unless the group has matched. `group other` */
  CONDITION: 16,
  FAIL: 17,
} as const;

/** Kinds of parts: atomic keeps its position, looking does not. */
export const Apart = { ATOMIC: 0, LOOK: 1, LOOK_NOT: 2 } as const;

export const RunMode = { GREEDY: 0, LAZY: 1, POSSESSIVE: 2 } as const;

export const PlaceCode = { beginning: 0, "beginning-string": 1, "beginning-line": 2, boundary: 3, "non-boundary": 4, end: 5, "end-line": 6, "end-string": 7 } as const;

/** A compiled pattern. */
export interface Program {
  readonly code: readonly number[];
  readonly tests: readonly CharacterTest[];
  readonly foldings: readonly ((code: number) => number)[];
  /** Group n lies between registers 2n - 2 and 2n - 1; loops have theirs after the groups'. */
  readonly registers: number;
  readonly groups: number;
  /** Fails for every character that no match begins with; null when any may. */
  readonly first: CharacterTest | null;
}

/** The register that holds the last closed group. */
export const LAST_GROUP = 0;
export const FIRST_GROUP_REGISTER = 1;
