import type { VersionId } from "./profiles/types.ts";

/** `script`: one compile unit. `repl`: each top-level statement its own unit, expression values printed, errors do not end the session. */
export type Mode = "script" | "repl";

/** Budgets that no program can catch. Exceeding one ends the run with a `stopped` result; the machine is then discarded. */
export interface Limits {
  /** Instructions, and units of work inside built-in functions. Default 5,000,000. */
  readonly steps: number;
  /** Bytes of the modelled heap. Default 64 MiB. */
  readonly memory: number;
  /** Characters of output. Default 65,536. */
  readonly output: number;
  /** The highest limit that `sys.setrecursionlimit` reaches, in frames. Default 5,000. */
  readonly frames: number;
  /** Bits of one integer. Default 4,000,000. */
  readonly integerBits: number;
  /** Characters of source. Default 65,536. */
  readonly source: number;
}

export interface RunOptions {
  /** Default 3.14. */
  readonly version?: VersionId;
  /** Default script. */
  readonly mode?: Mode;
  readonly limits?: Partial<Limits>;
  /** Hashes of strings, `random` and addresses follow it. Default 0. */
  readonly seed?: number;
  /** Shown in tracebacks. Default `<script>`. */
  readonly filename?: string;
  /** Recount every reference from the roots after the run. Default false. */
  readonly audit?: boolean;
  /** Record each executed (code, offset) pair. Default false. */
  readonly coverage?: boolean;
  /** Compare the stack before each instruction with the opcode table; a difference is thrown as a fault of the engine. Default false. */
  readonly stackCheck?: boolean;
  /** Record each line before it runs, the first 10,000 of them. Default false. */
  readonly trace?: boolean;
}

/** A line that was about to run, and the code object it belongs to. */
export interface TracedLine {
  readonly line: number;
  /** `<module>`, or the function's name. */
  readonly name: string;
}

/** An exception that ended a program, as text: what CPython writes to stderr, and its last line. */
export interface ErrorView {
  readonly type: string;
  readonly message: string;
  /** The whole traceback, as `python3` prints it. */
  readonly traceback: string;
  /** The traceback's last line. */
  readonly lastLine: string;
  /** Line of the program where it was raised, or null. */
  readonly line: number | null;
}

export type StopReason = "steps" | "deadlock" | "memory" | "output" | "depth" | "source" | "unsupported";

/** A thread that waits for something that cannot come: one edge of the wait graph. */
export interface WaitView {
  readonly thread: string;
  readonly kind: string;
  /** What it waits for: type and address. */
  readonly waitsFor: string;
  /** The thread that holds it, where one does. */
  readonly heldBy: string | null;
  /** Line of the program where it waits, or null. */
  readonly line: number | null;
}

/** A reference count that differs from what a walk from the roots finds. */
export interface Leak {
  readonly address: number;
  readonly type: string;
  readonly repr: string;
  readonly counted: number;
  readonly found: number;
}

interface RunBase {
  readonly stdout: string;
  readonly stderr: string;
  readonly steps: number;
  /** Empty unless `audit` was asked for and found something. */
  readonly leaks: readonly Leak[];
  /** `code qualname@first line` to executed byte offsets; empty unless `coverage` was asked for. */
  readonly executed: Readonly<Record<string, readonly number[]>>;
  /** The lines in the order in which they ran; empty unless `trace` was asked for. */
  readonly lines: readonly TracedLine[];
}

/** Plain data, safe for structured clone. A run never throws for a guest's reasons. */
export type RunResult =
  | (RunBase & { readonly status: "done" })
  /** `exitCode` is set for SystemExit. */
  | (RunBase & { readonly status: "raised"; readonly error: ErrorView; readonly exitCode: number | null })
  | (RunBase & { readonly status: "stopped"; readonly reason: StopReason; /** A sentence for the reader. */ readonly message: string; readonly line: number | null });

/** What one `feed` printed. In repl mode an exception does not end the session. */
export type FeedResult =
  | { readonly status: "done"; readonly stdout: string; readonly stderr: string; readonly error: ErrorView | null }
  /** The source is an unfinished block: feed it again with more lines. */
  | { readonly status: "incomplete" }
  | { readonly status: "stopped"; readonly stdout: string; readonly stderr: string; readonly reason: StopReason; readonly message: string };

/** One value as the inspector sees it: engine structures only, no guest code runs. */
export interface ObjectView {
  /** The address, unique among live objects. */
  readonly id: number;
  readonly type: string;
  /** Short text of the value for built-in types, `<C object>` else. */
  readonly text: string;
  /** The reference count as stored; null for an immortal object. */
  readonly refs: number | null;
}

/** An interactive session: each `feed` is one compile unit of mode `single` (or `exec`), in one `__main__`. */
export interface Session {
  readonly version: VersionId;
  /** Runs one top-level statement (or several, joined by `;`) as typed at the prompt. */
  feed(source: string): FeedResult;
  /** Runs a whole block as one `exec` unit in the same namespace. */
  exec(source: string): FeedResult;
  /** The object that a dotted expression such as `a` or `f.__closure__` refers to; null when the name is not bound. Names and attributes only, no calls. */
  inspect(path: string): ObjectView | null;
  /** Live objects of a type with a given text, e.g. `count("int", "257")`. */
  count(type: string, text?: string): number;
  /** Whether the object that had this id when it was inspected still lives. */
  alive(id: number): boolean;
  /** The listing of the function or code object that a name refers to; null when it is not one, or when the version's own instructions are not known. */
  disassemble(path: string): readonly ListedInstruction[] | null;
  close(): void;
}

/** One line of a listing, as `dis.get_instructions` gives it. */
export interface ListedInstruction {
  readonly opname: string;
  readonly arg: number | null;
  readonly argrepr: string;
  readonly offset: number;
  readonly line: number | null;
  readonly isJumpTarget: boolean;
}

/** A program that cannot be compiled, with its place. */
export interface SourceErrorView {
  readonly type: "SyntaxError" | "IndentationError" | "TabError";
  readonly message: string;
  readonly line: number | null;
  /** Column from 1, in characters; null where CPython gives none. */
  readonly column: number | null;
}
