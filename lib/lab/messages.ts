import type { Proof } from "../cards/card.ts";
import type { Mode } from "../cards/fence.ts";
import type { Outcome } from "../cards/prove.ts";
import type { Version } from "../cards/versions.ts";
import type { RunResult } from "../engine/types.ts";

/** What the worker is asked. One request at a time: a new one ends the one before. */
export type LabRequest =
  | { readonly kind: "run"; readonly source: string; readonly version: Version; readonly mode: Mode }
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

/** How long a program may run before its worker is ended, in ms. */
export const KILL_AFTER_MS = 3_000;

/** How long the engine may take to load before it counts as not available, in ms. */
export const LOAD_WITHIN_MS = 30_000;
