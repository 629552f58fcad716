import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Decision } from "../types.ts";
import type { Frame } from "../types/frame.ts";
import type { HandledException } from "../types/generator.ts";
import type { TraceEvent } from "./tracer.ts";

/** What a blocked thread waits for; the deadlock report is made of it. */
export interface WaitReason {
  readonly kind: "lock" | "join" | "sleep" | "queue" | "process" | "interpreter" | "pipe" | "work";
  /** What it waits for, for the report; not owned, because the call that waits holds it. */
  readonly object: PyObject | null;
}

/** How a wait ended: what it waited for came, or the time was up. */
export type Outcome = "woken" | "timeout" | "signal";

/** One thread of the guest (Include/cpython/pystate.h, PyThreadState): what the machine puts aside when another one runs. */
export class ThreadState {
  readonly ident: number;
  /** The name that `threading` gave it, for reports. */
  name: string | null = null;
  /** 0 for the first, then in the order of their starts. */
  number = 0;
  readonly nativeId: number;
  frame: Frame | null = null;
  depth = 0;
  handledItem: HandledException = { value: null, previous: null };
  /** Trace and profile functions while another thread runs, owned. */
  traceFunction: PyObject | null = null;
  profileFunction: PyObject | null = null;
  tracedEvent: TraceEvent | null = null;
  /** How many frames a coroutine notes at its making (sys.set_coroutine_origin_tracking_depth). */
  originDepth = 0;
  /** The current context of contextvars, owned, or null before the first. */
  context: PyObject | null = null;
  /** What it is getting the repr of, which shows as `[...]` in there; not owned. */
  shown = new Set<PyObject>();
  /** Told of asynchronous generators before their first step and at their end, owned. */
  readonly generatorHooks: { firstIteration: PyObject | null; finalizer: PyObject | null } = { firstIteration: null, finalizer: null };
  state: "ready" | "running" | "blocked" | "done" = "ready";
  waitsFor: WaitReason | null = null;
  /** How the last wait ended, until the call that waited has seen it. */
  outcome: Outcome | null = null;
  /** Takes it out of the queues that it waits in, when its wait is given up for a signal. */
  leaveQueues: (() => void) | null = null;
  /** When its wait ends at the latest. */
  deadline: number | null = null;
  /** The call that was interrupted is made again, and waits until then: not as long as it says. */
  waitsUntil: number | null = null;
  /** Ends its wait when the time is up. */
  timer: { cancelled: boolean } | null = null;
  /** The thread stands between two instructions of its lowest loop, so that any loop can go on with it. */
  isFlat = true;
  /** The call that blocked, to be made again when the thread goes on. */
  suspended: Suspension | null = null;
  /** What work without the GIL has given, while the time that it took is not over: the call is made again then. */
  released: { readonly value: unknown } | null = null;
  /** Virtual nanoseconds that it has computed. */
  computed = 0;
  /** What tells others of its end, owned while it lasts. */
  handle: PyObject | null = null;
  /** A call that is done when the thread has ended. */
  onEnd: (() => void) | null = null;
  /** Values that it alone sees are given up at its end (threading.local). */
  readonly atEnd = new Set<{ forget(thread: ThreadState): void }>();

  constructor(ident: number, nativeId: number) {
    this.ident = ident;
    this.nativeId = nativeId;
  }

  get shownName(): string {
    return this.name ?? (this.number === 0 ? "MainThread" : `thread ${this.number}`);
  }

  /** Gives up what it alone holds (PyThreadState_Clear). */
  clear(): void {
    const { context, generatorHooks, traceFunction, profileFunction } = this;
    const { firstIteration, finalizer } = generatorHooks;
    this.context = null;
    this.traceFunction = null;
    this.profileFunction = null;
    generatorHooks.firstIteration = null;
    generatorHooks.finalizer = null;
    for (const object of [context, firstIteration, finalizer, traceFunction, profileFunction]) if (object) release(object);
  }
}

/**
 * Thrown by a call that must wait, where the loop below can put the thread aside. Whoever made the call says how to make
 * it again and what becomes of its value (`retry`, `finish`), and the objects that it keeps meanwhile.
 */
export class Suspension {
  retry: (() => PyObject) | null = null;
  finish: ((value: PyObject) => void) | null = null;
  held: readonly PyObject[] = [];

