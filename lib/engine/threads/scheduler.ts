import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { Lazy } from "../lazy/lazy.ts";
import type { Frame } from "../types/frame.ts";
import { drive } from "../vm/loop.ts";
import { flatIteration } from "../vm/lent-iteration.ts";
import { LeaveCarrier, MainReturned, type Outcome, Suspension, ThreadState, type Threads, type WaitReason } from "../vm/thread.ts";
import { isDropPoint, SUSPENDING } from "./drop-points.ts";
import { finishCall } from "./finish-call.ts";
import { isSignalled, signalHandlers } from "./signals.ts";
import { load, save } from "./switch.ts";
import { BASE_DEPTH, ThreadTable } from "./thread-table.ts";
import type { describeDeadlock } from "./wait-graph.ts";

/** Threads that may live at once; each reserves a stack. */
const MOST_THREADS = 2_000;
/** What a resident stack and its state take (measured, concurrency facts: about 16 KiB). */
const THREAD_BYTES = 16_384;
/** Units of work between two looks while a thread that must let go cannot be put aside. */
const IMPATIENCE = 50;
/** Calls of the host below which no other threads run on top of one. */
const DEEPEST_CARRIER = 20;
/** From one thread's identifier to the next: the size of the C stack that it is the address of. */
const STACK_STEP = 0x801000;
const FIRST_IDENT = 0x7f3a_4b7f_f6c0;

/** What tells of a deadlock. */
export const deadlocks = new Lazy<typeof describeDeadlock>("library");

/**
 * The GIL and who waits for it (Python/ceval_gil.c). A thread runs until it blocks, ends, or is asked to let go: a waiter
 * asks after the switch interval, and the holder hears it at its next drop point.
 */
export class Scheduler extends ThreadTable implements Threads {
  isTurning = false;
  private mainOutcome: PyObject | Raise | null = null;
  private next: ThreadState | null = null;
  /** When the holder is asked to let go; null while nobody waits. */
  private dropAt: number | null = null;
  private isAsked = false;
  /** Where the last check was, to know a call of the host from the return of a frame. */
  private lastFrame: Frame | null = null;
  private lastPc = -1;
  /** That check was at the instruction before this one: every one is looked at. */
  private isWatching = false;
  private made = 0;
  private isFinal = false;

  start(entry: Frame, handle: PyObject, onEnd: () => void): ThreadState {
    const { vm } = this;
    if (this.threads.length >= MOST_THREADS) vm.stop("memory", `More than ${MOST_THREADS.toLocaleString("en-US")} threads live at once`);
    vm.heap.expect(THREAD_BYTES);
    vm.heap.bytes += THREAD_BYTES;
    const number = ++this.made;
    const thread = new ThreadState(FIRST_IDENT - number * STACK_STEP, vm.thread.nativeId + number);
    entry.isEntry = true;
    thread.frame = entry;
    thread.depth = 1;
    thread.handle = retain(handle);
    thread.onEnd = onEnd;
    thread.number = number;
    this.threads.push(thread);
    flatIteration.get().expectOthers(vm);
    this.enqueue(thread);
    return thread;
  }

  private enqueue(thread: ThreadState): void {
    thread.state = "ready";
    this.ready.push(thread);
    this.note(thread, this.vm.run.isFree ? "running" : "ready");
    this.askLater();
  }

  /** Somebody waits for the GIL: the holder is asked after the interval. */
  private askLater(): void {
    if (this.dropAt === null && this.ready.length > 0) this.dropAt = this.clock.now() + this.slice();
    this.vm.updateNextCheck();
  }

  takeOutcome(): Outcome | null {
    const { thread } = this.vm;
    const { outcome } = thread;
    if (thread.suspended === null) return null;
    thread.outcome = null;
    return outcome;
  }

