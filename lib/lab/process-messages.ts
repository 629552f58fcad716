import type { ParsedCard } from "../cards/card.ts";
import type { Mode } from "../cards/fence.ts";
import type { Problem } from "../cards/problem.ts";
import type { ProofResult } from "../cards/prove.ts";
import type { Version } from "../cards/versions.ts";
import type { RunResult } from "../engine/types.ts";

/** A program to run on the server. */
export interface Program {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
}

/** What the process is asked, once, as JSON on its standard input. */
export type ProcessRequest = { readonly kind: "prove"; readonly source: string; /** Also in versions newer than those that the card names. */ readonly newer?: boolean } | { readonly kind: "run"; readonly programs: readonly Program[] };

/** A card as the process found it. */
export interface ProvenSource {
  readonly card: ParsedCard;
  /** The parser's and the linter's. */
  readonly problems: readonly Problem[];
  /** All blocks in all versions; empty for a card with errors, and for one whose evidence is not a program that runs here. */
  readonly results: readonly ProofResult[];
  /** Hash of the engine that ran them. */
  readonly engineHash: string;
}

/** The one line of JSON on its standard output. */
export type ProcessReply = { readonly kind: "proven"; readonly proven: ProvenSource } | { readonly kind: "ran"; readonly results: readonly RunResult[] };
