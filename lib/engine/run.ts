import { DEFAULT_LIMITS, Interpreter, type Outcome } from "./interpreter.ts";
import { Lazy } from "./lazy/lazy.ts";
import { DEFAULT_VERSION } from "./profiles/profiles.ts";
import { splitStatements, type StatementUnit } from "./syntax/statements.ts";
import { SourceError } from "./syntax/source-error.ts";
import type { ConcurrencyView, Leak, Limits, RunOptions, RunResult, StopReason, TracedLine } from "./types.ts";
import { Lanes } from "./threads/lanes.ts";
import type { Machine } from "./vm/machine.ts";
import { runSettings } from "./run-settings.ts";

/** What recounts the references of a run that asks for it. */
export const auditor = new Lazy<(machine: Machine) => Leak[]>("rare");

/**
 * Runs a whole program and reports what it printed and how it ended. Never throws for the program's reasons; an error
 * that is thrown is a fault of the engine.
 */
export function run(source: string, options: RunOptions = {}): RunResult {
  return runWatched(source, options, null);
}

/** Who watches a run from its first instruction to its last. */
export interface Watcher {
  /** The machine is made and nothing has run yet. */
  begins(interpreter: Interpreter): void;
  /** A unit is about to be compiled; its first line is that one of the whole source. */
  unit(filename: string, firstLine: number): void;
  /** The program has ended, or was stopped; its namespace still stands. */
  ended(): void;
}

/** `run` with somebody who watches. */
export function runWatched(source: string, options: RunOptions, watcher: Watcher | null): RunResult {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (source.length > limits.source) return refused(`The source has ${source.length} characters; the limit here is ${limits.source}.`);
  const version = options.version ?? DEFAULT_VERSION;
  const settings = runSettings(options, options.lanes ? new Lanes() : null);
  if (typeof settings === "string") return refused(settings, "unsupported");
  const leaks: Leak[] = [];
  const interpreter = new Interpreter({
    version,
    run: settings,
    limits,
    seed: options.seed ?? 0,
    registry: watcher !== null || (options.audit ?? false),
    coverage: options.coverage ?? false,
    stackCheck: options.stackCheck ?? false,
    onProcessEnd: options.audit ? (machine) => leaks.push(...auditor.get()(machine)) : undefined,
  });
  interpreter.machine.threads.beginLanes();
  const lines: TracedLine[] = [];
  if (options.trace) recordLines(interpreter.machine, lines);
  watcher?.begins(interpreter);
  const outcome = options.mode === "repl" ? runStatements(interpreter, source, watcher) : runScript(interpreter, source, options.filename ?? "<script>", watcher);
  const { machine } = interpreter;
  watcher?.ended();
  // After a stop the machine is in the middle of something: no more guest code runs.
  const ended = outcome.kind === "stopped" ? outcome : interpreter.finish();
  // A process that was ended at once has given nothing up, but its counts are right.
  if (options.audit && ended.kind !== "stopped") leaks.push(...auditor.get()(machine));
  const result = { ...assemble(machine, ended.kind === "stopped" ? ended : outcome, leaks, lines), seedSeen: interpreter.seedSeen };
  machine.end();
  return result;
}

/** Lines recorded at most: a longer run is cut, not stopped. */
const MOST_LINES = 10_000;

function recordLines(machine: Machine, lines: TracedLine[]): void {
  machine.tracer.observe({
    line: (frame, line) => {
      if (lines.length < MOST_LINES) lines.push({ line, name: frame.code.spec.name });
    },
  });
}

function runScript(interpreter: Interpreter, source: string, filename: string, watcher: Watcher | null): Outcome {
  watcher?.unit(filename, 1);
  return interpreter.runUnit(source, "exec", filename);
}

/** Each top-level statement is a unit; an exception prints its last line and the next statement goes on. */
function runStatements(interpreter: Interpreter, source: string, watcher: Watcher | null): Outcome {
  const { machine } = interpreter;
  let units: readonly StatementUnit[];
  try {
    units = splitStatements(source, machine.profile);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    units = [{ source, startLine: 1 }];
  }
  let number = 0;
  for (const unit of units) {
    const filename = `<stdin-${number++}>`;
    watcher?.unit(filename, unit.startLine);
    const outcome = interpreter.runUnit(unit.source, "single", filename, true);
    if (outcome.kind === "stopped") return outcome;
    if (outcome.kind === "raised" && outcome.exitCode !== null) return outcome;
  }
  return { kind: "done" };
}

function assemble(machine: Machine, outcome: Outcome, leaks: readonly Leak[], lines: readonly TracedLine[]): RunResult {
  const { stdout, stderr } = machine.output.take();
  const base = { stdout, stderr, steps: machine.limits.steps - Math.max(0, machine.budget), leaks, executed: executedOf(machine), lines, concurrency: concurrencyOf(machine) };
  switch (outcome.kind) {
    case "done":
      return { ...base, status: "done" };
    case "raised":
      return { ...base, status: "raised", error: outcome.error, exitCode: outcome.exitCode };
    case "stopped":
      return { ...base, status: "stopped", reason: outcome.reason, message: outcome.message, line: outcome.line };
  }
}

/** What a run tells of its threads. */
function concurrencyOf(machine: Machine): ConcurrencyView {
  const { threads, run: settings } = machine;
  return { virtualTime: threads.now(), waits: machine.deadlock, decisions: threads.decisions, lanes: settings.lanes?.views(threads.now()) ?? [] };
}

function executedOf(machine: Machine): Record<string, readonly number[]> {
  const executed: Record<string, readonly number[]> = Object.create(null) as Record<string, readonly number[]>;
  for (const [spec, offsets] of machine.coverage?.executed() ?? []) {
    executed[`${spec.filename}:${spec.qualname}@${spec.firstLine}`] = [...offsets].sort((a, b) => a - b);
  }
  return executed;
}

function refused(message: string, reason: StopReason = "source"): RunResult {
  return { status: "stopped", stdout: "", stderr: "", steps: 0, leaks: [], executed: {}, lines: [], reason, message, line: null };
}
