import { Lazy } from "./lazy/lazy.ts";
import type { Recording } from "./trace/recording.ts";
import type { RunOptions } from "./types.ts";

export interface RecordOptions extends Pick<RunOptions, "version" | "freeThreaded" | "cores" | "schedule" | "mode" | "limits" | "seed" | "filename"> {
  /** The number of a step of the recording by line: record the instructions from there to the next step instead. */
  readonly instructionsOf?: number;
}

/** What records; in a chunk of its own. */
export const recording = new Lazy<(source: string, options: RecordOptions) => Recording>("trace");

/**
 * Runs a program and keeps each of its steps: by line, with calls, returns and exceptions between them; or the instructions
 * of one of those steps, for which the run is repeated. Watching changes nothing: the result is that of `run` with `lanes`.
 */
export function record(source: string, options: RecordOptions = {}): Recording {
  return recording.get()(source, options);
}
