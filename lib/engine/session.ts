import { type PyObject, retain, release, IMMORTAL } from "./core/object.ts";
import { Raise } from "./core/raise.ts";
import { listings } from "./compiler/listings.ts";
import { DEFAULT_LIMITS, Interpreter, type Outcome } from "./interpreter.ts";
import { DEFAULT_VERSION, listingRefusal } from "./profiles/profiles.ts";
import { runSettings } from "./run-settings.ts";
import { isIncomplete, splitStatements } from "./syntax/statements.ts";
import { SourceError } from "./syntax/source-error.ts";
import type { FeedResult, ListedInstruction, ObjectView, RunOptions, Session } from "./types.ts";
import { PyCode } from "./types/code.ts";
import { PyFunction } from "./types/function.ts";
import { PyGenerator } from "./types/generator.ts";
import { PyMethod } from "./types/method.ts";
import { PySet } from "./types/set.ts";
import { textOfValue } from "./trace/value-text.ts";

/** Opens an interactive session: one `__main__` that units are fed to, as at the prompt. It answers `stopped` where the version has no build such as `freeThreaded` asks for. */
export function openSession(options: RunOptions = {}): Session {
  const settings = runSettings(options);
  const interpreter = new Interpreter({
    version: options.version ?? DEFAULT_VERSION,
    ...(typeof settings === "string" ? {} : { run: settings }),
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    seed: options.seed ?? 0,
    registry: true,
    coverage: false,
    stackCheck: false,
  });
  return new InteractiveSession(interpreter, options.version ?? DEFAULT_VERSION, typeof settings === "string" ? settings : null);
}

class InteractiveSession implements Session {
  readonly version: Session["version"];
  private readonly interpreter: Interpreter;
  private units = 0;
  private stopped: FeedResult | null = null;

  /** `refusal`: why nothing that is fed can be run. */
  constructor(interpreter: Interpreter, version: Session["version"], refusal: string | null) {
    this.interpreter = interpreter;
    this.version = version;
    if (refusal !== null) this.stopped = { status: "stopped", stdout: "", stderr: "", reason: "unsupported", message: refusal };
  }

  feed(source: string): FeedResult {
    if (this.stopped) return this.stopped;
    const { profile } = this.interpreter.machine;
    if (isIncomplete(source, profile)) return { status: "incomplete" };
    let units: readonly { readonly source: string }[];
    try {
      units = splitStatements(source, profile);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      units = [{ source }];
    }
    for (const unit of units) {
      const outcome = this.interpreter.runUnit(unit.source, "single", `<stdin-${this.units++}>`);
      if (outcome.kind !== "done") return this.report(outcome);
    }
    return this.report({ kind: "done" });
  }

  exec(source: string): FeedResult {
    return this.stopped ?? this.report(this.interpreter.runUnit(source, "exec", "<script>"));
  }

  private report(outcome: Outcome): FeedResult {
    const output = this.interpreter.machine.output.take();
    if (outcome.kind === "stopped") {
      this.stopped = { status: "stopped", ...output, reason: outcome.reason, message: outcome.message };
      return this.stopped;
    }
    return { status: "done", ...output, error: outcome.kind === "raised" ? outcome.error : null };
  }

  inspect(path: string): ObjectView | null {
    return this.withObject(path, (object) => this.view(object));
  }

  private view(object: PyObject): ObjectView {
    // The path's own reference does not count.
    if (object instanceof PySet) object.table.noteOrder(this.interpreter.machine);
    return { id: object.address, type: object.type.name, text: textOfValue(object), refs: object.refs >= IMMORTAL ? null : object.refs - 1 };
  }

  /** Follows names and attributes; what the look-up raised means that there is nothing there. */
  private withObject<T>(path: string, use: (object: PyObject) => T): T | null {
    const { machine, namespace } = this.interpreter;
    const [first, ...rest] = path.split(".");
    const start = namespace.peekName(first) ?? machine.builtins.peekName(first);
    if (!start) return null;
    let object = retain(start);
    try {
      for (const name of rest) {
        const next = machine.getAttributeOrNull(object, name);
        if (!next) return null;
        release(object);
        object = next;
      }
      return use(object);
    } catch (error) {
      if (!(error instanceof Raise)) throw error;
      release(error.exception);
      return null;
    } finally {
      release(object);
      machine.releaseTemporaries(0);
    }
  }

  count(type: string, text?: string): number {
    let found = 0;
    for (const object of this.interpreter.machine.heap.live as ReadonlySet<PyObject>) {
      if (text !== undefined && object instanceof PySet) object.table.noteOrder(this.interpreter.machine);
      if (object.type.name === type && (text === undefined || textOfValue(object) === text)) found++;
    }
    return found;
  }

  alive(id: number): boolean {
    for (const object of this.interpreter.machine.heap.live as ReadonlySet<PyObject>) if (object.address === id) return true;
    return false;
  }

  seedSeen(): boolean {
    return this.interpreter.seedSeen;
  }

  disassemble(path: string): readonly ListedInstruction[] | null {
    return this.withObject(path, (object) => {
      const code = codeOf(object);
      if (!code) return null;
      if (listingRefusal(this.interpreter.machine.profile) !== null) return null;
      return listings.get().instructions(code.spec, this.interpreter.machine.profile)
        .filter((row) => row.opname !== "CACHE")
        .map(({ opname, arg, argrepr, offset, line, isJumpTarget }) => ({ opname, arg, argrepr, offset, line, isJumpTarget }));
    });
  }

  close(): void {
    if (!this.stopped) this.interpreter.finish();
  }
}

function codeOf(object: PyObject): PyCode | null {
  if (object instanceof PyCode) return object;
  if (object instanceof PyFunction) return object.code;
  if (object instanceof PyMethod) return codeOf(object.func);
  return object instanceof PyGenerator && object.frame ? object.frame.code : null;
}
