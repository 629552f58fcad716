import type { Proof } from "../cards/card.ts";
import type { Mode } from "../cards/fence.ts";
import type { Problem } from "../cards/problem.ts";
import type { Outcome, ProofResult } from "../cards/prove.ts";
import type { Version } from "../cards/versions.ts";
import type { RunResult } from "../engine/types.ts";

/** What the worker is asked. One request at a time: a new one ends the one before. */
export type LabRequest =
  | ({ readonly kind: "run" } & Program)
  | { readonly kind: "prove"; readonly proof: Proof; readonly version: Version };

/** What a block did when it was run again. */
export interface ProofRun {
  readonly outcome: Outcome;
  /** Why it did not hold; empty if it did. */
  readonly message: string;
  /** What it printed, or for a session the whole transcript. */
  readonly output: string;
}

/** The worker's answer. `ready` comes once, when it can take requests. `fault` is an error of the engine, not of the program. */
export type LabReply =
  | { readonly kind: "ready" }
  | { readonly kind: "ran"; readonly result: RunResult }
  | { readonly kind: "proven"; readonly run: ProofRun }
  | { readonly kind: "fault"; readonly message: string };

/** A program to run. */
export interface Program {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
}

/** What the server's process is asked: to run programs, or to check a card's text and prove it in all its versions. */
export type ChildRequest = { readonly kind: "run"; readonly programs: readonly Program[] } | { readonly kind: "prove"; readonly source: string };

/** Its answer. `problems` are the parser's and the linter's; a card with errors is not proven. */
export type ChildReply =
  | { readonly kind: "ran"; readonly results: readonly RunResult[] }
  | { readonly kind: "proven"; readonly problems: readonly Problem[]; readonly results: readonly ProofResult[] };

/** How long a program may run before its worker is ended, in ms. */
export const KILL_AFTER_MS = 3_000;

/** How long the engine may take to load before it counts as not available, in ms. */
export const LOAD_WITHIN_MS = 30_000;
