import type { Prover } from "../cards/prover.ts";
import type { ErrorView, FeedResult, RunOptions, RunResult, Session } from "../engine/types.ts";

/** What `judge.py` is asked. `source` is a program, or a statement typed at the prompt of the session. */
export type Request =
  | { readonly kind: "run"; readonly source: string; readonly mode: "script" | "repl" }
  | { readonly kind: "feed"; readonly session: number; readonly source: string }
  | { readonly kind: "close"; readonly session: number };

/** What `judge.py` answers: what was printed, and the exception that ended it. */
export interface Answer {
  readonly stdout?: string;
  readonly error?: Omit<ErrorView, "traceback"> | null;
  readonly incomplete?: boolean;
}

function errorView(answer: Answer): ErrorView | null {
  return answer.error === undefined || answer.error === null ? null : { ...answer.error, traceback: answer.error.lastLine };
}

function runResult(answer: Answer): RunResult {
  const base = { stdout: answer.stdout ?? "", stderr: "", steps: 0, leaks: [], executed: {}, lines: [] };
  const error = errorView(answer);
  return error === null ? { ...base, status: "done" } : { ...base, status: "raised", error, exitCode: null };
}

function feedResult(answer: Answer): FeedResult {
  if (answer.incomplete === true) return { status: "incomplete" };
  return { status: "done", stdout: answer.stdout ?? "", stderr: "", error: errorView(answer) };
}

function noInsides(): never {
  throw new Error("CPython is asked by programs alone: leave the model blocks out");
}

/** Real CPython as proofs ask for it, by `judge.py`. It shows what programs print, not the insides that model blocks speak of. */
export function proverOn(ask: (request: Request) => Answer): Prover {
  let sessions = 0;
  return {
    run: (source, options: RunOptions = {}) => runResult(ask({ kind: "run", source, mode: options.mode ?? "script" })),
    openSession: (options: RunOptions = {}): Session => {
      sessions += 1;
      const session = sessions;
      return {
        version: options.version ?? "3.14",
        feed: (source) => feedResult(ask({ kind: "feed", session, source })),
        exec: noInsides,
        inspect: noInsides,
        count: noInsides,
        alive: noInsides,
        disassemble: noInsides,
        close: () => {
          ask({ kind: "close", session });
        },
      };
    },
  };
}