  wait(reason: WaitReason, until: number | null): Outcome {
    const { thread } = this.vm;
    const atLast = thread.waitsUntil ?? until;
    thread.waitsUntil = null;
    for (;;) {
      const outcome = this.waitOnce(reason, atLast);
      if (outcome !== "signal") return outcome;
      signalHandlers.get()(this.vm);
    }
  }

  private waitOnce(reason: WaitReason, until: number | null): Outcome {
    const { vm } = this;
    const { thread } = vm;
    thread.deadline = until;
    thread.state = "blocked";
    thread.waitsFor = reason;
    thread.outcome = null;
    thread.frame = vm.frame;
    this.note(thread, reason.kind === "work" ? "working" : "blocked");
    thread.timer = until === null ? null : this.callAt(until, () => this.wake(thread, "timeout"));
    thread.isFlat = this.canSuspend();
    if (!thread.isFlat) this.stuck.push(thread);
    if (thread.isFlat && vm.process !== null) throw new Suspension();
    const next = this.choose(false);
    if (next === thread) {
      if (!thread.isFlat) this.stuck.pop();
      thread.isFlat = true;
      this.run(thread);
      return this.outcomeOf(thread);
    }
    this.next = next;
    if (thread.isFlat) throw new Suspension();
    this.carry(thread);
    return this.outcomeOf(thread);
  }

  private outcomeOf(thread: ThreadState): Outcome {
    const outcome = thread.outcome as unknown as Outcome;
    thread.outcome = null;
    return outcome;
  }

  /** Whether the running call was made by an instruction of a loop that can put the thread aside. */
  private canSuspend(): boolean {
    const { frame, nativeDepth } = this.vm;
    return nativeDepth === this.flatDepth + 1 && frame !== null && SUSPENDING.has(frame.code.spec.code[frame.lasti].op);
  }

  /** Runs others in a loop of their own until the thread, which cannot be put aside, goes on. */
  private carry(thread: ThreadState): void {
    const { vm } = this;
    const depth = this.flatDepth;
    const suspended = thread.suspended;
    vm.enterNative();
    this.leave(thread);
    this.flatDepth = vm.nativeDepth;
    this.isTurning = true;
    try {
      drive(vm, null, null);
    } finally {
      this.flatDepth = depth;
      vm.leaveNative();
      this.stuck.pop();
    }
    thread.isFlat = true;
    this.enter(thread);
    thread.suspended = suspended;
    this.isTurning = false;
  }

  suspended(suspension: Suspension): void {
    const { thread } = this.vm;
    if (suspension.retry === null) throw new Error("A call was suspended that cannot be made again.");
    thread.suspended = suspension;
    this.leave(thread);
    this.isTurning = true;
  }

  /** The chosen thread goes on, with the call that it was suspended in. */
  turn(): void {
    const next = this.next ?? this.choose(this.canLeave());
    this.isTurning = false;
    this.next = null;
    if (next === this.stuck[this.stuck.length - 1]) throw new LeaveCarrier();
    if (next === this.threads[0] && this.mainOutcome !== null) {
      const outcome = this.mainOutcome;
      this.mainOutcome = null;
      this.enter(next);
      throw new MainReturned(outcome);
    }
    this.enter(next);
    finishCall(this.vm, next);
  }

  /** Puts the running thread aside. */
  private leave(thread: ThreadState): void {
    thread.computed += this.clock.worked() - this.since;
    this.since = this.clock.worked();
    save(this.vm, thread);
  }

  private enter(thread: ThreadState): void {
    this.since = this.clock.worked();
    load(this.vm, thread);
    this.run(thread);
  }

  private run(thread: ThreadState): void {
    thread.state = "running";
    thread.waitsFor = null;
    this.note(thread, "running");
    this.isAsked = false;
    this.dropAt = null;
    this.lastFrame = null;
    this.askLater();
  }

  /** Nothing of the host's stack is needed to go on: another loop could. */
  private canLeave(): boolean {
    return this.flatDepth === BASE_DEPTH && this.stuck.length === 0;
  }

