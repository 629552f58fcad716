import type { CompileMode } from "./compiler/code.ts";
import { SeedSight } from "./core/heap.ts";
import { type PyObject, release } from "./core/object.ts";
import { Raise, Stop } from "./core/raise.ts";
import { builtinsModule } from "./modules/builtins.ts";
import { profileOf } from "./profiles/profiles.ts";
import type { VersionId } from "./profiles/types.ts";
import type { SourceError } from "./syntax/source-error.ts";
import type { ErrorView, Limits, SourceErrorView, StopReason } from "./types.ts";
import { Scheduler } from "./threads/scheduler.ts";
import { TYPE_SPECS } from "./types/catalogue.ts";
import { PyException } from "./types/exception.ts";
import type { PyDict } from "./types/dict.ts";
import type { Frame } from "./types/frame.ts";
import { makeModule, type PyModule } from "./types/module.ts";
import type { PyTraceback } from "./types/traceback.ts";
import { errorTexts } from "./vm/error-texts.ts";
import { Machine } from "./vm/machine.ts";
import { DEFAULT_SETTINGS, type RunSettings } from "./vm/machine-options.ts";
import { ProcessExit } from "./vm/process.ts";
import { compileUnit } from "./vm/source-errors.ts";
import { handlerTable } from "./vm/opcodes.ts";
import { endModules } from "./vm/shutdown.ts";

export const DEFAULT_LIMITS: Limits = {
  steps: 5_000_000,
  memory: 64 * 1024 * 1024,
  output: 65_536,
  frames: 5_000,
  integerBits: 4_000_000,
  source: 65_536,
};

export interface InterpreterOptions {
  readonly version: VersionId;
  readonly limits: Limits;
  readonly seed: number;
  readonly registry: boolean;
  readonly coverage: boolean;
  readonly stackCheck: boolean;
  readonly run?: RunSettings;
  /** Told of each process besides the first, when it is over. */
  readonly onProcessEnd?: (machine: Machine) => void;
}

/** How a unit ended: by itself, by an exception, or by a limit. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "raised"; readonly error: ErrorView; readonly exitCode: number | null }
  | { readonly kind: "stopped"; readonly reason: StopReason; readonly message: string; readonly line: number | null };

/**
 * How many calls between host code and guest code may nest. Measured with Node 20's default stack of 984 KB, about what a
 * browser gives a worker: the hungriest of 40 ways to recurse (`__add__` that adds) overflows it at 486. Plain calls,
 * `__init__`, generators in loops and getters do not nest; they go to the guest's own limit.
 */
const NATIVE_DEPTH = 250;

/** One interpreter with its `__main__`: units of source go in, outcomes come out. */
export class Interpreter {
  readonly machine: Machine;
  readonly main: PyModule;
  private isOver = false;

  /** `sight` is that of all processes of a run. */
  constructor(options: InterpreterOptions, forked: Machine | null = null, sight = new SeedSight()) {
    this.machine = forked ?? this.makeMachine(options, sight);
    if (forked) {
      this.main = forked.main as PyModule;
      return;
    }
    this.main = makeModule(this.machine, "__main__");
    this.machine.main = this.main;
    this.namespace.setName("__builtins__", this.machine.modules.peekName("builtins") as PyObject);
    this.machine.modules.setName("__main__", this.main);
    this.machine.startCounting();
  }

  private makeMachine(options: InterpreterOptions, sight: SeedSight): Machine {
    return new Machine({
      profile: profileOf(options.version),
      limits: options.limits,
      seed: options.seed,
      sight,
      registry: options.registry,
      coverage: options.coverage,
      stackCheck: options.stackCheck,
      run: options.run ?? DEFAULT_SETTINGS,
      nativeDepth: NATIVE_DEPTH,
      types: TYPE_SPECS,
      modules: [builtinsModule],
      handlers: handlerTable,
      threads: (vm) => new Scheduler(vm),
      processHost: {
        spawn: () => new Interpreter(options, null, sight).machine,
        finish: (machine, raised) => new Interpreter(options, machine).endProcess(raised),
        ended: options.onProcessEnd ?? (() => {}),
      },
    });
  }

  /** Whether the program could see anything that the seed decides, in any of its processes. */
  get seedSeen(): boolean {
    return this.machine.heap.seedSeen;
  }

  get namespace(): PyDict {
    return this.main.dict as PyDict;
  }

  /**
   * Compiles and runs one unit in `__main__`. With `shows`, the last line of an exception that it ends with is printed, as the
   * prompt does: while the exception is alive, so before what only its traceback holds is destroyed.
   */
  runUnit(source: string, mode: CompileMode, filename: string, shows = false): Outcome {
    const { machine } = this;
    return this.guarded(() => {
      const text = source.replace(/^\ufeff/, "");
      machine.importer.addSource(filename, text);
      const code = machine.temp(compileUnit(machine, text, mode, filename));
      release(machine.importer.runCode(code, this.namespace));
    }, filename, shows);
  }

  /** What happens when the interpreter ends: exit functions, then the modules' contents. */
  finish(): Outcome {
    if (this.isOver) return this.guarded(() => this.machine.process?.drain(), "<exit>");
    return this.guarded(() => {
      endModules(this.machine);
      this.machine.process?.drain();
    }, "<exit>");
  }

