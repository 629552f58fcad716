import { DEFAULT_LIMITS, Interpreter, type Outcome } from "./interpreter.ts";
import { Lazy } from "./lazy/lazy.ts";
import { DEFAULT_VERSION } from "./profiles/profiles.ts";
import { runSettings } from "./run-settings.ts";
import type * as insides from "./session-insides.ts";
import { isIncomplete, splitStatements } from "./syntax/statements.ts";
import { SourceError } from "./syntax/source-error.ts";
import type { FeedResult, ListedInstruction, ObjectView, RunOptions, Session } from "./types.ts";

/** What a session tells of its objects. */
export const sessionInsides = new Lazy<typeof insides>("rare");

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
    return sessionInsides.get().inspect(this.interpreter, path);
  }

  count(type: string, text?: string): number {
    return sessionInsides.get().count(this.interpreter.machine, type, text);
  }

  alive(id: number): boolean {
    return sessionInsides.get().alive(this.interpreter.machine, id);
  }

  seedSeen(): boolean {
    return this.interpreter.seedSeen;
  }

  disassemble(path: string): readonly ListedInstruction[] | null {
    return sessionInsides.get().disassemble(this.interpreter, path);
  }

  close(): void {
    if (!this.stopped) this.interpreter.finish();
  }
}
