import type { VersionId } from "../profiles/types.ts";
import type { Mode, RunResult } from "../types.ts";

/**
 * What a recorded run is made of: plain data, safe for structured clone. Each step has a snapshot that is complete in
 * itself, so any view is drawn from one of them. Snapshots share what did not change: an ObjView, FrameView or list that
 * equals the one of the step before is the same JavaScript object.
 */

/**
 * Identity: objects are numbered by their first appearance in the run. A number never changes and is never given out again.
 * What is only there between two steps has a part of a number, 11.01.
 */
export type Chip = number;
/** Activations are numbered by their first appearance too; a suspended generator keeps the number of its frame. */
export type FrameId = number;

/** Which kind of reference an edge is; the words are those of the documentation. */
export type EdgeRole =
  | "item" | "key" | "value" | "attribute" | "slot" | "name" | "contents" | "cell" | "base" | "class" | "function" | "self"
  | "default" | "argument" | "cause" | "context" | "traceback" | "frame" | "callback" | "member" | "iterates" | "weak";

/** One reference that an object holds. A `weak` edge does not count. */
export interface EdgeView {
  readonly role: EdgeRole;
  /** What the edge is called in its object: an index, a key's text, an attribute's name. */
  readonly label: string;
  /** Null for what is empty: an unbound cell, an unset slot, the referent of a dead weak reference. */
  readonly to: Chip | null;
}

/** Why an object exists once for all who ask for its value, in the words of the version's rule. */
export type Sharing = "small-int" | "interned" | "one-character" | "singleton" | "static";

export interface TracebackEntry {
  readonly name: string;
  readonly line: number;
}

/** What an object is, beyond its references. */
export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "sequence" | "set" | "mapping"; readonly length: number }
  | { readonly kind: "instance" }
  | { readonly kind: "class"; readonly mro: readonly { readonly name: string; readonly chip: Chip | null }[]; readonly metaclass: string }
  | { readonly kind: "function"; readonly line: number; /** Index in `Recording.codes`. */ readonly code: number }
  | { readonly kind: "code"; readonly code: number }
  | { readonly kind: "method" }
  | { readonly kind: "cell" }
  | { readonly kind: "generator"; readonly state: "created" | "suspended" | "running" | "closed"; readonly frame: FrameId | null; /** What it delegates to with `yield from` or `await`. */ readonly awaits: Chip | null }
  | { readonly kind: "exception"; readonly message: string; readonly traceback: readonly TracebackEntry[]; /** `raise … from` hides the context. */ readonly hidesContext: boolean }
  | { readonly kind: "weakref"; readonly dead: boolean }
  | { readonly kind: "lock"; readonly locked: boolean; readonly owner: number | null }
  /** A task of an event loop, or a future: a result that is not there yet. */
  | { readonly kind: "task" | "future"; /** Of a task; "" of a future. */ readonly name: string; readonly state: TaskState }
  | { readonly kind: "iterator" }
  | { readonly kind: "module" }
  | { readonly kind: "opaque" };

/**
 * The two counts that a free-threaded build keeps for an object (PEP 703): one for the thread that owns it, one for all
 * others. Together they are its count.
 */
export interface SplitCount {
  /** The thread that made it, whose references are in `local` (ob_tid). Null: it gave the object up, and all are in `shared`. */
  readonly owner: number | null;
  /** "" where nobody owns it. */
  readonly ownerName: string;
  readonly local: number;
  /** Below zero where another thread gave up a reference that the owner had counted: the owner merges the two when it runs next, unless they are deferred. */
  readonly shared: number;
  /** References from value stacks are not counted: only the collector ends it. */
  readonly deferred: boolean;
}

/** One object. Its references are in `edges`; what is built in or the library's has none here. */
export interface ObjView {
  readonly chip: Chip;
  readonly type: string;
  /** Its class, where that is an object of the program. */
  readonly class: Chip | null;
  /** What it is, in the manner of repr and without what it refers to; "" where its edges say everything. No guest code runs for it. */
  readonly text: string;
  readonly address: number;
  /** The count as stored; null for an immortal object. */
  readonly refs: number | null;
  /** Of a free-threaded build; null in others, for immortal objects, and for what was there before the program. */
  readonly split: SplitCount | null;
  readonly sharing: Sharing | null;
  /** Generation of the cyclic collector; null when it does not track the object. */
  readonly generation: number | null;
  /** `reached`: from a frame, a namespace, a thread. `unreachable`: only other garbage refers to it. `elsewhere`: held by what is not shown. */
  readonly reach: "reached" | "unreachable" | "elsewhere";
  readonly edges: readonly EdgeView[];
  /** Edges were left out, because there are too many. */
  readonly isCut: boolean;
  readonly weakrefs: number;
  readonly shape: Shape;
}

/** `deleted`: it was bound before. */
export type Binding = "bound" | "unbound" | "deleted";

