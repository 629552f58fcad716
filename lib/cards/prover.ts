import type { RunOptions, RunResult, Session } from "../engine/types.ts";

/** What proofs need of an engine; the engine's door satisfies it, and so does a fake or real CPython behind an adapter. */
export interface Prover {
  run(source: string, options?: RunOptions): RunResult;
  openSession(options?: RunOptions): Session;
}
