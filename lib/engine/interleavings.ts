import { Lazy } from "./lazy/lazy.ts";
import type { Interleavings, RunOptions } from "./types.ts";

export type InterleavingsOptions = Omit<RunOptions, "schedule"> & { readonly interruptions?: number; readonly mostRuns?: number };

/** What enumerates; in a chunk of its own. */
export const enumerating = new Lazy<(source: string, options: InterleavingsOptions) => Interleavings>("trace");

/**
 * Runs a small program under every schedule: at each drop point of its own code, and whenever a thread waits, each thread that
 * could go on does so once. What it can print is then known, not guessed; what is not among the outcomes, it cannot print (with so
 * many interruptions of running threads as were allowed; waiting for one another does not count).
 */
export function interleavings(source: string, options: InterleavingsOptions = {}): Interleavings {
  return enumerating.get()(source, options);
}