/** A name of a namespace, in order of first appearance. */
export interface NameView {
  readonly name: string;
  readonly state: Binding;
  readonly to: Chip | null;
}

/** A fast local, by its index in the frame (localsplus). */
export interface SlotView {
  readonly index: number;
  readonly name: string;
  readonly kind: "local" | "cell" | "free";
  readonly state: Binding;
  /** The value; that in the cell, where there is one. */
  readonly to: Chip | null;
  /** The cell that the slot holds. */
  readonly cell: Chip | null;
  /** The slot does not own its reference (it was lent). */
  readonly borrowed: boolean;
}

/** An entry of the value stack; null is CPython's NULL. */
export interface StackView {
  readonly to: Chip | null;
  /** Pushed by a borrowing load: not counted. */
  readonly borrowed: boolean;
}

export type FrameKind = "module" | "function" | "lambda" | "class" | "comprehension" | "generator" | "coroutine" | "async-generator";

/** One activation. */
export interface FrameView {
  readonly id: FrameId;
  readonly kind: FrameKind;
  readonly name: string;
  readonly qualname: string;
  /** `running`: on top of its thread. `waiting`: its call has not come back. `raising`: an exception is on its way out of it. */
  readonly state: "running" | "waiting" | "suspended" | "returning" | "raising";
  /** The line that runs next, or where the call stands that it waits for; in the whole source. */
  readonly line: number | null;
  /** Index in `Recording.codes`, and in that listing of the next instruction. */
  readonly code: number;
  readonly instruction: number;
  readonly slots: readonly SlotView[];
  /** The namespace of a class body; null in a function, and for the module, whose names are the snapshot's globals. */
  readonly names: readonly NameView[] | null;
  /** Bottom first. */
  readonly stack: readonly StackView[];
  /** What it is about to give back, while it is `returning`. */
  readonly returns: Chip | null;
  /** The exception on its way, while it is `raising`. */
  readonly exception: Chip | null;
  /** The generator or coroutine that the frame lies in. */
  readonly generator: Chip | null;
  /** The function that was called. */
  readonly function: Chip | null;
  /** The caller's value stack holds the function, not this frame: it is not counted for it. */
  readonly functionIsLent: boolean;
}

/** Why a thread is blocked. */
export interface WaitsFor {
  readonly kind: "lock" | "join" | "sleep" | "queue" | "process" | "interpreter" | "pipe" | "work";
  readonly object: Chip | null;
  /** The library's function that the program called and that waits: `Queue.get`. Null where the program itself does. */
  readonly via: string | null;
  /** The thread that holds the lock, or whose end is waited for. */
  readonly holder: number | null;
}

export interface ThreadView {
  readonly id: number;
  readonly name: string;
  readonly state: "ready" | "running" | "blocked" | "done";
  /** It holds the GIL. */
  readonly holdsGil: boolean;
  /** Its frames, the oldest first. */
  readonly frames: readonly FrameId[];
  readonly waitsFor: WaitsFor | null;
  /** The exceptions that are being handled, innermost first. */
  readonly handling: readonly Chip[];
}

/** `ready`: the loop will let it go on in this round or the next. `waiting`: for what it awaits. The last three are its ends. */
export type TaskState = "running" | "ready" | "waiting" | "finished" | "cancelled" | "failed";

/** One task of an event loop. */
export interface TaskView {
  readonly chip: Chip;
  readonly name: string;
  readonly state: TaskState;
  readonly coroutine: Chip | null;
  /** What it has told the loop that it waits for: a future or another task. */
  readonly waitsFor: Chip | null;
}

/** A call that an event loop will make. `step`, `wake`: a task goes on, because it was made or because what it awaits is there; `timeout`: a task is cancelled. */
export interface HandleView {
  readonly does: "step" | "wake" | "timeout" | "call";
  /** The task that it is about; null for another callback. */
  readonly task: Chip | null;
  readonly callback: string;
  /** Of a timer: virtual seconds since the program began; null in the ready queue. */
  readonly when: number | null;
}

/** An event loop that runs. */
export interface LoopView {
  readonly thread: number;
  /** The task whose step it is; null between two. */
  readonly running: Chip | null;
  /** What it calls next, in this order. */
  readonly ready: readonly HandleView[];
  /** What it calls later, by time. */
  readonly timers: readonly HandleView[];
  /** Its tasks that still exist, in the order in which they were seen first. */
  readonly tasks: readonly TaskView[];
}

/** A constant of a code object that can still run: a reference that no box of the picture holds. */
export interface ConstantView {
  /** Index in `Recording.codes`, and in `co_consts`. */
  readonly code: number;
  readonly index: number;
  readonly to: Chip;
}