  /** The next thread to run, taken off the queue; other processes run and the clock jumps while there is none. */
  private choose(canLeave: boolean): ThreadState {
    for (;;) {
      this.clock.runDue();
      const eligible = this.ready.filter((thread) => this.isEligible(thread));
      if (eligible.length > 0) return this.takeFrom(eligible[this.schedule.next(eligible.length)]);
      if (this.vm.process?.idle(this.clock.peekNext(), canLeave)) continue;
      if (this.clock.jump()) continue;
      if (this.ready.length > 0) this.vm.stop("unsupported", "Two threads wait for one another in the middle of built-in functions, which this machine cannot interleave");
      this.vm.deadlock = deadlocks.get()(this.vm, this.threads);
      this.vm.stop("deadlock", `Every thread waits for another: ${this.vm.deadlock.map((wait) => `${wait.thread} waits for ${wait.waitsFor}`).join("; ")}`);
    }
  }

  private takeFrom(thread: ThreadState): ThreadState {
    this.ready.splice(this.ready.indexOf(thread), 1);
    return thread;
  }

  private isEligible(thread: ThreadState): boolean {
    if (thread === this.threads[0] && this.mainOutcome !== null) return this.stuck.length === 0;
    return thread.isFlat || thread === this.stuck[this.stuck.length - 1];
  }

  wake(thread: ThreadState, outcome: Outcome): void {
    if (thread.state !== "blocked") return;
    thread.outcome = outcome;
    if (thread.timer) thread.timer.cancelled = true;
    thread.timer = null;
    this.enqueue(thread);
  }

  callAt(time: number, action: () => void): { cancelled: boolean } {
    const event = this.clock.at(time, action);
    this.vm.updateNextCheck();
    return event;
  }

  released<T>(work: () => T): T {
    const { thread } = this.vm;
    const { released } = thread;
    if (released !== null) {
      thread.released = null;
      this.takeOutcome();
      return released.value as T;
    }
    const before = this.clock.now();
    const value = work();
    const took = this.clock.now() - before;
    if (took <= 0 || this.threads.length === 1) return value;
    // The budget has paid for the work; its time is that of the wait.
    this.clock.shift(-took);
    thread.released = { value };
    this.wait({ kind: "work", object: null }, this.clock.now() + this.clock.atFullRate(took) * this.queueing());
    thread.released = null;
    return value;
  }

  check(frame: Frame): boolean {
    const { process, nativeDepth } = this.vm;
    if (process === null && this.threads.length === 1 && this.clock.peekNext() === null && !isSignalled(this.vm)) return false;
    process?.look(nativeDepth === this.flatDepth, nativeDepth === BASE_DEPTH && this.canLeave());
    this.clock.runDue();
    if (this.dropAt !== null && this.clock.now() >= this.dropAt) this.isAsked = true;
    const isSame = this.isWatching && this.lastFrame === frame;
    const isAfterHostCall = isSame && this.lastPc === frame.pc - 1;
    const hasJumpedBack = isSame && this.lastPc >= frame.pc;
    this.lastFrame = frame;
    this.lastPc = frame.pc;
    this.vm.updateNextCheck();
    this.isWatching = (this.isAsked || isSignalled(this.vm)) && this.vm.nextThreadCheck === Number.POSITIVE_INFINITY;
    if (isSignalled(this.vm) && !frame.hidden && isDropPoint(this.vm, frame, isAfterHostCall, hasJumpedBack)) signalHandlers.get()(this.vm, frame);
    if (!this.isAsked || (this.schedule.isForced && frame.hidden)) return false;
    if (!this.vm.run.isFree && !isDropPoint(this.vm, frame, isAfterHostCall, hasJumpedBack)) return false;
    if (nativeDepth === this.flatDepth) return this.letGo();
    if (this.canLetGoInside()) this.letGoInside();
    return false;
  }

