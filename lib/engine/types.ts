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

/**
 * How threads take turns, where not as CPython does it: asked to let the GIL go after so many instructions; by chance from a seed;
 * or by a list of choices (which thread goes on, 0 for the one that runs), one for each point at which there is a choice.
 */
export type ScheduleOption = { readonly every: number } | { readonly seed: number } | { readonly choices: readonly number[] };

/** A choice between threads that a run met: how many could go on, which one did (0: the one that ran, if it could), and whether the others would interrupt it. */
export interface Decision {
  readonly options: number;
  readonly taken: number;
  readonly interrupts: boolean;
}

export interface RunOptions {
  /** Default 3.14. */
  readonly version?: VersionId;
  /** The free-threaded build of the version (3.13t, 3.14t, 3.15t; PEP 703). A version without one is refused. Default false. */
  readonly freeThreaded?: boolean;
  /** Virtual cores: how many processes, and threads of a free-threaded build, compute at once. Default 4. */
  readonly cores?: number;
  /** Default: as CPython's GIL lets them. */
  readonly schedule?: ScheduleOption;
  /** Record what each thread, process and task did over virtual time. Default false. */
  readonly lanes?: boolean;
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

/** What a lane's owner does: it runs (a thread has the GIL then, where there is one), works or waits without the GIL, or is ready and waits for its turn. */
export interface LaneState {
  readonly kind: "running" | "ready" | "blocked" | "working";
  /** Of a blocked one: lock, join, sleep, queue, process, interpreter, pipe, or what a task awaits; null else. */
  readonly waitsFor: string | null;
}

/** Virtual nanoseconds from the start of the run. */
export interface LaneSpan extends LaneState {
  readonly from: number;
  readonly to: number;
}

/** One thread, or one task of an event loop, of one process; spans that follow each other in time. */
export interface LaneView {
  readonly kind: "thread" | "task";
  readonly process: number;
  name: string;
  readonly spans: readonly LaneSpan[];
}

/** A thread that waits for something that cannot come: one edge of the wait graph. */
export interface WaitView {
  readonly thread: string;
  /** The number of its process; null while there is only one. */
  readonly process: number | null;
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

/** What a run tells of its threads, tasks and processes. */
export interface ConcurrencyView {
  /** Virtual nanoseconds that the first process took, its waits included. */
  readonly virtualTime: number;
  /** Who waits for whom, where the run was stopped by a deadlock: the wait graph, edge by edge. Empty else. */
  readonly waits: readonly WaitView[];
  /** The choices that a schedule of choices met; empty for other schedules. */
  readonly decisions: readonly Decision[];
  /** Empty unless `lanes` was asked for. */
  readonly lanes: readonly LaneView[];
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
  /** Whether the program could see anything that the seed decides: an address, the hash of a text, the order of a set. Where it could not, every seed gives this result. Absent where that is not known. */
  readonly seedSeen?: boolean;
  /** Absent where the program did not run. */
  readonly concurrency?: ConcurrencyView;
}

/** Plain data, safe for structured clone. A run never throws for a guest's reasons. */
export type RunResult =
  | (RunBase & { readonly status: "done" })
  /** `exitCode` is set for SystemExit. */
  | (RunBase & { readonly status: "raised"; readonly error: ErrorView; readonly exitCode: number | null })
  | (RunBase & { readonly status: "stopped"; readonly reason: StopReason; /** A sentence for the reader. */ readonly message: string; readonly line: number | null });

/** What a program did under some of its schedules. */
export interface Interleaving {
  readonly stdout: string;
  /** The last line of the exception that ended it, or why it was stopped (`deadlock`); null when it came to its end. */
  readonly ending: string | null;
  /** How many of the runs ended like this, and the choices of the first of them (RunOptions.schedule). */
  readonly runs: number;
  readonly choices: readonly number[];
}

export interface Interleavings {
  readonly outcomes: readonly Interleaving[];
  readonly runs: number;
  /** No schedule was left out for want of runs. */
  readonly isExhaustive: boolean;
}

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
  /** As `seedSeen` of a run: whether what was typed so far, or asked from outside, could see anything that the seed decides. Absent where that is not known. */
  seedSeen?(): boolean;
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