/** The whole machine between two instructions. */
export interface Snapshot {
  readonly threads: readonly ThreadView[];
  /** Event loops that run, one in a thread at most. */
  readonly loops: readonly LoopView[];
  /** Frames of all threads, in their order, then those of suspended generators by their number. */
  readonly frames: readonly FrameView[];
  /** The names of `__main__` that the program made. */
  readonly globals: readonly NameView[];
  /** By chip. */
  readonly objects: readonly ObjView[];
  /** Of the code of all frames and functions; only those whose object is shown. */
  readonly constants: readonly ConstantView[];
  /** Objects left out, because there are too many. */
  readonly hidden: number;
  /** Characters that the program had printed, to stdout and to stderr. */
  readonly output: { readonly stdout: number; readonly stderr: number };
  /** Allocations since the last young collection, and so on (`gc.get_count()`). */
  readonly gc: readonly [number, number, number];
}

/** What is different from one snapshot to the next: together the changes of a step make its snapshot of the one before. */
export type Change =
  /** `born`: made since then. Otherwise it was there, out of sight. */
  | { readonly kind: "object"; readonly born: boolean; readonly object: ObjView }
  /** `freed`: it does not exist any more. Otherwise only what is not shown holds it. */
  | { readonly kind: "gone"; readonly freed: boolean; readonly object: ObjView }
  /** `split` is that of now; it may be another one although the count is the same. */
  | { readonly kind: "count"; readonly chip: Chip; readonly from: number | null; readonly to: number | null; readonly split: SplitCount | null }
  /** Anything else about an object: what it refers to, its state. Its count may differ too. */
  | { readonly kind: "contents"; readonly before: ObjView; readonly after: ObjView }
  /** A name or a slot: `frame` null for a global name; `slot` null in a namespace. */
  | { readonly kind: "binding"; readonly frame: FrameId | null; readonly slot: number | null; readonly before: NameView | SlotView | null; readonly after: NameView | SlotView }
  | { readonly kind: "entered"; readonly frame: FrameView }
  | { readonly kind: "left"; readonly frame: FrameView }
  /** Its place, its stack, its state; not its names. */
  | { readonly kind: "frame"; readonly before: FrameView; readonly after: FrameView }
  | { readonly kind: "threads"; readonly before: readonly ThreadView[]; readonly after: readonly ThreadView[] }
  | { readonly kind: "loops"; readonly before: readonly LoopView[]; readonly after: readonly LoopView[] }
  | { readonly kind: "output"; readonly stream: "stdout" | "stderr"; readonly from: number; readonly to: number }
  | { readonly kind: "collector"; readonly from: Snapshot["gc"]; readonly to: Snapshot["gc"] }
  | { readonly kind: "constants"; readonly before: readonly ConstantView[]; readonly after: readonly ConstantView[] }
  | { readonly kind: "hidden"; readonly from: number; readonly to: number };

/** Why the machine was looked at. `raise`: an exception comes up in the frame; `unwind`: it comes up there because it left a call. */
export type StepKind = "start" | "line" | "call" | "resume" | "return" | "yield" | "raise" | "unwind" | "instruction" | "end";

export interface Place {
  readonly frame: FrameId;
  readonly line: number;
}

/** What the cyclic collector did. */
export interface CollectionView {
  readonly generation: number;
  readonly collected: number;
  readonly uncollectable: number;
}

export interface Step {
  readonly index: number;
  readonly kind: StepKind;
  /** The thread that ran. */
  readonly thread: number;
  /** What has run since the step before: the place of the frame's last step, or of the call that made the frame; null at the start. */
  readonly ran: Place | null;
  /** What runs next; null at the end. */
  readonly next: Place | null;
  /** Units of work used so far: the machine's own clock. */
  readonly ticks: number;
  /** Virtual nanoseconds since the program began. */
  readonly clock: number;
  /** Collections since the step before. */
  readonly collections: readonly CollectionView[];
  readonly snapshot: Snapshot;
  readonly changes: readonly Change[];
}

/** One instruction of a listing, as `dis` gives it. */
export interface InstructionView {
  readonly opname: string;
  readonly arg: number | null;
  readonly argrepr: string;
  readonly offset: number;
  readonly line: number | null;
  readonly isJumpTarget: boolean;
}

/** A code object that ran, or that a shown function has. */
export interface CodeView {
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  /** `FrameView.instruction` is an index in it. */
  readonly instructions: readonly InstructionView[];
}

export interface Recording {
  readonly version: VersionId;
  readonly mode: Mode;
  readonly source: string;
  readonly grain: Grain;
  /** The free-threaded build: no thread has a GIL. */
  readonly freeThreaded: boolean;
  readonly steps: readonly Step[];
  readonly codes: readonly CodeView[];
  /** The run went on after the last step that was kept. */
  readonly cut: boolean;
  /** How the run ended, with all of its output. */
  readonly result: RunResult;
}

/** Steps by line; or all of one step's instructions, from that step of the recording by line to the next one. */
export type Grain = { readonly by: "line" } | { readonly by: "instruction"; readonly step: number };
