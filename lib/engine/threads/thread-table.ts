import type { Visit } from "../core/object.ts";
import type { Decision, LaneState } from "../types.ts";
import type { Machine } from "../vm/machine.ts";
import { FIRST_PID } from "../vm/process.ts";
import type { Signals, ThreadState } from "../vm/thread.ts";
import { Clock } from "./clock.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";
import { visitThread } from "./switch.ts";

/** The depth of host calls in the lowest loop. */
export const BASE_DEPTH = 1;
/** How long a thread of a free-threaded build runs before others that run at the same time catch up, in virtual nanoseconds. */
const FREE_SLICE = 10_000;

/** From the call that wakes a thread until it runs by itself, without the GIL: what Linux takes about (measured, concurrency facts). */
const WAKE_NANOSECONDS = 50_000;

/** The threads of one process and their clock: who there is, what time it is, what others are told of them. */
export abstract class ThreadTable {
  protected readonly vm: Machine;
  protected readonly clock: Clock;
  protected readonly schedule: Schedule;
  protected readonly threads: ThreadState[] = [];
  /** Who waits for the GIL, in order. */
  protected readonly ready: ThreadState[] = [];
  /** Threads that wait in the middle of a call of the host: only the last can go on, the loop of the others lies below. */
  protected readonly stuck: ThreadState[] = [];
  /** Threads of the process that this one was forked from: they do not run here, but what they refer to stays. */
  protected readonly abandoned: ThreadState[] = [];
  /** None has come, and none is wanted but SIGINT. */
  readonly signals: Signals = { handled: new Set([2]), ignored: new Set(), pending: [], timer: null, due: null, interval: 0 };
  protected flatDepth = BASE_DEPTH;
  /** Work of the running thread before this time is booked. */
  protected since = 0;

  constructor(vm: Machine) {
    this.vm = vm;
    this.clock = new Clock(vm);
    this.schedule = scheduleOf(vm);
    this.threads.push(vm.thread);
  }

  now(): number {
    return this.clock.now();
  }

  computed(): number {
    return this.clock.worked();
  }

  computedBy(thread: ThreadState): number {
    return thread.computed + (thread === this.vm.thread ? this.clock.worked() - this.since : 0);
  }

  all(): Iterable<ThreadState> {
    return this.threads;
  }

  isAlone(): boolean {
    return this.flatDepth === BASE_DEPTH;
  }

  isComputing(): boolean {
    const { state } = this.vm.thread;
    return this.ready.length > 0 || (state !== "blocked" && state !== "done");
  }

  nextTime(): number {
    if (this.isComputing()) return this.clock.now();
    return this.clock.peekNext() ?? Number.POSITIVE_INFINITY;
  }

  notBefore(time: number): void {
    if (time > this.clock.now()) this.clock.shift(time - this.clock.now());
  }

  get decisions(): readonly Decision[] {
    return this.schedule.decisions ?? [];
  }

  onSwitch: ((next: ThreadState) => void) | null = null;

  live(): readonly ThreadState[] {
    return this.threads;
  }

  roots(visit: Visit): void {
    for (const thread of this.threads) visitThread(thread, thread !== this.vm.thread, visit);
    for (const thread of this.abandoned) visitThread(thread, true, visit);
  }

  /** Tells the recording of the run what the thread does from now on. */
  protected note(thread: ThreadState, kind: LaneState["kind"] | null): void {
    const { lanes } = this.vm.run;
    if (lanes === null) return;
    const state = kind && { kind, waitsFor: kind === "blocked" ? (thread.waitsFor?.kind ?? null) : null };
    lanes.note(thread, "thread", this.vm.process?.pid ?? FIRST_PID, () => thread.shownName, state, this.clock.now());
  }

  get wakeDelay(): number {
    return this.schedule.isForced ? 0 : WAKE_NANOSECONDS;
  }

  /** The recording begins: the first thread runs. */
  beginLanes(): void {
    this.note(this.vm.thread, "running");
  }

  endLanes(): void {
    for (const thread of this.threads) this.note(thread, null);
  }

  /** Threads of a free-threaded build that can run share the cores; so do processes. */
  protected updateRate(): void {
    const { run, process } = this.vm;
    const crowding = process?.crowding() ?? 1;
    this.clock.setRate(run.isFree ? crowding / Math.min(this.ready.length + 1, run.cores) : crowding);
  }

  /** How many times longer work without the GIL takes that begins now: threads that work so already share the cores with it. */
  protected queueing(): number {
    const working = this.threads.filter(({ waitsFor }) => waitsFor?.kind === "work").length;
    return Math.max(1, (working + 1) / this.vm.run.cores);
  }

  protected slice(): number {
    const { run } = this.vm;
    if (run.schedule !== null) return this.schedule.slice();
    return run.isFree ? FREE_SLICE + this.clock.lateness() / 5 : this.schedule.slice() + this.clock.lateness();
  }
}