  /** In the middle of a call of the host a thread keeps its place below the others: one may do so at a time. */
  private canLetGoInside(): boolean {
    return this.stuck.length === 0 && this.vm.nativeDepth < DEEPEST_CARRIER;
  }

  private letGoInside(): void {
    const { thread } = this.vm;
    const next = this.takeReady();
    if (next === null) return;
    thread.isFlat = false;
    this.stuck.push(thread);
    this.enqueue(thread);
    this.next = next;
    this.carry(thread);
  }

  /** The first that can go on, taken off the queue; null, and the holder is asked again later, when nobody can. */
  private takeReady(): ThreadState | null {
    const eligible = this.ready.filter((other) => this.isEligible(other));
    const picked = eligible.length > 0 ? this.schedule.atDropPoint(eligible.length) : 0;
    if (picked > 0) return this.takeFrom(eligible[picked - 1]);
    if (eligible.length > 0) return null;
    this.isAsked = false;
    this.dropAt = null;
    this.askLater();
    return null;
  }

  private letGo(): boolean {
    const { thread } = this.vm;
    const next = this.takeReady();
    if (next === null) return false;
    this.next = next;
    thread.isFlat = true;
    this.leave(thread);
    this.enqueue(thread);
    this.turn();
    return true;
  }

  nextCheck(): number {
    if (this.isFinal) return 0;
    this.updateRate();
    if (isSignalled(this.vm)) return Number.POSITIVE_INFINITY;
    if (this.isAsked) return this.vm.nativeDepth === this.flatDepth || this.canLetGoInside() ? Number.POSITIVE_INFINITY : this.vm.budget - IMPATIENCE;
    const event = this.clock.peekNext();
    let budget = event === null ? 0 : this.clock.budgetAt(event);
    if (this.dropAt !== null) budget = Math.max(budget, this.clock.budgetAt(this.dropAt));
    const { process: guest } = this.vm;
    if (guest !== null) budget = Math.max(budget, this.budgetForOthers(guest.horizon()));
    return Math.max(0, budget);
  }

  /** The budget at which the other processes are looked at; a process that cannot let them run now looks again a little later. */
  private budgetForOthers(time: number): number {
    if (!Number.isFinite(time)) return 0;
    return time > this.clock.now() ? this.clock.budgetAt(time) : this.vm.budget - IMPATIENCE;
  }

  keepOnlyRunning(): void {
    const { thread } = this.vm;
    this.abandoned.push(...this.threads.filter((other) => other !== thread));
    this.threads.splice(0, this.threads.length, thread);
    this.ready.length = 0;
    this.stuck.length = 0;
    this.flatDepth = BASE_DEPTH;
    this.vm.nativeDepth = BASE_DEPTH;
    this.mainOutcome = null;
    this.next = null;
    this.dropAt = null;
    this.isAsked = false;
    this.clock.forgetEvents();
    thread.onEnd = null;
    thread.timer = null;
    thread.leaveQueues = null;
    this.signals.pending.length = 0;
    this.beginLanes();
  }

  ended(value: PyObject | Raise): void {
    const { thread } = this.vm;
    if (thread === this.threads[0]) {
      this.mainOutcome = value;
      this.leave(thread);
      this.enqueue(thread);
    } else {
      release(value instanceof Raise ? value.exception : value);
      this.leave(thread);
      thread.state = "done";
      this.note(thread, null);
      this.threads.splice(this.threads.indexOf(thread), 1);
      for (const local of thread.atEnd) local.forget(thread);
      thread.clear();
      this.vm.heap.bytes -= THREAD_BYTES;
      thread.onEnd?.();
      if (thread.handle) release(thread.handle);
      thread.handle = null;
    }
    this.next = null;
    this.isTurning = true;
  }

  finalize(): void {
    this.isFinal = true;
    this.ready.length = 0;
    this.dropAt = null;
    this.isAsked = false;
    this.vm.updateNextCheck();
  }
}
