import type { Profile } from "../../profiles/types.ts";

/** Flags of a pattern (Lib/re/_constants.py). */
export const TEMPLATE = 1;
export const IGNORECASE = 2;
export const LOCALE = 4;
export const MULTILINE = 8;
export const DOTALL = 16;
export const UNICODE = 32;
export const VERBOSE = 64;
export const DEBUG = 128;
export const ASCII = 256;

/** A count that stands for "as often as it goes", and the end of counts (MAXREPEAT). */
export const UNLIMITED = 4294967295;

export type Category = "digit" | "space" | "word";

export type SetItem =
  | { readonly kind: "literal"; readonly code: number }
  | { readonly kind: "range"; readonly low: number; readonly high: number }
  | { readonly kind: "category"; readonly category: Category; readonly negated: boolean };

export type Place = "beginning" | "beginning-string" | "boundary" | "non-boundary" | "end" | "end-string";

/** A pattern as it was written (Lib/re/_parser.py). */
export type Node =
  | { readonly kind: "literal"; readonly code: number }
  | { readonly kind: "any" }
  | { readonly kind: "set"; readonly negated: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: "at"; readonly place: Place }
  | { readonly kind: "branch"; readonly branches: readonly (readonly Node[])[] }
  | { readonly kind: "repeat"; readonly min: number; readonly max: number; readonly mode: RepeatMode; readonly body: readonly Node[] }
  | { readonly kind: "group"; readonly group: number | null; readonly add: number; readonly remove: number; readonly body: readonly Node[] }
  | { readonly kind: "atomic"; readonly body: readonly Node[] }
  | { readonly kind: "look"; readonly ahead: boolean; readonly negated: boolean; readonly body: readonly Node[] }
  | { readonly kind: "reference"; readonly group: number }
  | { readonly kind: "conditional"; readonly group: number; readonly yes: readonly Node[]; readonly no: readonly Node[] | null };

export type RepeatMode = "greedy" | "lazy" | "possessive";

/** A parsed pattern. */
export interface Parsed {
  readonly body: readonly Node[];
  readonly flags: number;
  /** Number of groups, the whole match not counted. */
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly warnings: readonly PatternWarning[];
}

export interface PatternWarning {
  readonly category: "FutureWarning" | "DeprecationWarning";
  readonly text: string;
}

/** A mistake in a pattern. `position` counts characters; null when the mistake has no place. */
export class PatternError extends Error {
  readonly position: number | null;
  constructor(message: string, position: number | null) {
    super(message);
    this.position = position;
  }
}

/** A mistake that is reported as another exception than re.error. */
export class FlagError extends Error {
  readonly type: "ValueError" | "OverflowError" | "RecursionError" | "IndexError";
  constructor(message: string, type: FlagError["type"] = "ValueError") {
    super(message);
    this.type = type;
  }
}

/** Thrown when `(?x)` turns up in what was not read as verbose: the whole is read again. */
export class TurnsVerbose extends Error {}

/** What patterns may say in a version, and how mistakes are worded. */
export type Dialect = Profile["library"]["regex"];
