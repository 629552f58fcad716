import type { ErrorView, FeedResult, RunOptions, RunResult, Session } from "../../lib/engine/types.ts";
import type { Prover } from "../../lib/cards/prover.ts";

const BASE = { stdout: "", stderr: "", steps: 1, leaks: [], executed: {}, lines: [] };

export function done(stdout = ""): RunResult {
  return { ...BASE, stdout, status: "done" };
}

export function errorView(lastLine: string, line: number | null): ErrorView {
  const type = lastLine.split(":")[0] ?? "";
  return { type, message: lastLine.slice(type.length + 2), traceback: "", lastLine, line };
}

export function raised(lastLine: string, line: number | null = null, stdout = ""): RunResult {
  return { ...BASE, stdout, status: "raised", error: errorView(lastLine, line), exitCode: null };
}

export function stopped(reason: "steps" | "unsupported"): RunResult {
  return { ...BASE, status: "stopped", reason, message: `stopped by ${reason}`, line: 2 };
}

export interface Fake {
  readonly run?: (source: string, options: RunOptions) => RunResult;
  readonly feed?: (source: string, options: RunOptions) => FeedResult;
  readonly inspect?: Session["inspect"];
}

/** A prover that answers as told; it stands in for the engine, which has tests of its own. */
export function fakeProver(fake: Fake): Prover & { readonly asked: { source: string; options: RunOptions }[] } {
  const asked: { source: string; options: RunOptions }[] = [];
  return {
    asked,
    run: (source, options = {}) => {
      asked.push({ source, options });
      return fake.run?.(source, options) ?? done();
    },
    openSession: (options = {}) => {
      const feed = (source: string): FeedResult => {
        asked.push({ source, options });
        return fake.feed?.(source, options) ?? { status: "done", stdout: "", stderr: "", error: null };
      };
      return {
        version: options.version ?? "3.14",
        feed,
        exec: feed,
        inspect: fake.inspect ?? (() => null),
        count: () => 0,
        alive: () => false,
        disassemble: () => null,
        close: () => undefined,
      };
    },
  };
}