  /** Notes how the call goes on. Anything but a suspension passes. */
  static note(error: unknown, retry: () => PyObject, finish: (value: PyObject) => void, held: readonly PyObject[] = []): void {
    if (!(error instanceof Suspension) || error.retry !== null) return;
    error.retry = retry;
    error.finish = finish;
    error.held = held;
  }
}

/** Thrown to leave a loop that ran other threads while one could not be put aside: that one goes on now. */
export class LeaveCarrier {}

/** Thrown in the lowest loop when the main thread's outermost frame ended while another loop ran it. */
export class MainReturned {
  readonly value: PyObject | Raise;
  constructor(value: PyObject | Raise) {
    this.value = value;
  }
}

/** Signals of a process: what becomes of each, and which have come. */
export interface Signals {
  readonly handled: Set<number>;
  readonly ignored: Set<number>;
  readonly pending: number[];
  /** The alarm: when it is due, and how often it comes again. */
  timer: { cancelled: boolean } | null;
  due: number | null;
  interval: number;
}

/**
 * The threads of one interpreter and their clock, as the machine and the modules see them.
 *
 * The door for an event loop: `now()` is virtual time in nanoseconds, `callAt(time, action)` runs a host action at that
 * time (or before the next instruction after it), `wait(reason, until)` blocks the running thread until `wake(thread)` or
 * until that time, whichever is first, while other threads run and the clock goes on; with nothing else to do the clock
 * jumps. A selector is therefore one call: `wait({ kind: "queue", object }, deadline)`, woken by whatever makes a channel
 * readable. The Python halves reach the same through `_thread` locks with a timeout and through `time.sleep`.
 */
export interface Threads {
  /** From the call that wakes a thread until it is ready, in virtual nanoseconds. */
  readonly wakeDelay: number;
  /** The choices that a schedule of choices has met. */
  readonly decisions: readonly Decision[];
  readonly signals: Signals;
  /** Told of the thread that goes on, while the one before is still the running one. */
  onSwitch: ((next: ThreadState) => void) | null;
  /** Those that have not ended, the first one first. */
  live(): readonly ThreadState[];
  /** Virtual nanoseconds since the program began, as the running thread sees them. */
  now(): number;
  /** Virtual nanoseconds of work of the whole process. */
  computed(): number;
  /** The same of one thread. */
  computedBy(thread: ThreadState): number;
  /** Blocks the running thread. `until` is a time of `now()`, or null. May throw a Suspension: the call is made again later, and this then returns at once. */
  wait(reason: WaitReason, until: number | null): Outcome;
  /** The outcome of the wait that this very call has made before, or null: natives that wait ask it first. */
  takeOutcome(): Outcome | null;
  /** A blocked thread can go on. */
  wake(thread: ThreadState, outcome: Outcome): void;
  callAt(time: number, action: () => void): { cancelled: boolean };
  /**
   * Does the work without the GIL: other threads run for as long as it takes (Py_BEGIN_ALLOW_THREADS). The work gives data of
   * the host, no objects, and is done once even where the call that asks is made again.
   */
  released<T>(work: () => T): T;
  /** A new thread that will run this frame; ready at once. */
  start(entry: Frame, handle: PyObject, onEnd: () => void): ThreadState;
  /** The slow path of the loop. Whether another frame is on top now. */
  check(frame: Frame): boolean;
  /** The value below which the budget must fall for `check` to be called. */
  nextCheck(): number;
  /** The thread on top has a suspended call to finish first. */
  turn(): void;
  /** No thread runs: the loop must turn to one before it goes on. */
  isTurning: boolean;
  /** A thread's lowest frame has returned or raised. */
  ended(value: PyObject | Raise): void;
  suspended(suspension: Suspension): void;
  /** Every thread that has not ended, the oldest first. */
  all(): Iterable<ThreadState>;
  roots(visit: (object: PyObject) => void): void;
  /** The interpreter's end has begun: other threads do not run any more. */
  finalize(): void;
  /** The recording of a run begins, or the process ends: see LaneListener. */
  beginLanes(): void;
  endLanes(): void;
  /** No other thread waits in the middle of a call of the host. */
  isAlone(): boolean;
  /** One of them runs or could. */
  isComputing(): boolean;
  /** When this process can go on: now, at its next event, or never. */
  nextTime(): number;
  /** Something that the running thread has got was sent at this time: it cannot be earlier here. */
  notBefore(time: number): void;
  /** In the child of a fork: only the thread that forked goes on (PyOS_AfterFork_Child). */
  keepOnlyRunning(): void;
}