  /** The process has ended in the middle of something: nothing is cleaned up. */
  private ended(status: number): Outcome {
    this.isOver = true;
    return { kind: "raised", error: { type: "SystemExit", message: String(status), traceback: "", lastLine: `SystemExit: ${status}`, line: null }, exitCode: status };
  }

  /** The end of a process that is not the first: its exit code. A limit that is met here ends the run. */
  private endProcess(raised: Raise | null): number {
    const { machine } = this;
    machine.releaseTemporaries(0);
    const outcome = raised ? this.describe(raised) : null;
    if (outcome?.kind === "raised" && outcome.exitCode === null) machine.writeError(outcome.error.traceback);
    endModules(machine);
    return outcome?.kind === "raised" ? (outcome.exitCode ?? 1) : 0;
  }

  /** A limit may also be met while an exception is described: its text is the program's. */
  private guarded(body: () => void, filename: string, shows = false): Outcome {
    try {
      return this.attempt(body, shows);
    } catch (error) {
      if (error instanceof Stop) return this.stopped(error, filename);
      if (error instanceof ProcessExit) return this.ended(error.status);
      if (error instanceof RangeError && /call stack/i.test(error.message)) {
        return this.stopped(new Stop("depth", "The program nests deeper than this machine can follow"), filename);
      }
      throw error;
    }
  }

  private attempt(body: () => void, shows: boolean): Outcome {
    try {
      body();
      this.machine.releaseTemporaries(0);
      return { kind: "done" };
    } catch (error) {
      if (error instanceof Raise) return this.describe(error, shows);
      throw error;
    }
  }

  /** A limit was met: the line is that of the program itself, also when one of the engine's own modules was at work. */
  private stopped({ reason, message }: Stop, filename: string): Outcome {
    let frame = this.machine.frame;
    while (frame && frame.code.spec.filename !== filename && frame.back) frame = frame.back;
    const line = frame ? lineNear(frame) : null;
    return { kind: "stopped", reason, message: line === null ? `${message}.` : `${message}, at line ${line}.`, line };
  }

  private describe(raise: Raise, shows = false): Outcome {
    const { machine } = this;
    machine.releaseTemporaries(0);
    const { exception } = raise;
    const texts = errorTexts.get();
    try {
      const exitCode = exception.type.isSubtypeOf(machine.types.SystemExit) ? this.exitCode(exception) : null;
      const last = texts.lastLine(machine, exception);
      if (shows && exitCode === null) machine.write(`${last}\n`);
      const colon = last.indexOf(": ");
      return {
        kind: "raised",
        exitCode,
        error: {
          type: colon < 0 ? last : last.slice(0, colon),
          message: colon < 0 ? "" : last.slice(colon + 2),
          traceback: exitCode === null && this.callExceptHook(exception) ? "" : texts.whole(machine, exception),
          lastLine: last,
          line: raisedLine(machine, exception),
        },
      };
    } finally {
      machine.releaseTemporaries(0);
      release(exception);
    }
  }

  /** A program's own `sys.excepthook` shows the exception; false where there is none, or where it fails. */
  private callExceptHook(exception: PyObject): boolean {
    const { machine } = this;
    const hook = machine.importer.peekSysHook("excepthook");
    if (!hook || hook === machine.none || !(exception instanceof PyException)) return false;
    try {
      release(machine.call(hook, [exception.type, exception, exception.traceback ?? machine.none]));
      return true;
    } catch (error) {
      if (!(error instanceof Raise)) throw error;
      machine.writeError(`Error in sys.excepthook:\n${errorTexts.get().whole(machine, error.exception)}\nOriginal exception was:\n`);
      release(error.exception);
      return false;
    }
  }

  private exitCode(exception: PyObject): number {
    const { machine } = this;
    const code = machine.temp(machine.getAttribute(exception, "code"));
    if (code === machine.none) return 0;
    if (code.type.isSubtypeOf(machine.types.int)) return Number(machine.index(code));
    try {
      machine.writeError(`${machine.strText(code)}\n`);
    } catch (error) {
      if (!(error instanceof Raise)) throw error;
      release(error.exception);
    }
    return 1;
  }
}

/** The line of the instruction that runs next, or of the nearest one before it that has a line. */
function lineNear(frame: Frame): number | null {
  for (let at = frame.pc; at >= 0; at--) {
    const line = frame.code.spec.code[at]?.span?.line;
    if (line) return line;
  }
  return frame.code.spec.firstLine;
}

/** The innermost line of the traceback; for a source that does not compile, the line in it. */
function raisedLine(machine: Machine, exception: PyObject): number | null {
  if (!(exception instanceof PyException)) return null;
  let level = exception.traceback as PyTraceback | null;
  while (level?.next) level = level.next;
  if (level) return level.line;
  const line = exception.peekMember("lineno");
  return line && line.type === machine.types.int ? Number(machine.index(line)) : null;
}

/** The same for callers that only compile. */
export function sourceProblem(error: SourceError): SourceErrorView {
  return {
    type: error.type === "IndentationError" || error.type === "TabError" ? error.type : "SyntaxError",
    message: error.message,
    line: error.span?.line ?? null,
    column: error.span ? error.span.col + 1 : null,
  };
}
