import type { Interpreter } from "./interpreter.ts";
import { DEFAULT_VERSION } from "./profiles/profiles.ts";
import type { RecordOptions } from "./record.ts";
import { runWatched, type Watcher } from "./run.ts";
import { Recorder } from "./trace/recorder.ts";
import type { Recording } from "./trace/recording.ts";

/** Ties a recorder to a run. */
class Watch implements Watcher {
  recorder: Recorder | null = null;
  private readonly instructionsOf: number | null;
  private interpreter: Interpreter | null = null;

  constructor(instructionsOf: number | null) {
    this.instructionsOf = instructionsOf;
  }

  begins(interpreter: Interpreter): void {
    this.interpreter = interpreter;
    this.recorder = new Recorder(interpreter.machine, interpreter.namespace, this.instructionsOf);
    this.recorder.rest("start");
    interpreter.machine.tracer.observe(this.recorder);
  }

  unit(filename: string, firstLine: number): void {
    this.recorder?.file(filename, firstLine);
  }

  ended(): void {
    this.interpreter?.machine.tracer.observe(null);
    this.recorder?.rest("end");
  }
}

/** The chunk's half of `record`. */
export function recordProgram(source: string, options: RecordOptions): Recording {
  const instructionsOf = options.instructionsOf ?? null;
  const watch = new Watch(instructionsOf);
  const result = runWatched(source, { ...options, lanes: true }, watch);
  return {
    version: options.version ?? DEFAULT_VERSION,
    mode: options.mode ?? "script",
    source,
    freeThreaded: options.freeThreaded ?? false,
    grain: instructionsOf === null ? { by: "line" } : { by: "instruction", step: instructionsOf },
    steps: watch.recorder?.steps() ?? [],
    codes: watch.recorder?.codes ?? [],
    cut: watch.recorder?.cut ?? false,
    result,
  };
}
