import { release, retain } from "../core/object.ts";
import { frameObject, visibleFrame } from "../types/frame-object.ts";
import type { Machine } from "../vm/machine.ts";
import { ProcessExit } from "../vm/process.ts";
import type { Signals } from "../vm/thread.ts";

const SIGKILL = 9;
const SIGINT = 2;
const SIGALRM = 14;
const SIGSTOP = 19;
/** Signals that do nothing unless somebody wants them: SIGCHLD, SIGCONT, SIGURG, SIGWINCH; and SIGPIPE, which Python ignores. */
const QUIET = [13, 17, 18, 23, 28];

/** What a process does when a signal comes (Modules/signalmodule.c): Python's handlers run later, in the main thread. */
export class SignalState implements Signals {
  readonly handled = new Set([SIGINT]);
  readonly ignored = new Set(QUIET);
  readonly pending: number[] = [];
  timer: { cancelled: boolean } | null = null;
  due: number | null = null;
  interval = 0;

  set(signal: number, how: "handled" | "ignored" | "default"): void {
    this.handled.delete(signal);
    this.ignored.delete(signal);
    if (how === "handled") this.handled.add(signal);
    else if (how === "ignored" || QUIET.includes(signal)) this.ignored.add(signal);
  }

  meets(signal: number): "handled" | "ignored" | "fatal" {
    if (signal === SIGKILL || signal === SIGSTOP) return "fatal";
    return this.handled.has(signal) ? "handled" : this.ignored.has(signal) ? "ignored" : "fatal";
  }

  inChild(): void {
    this.pending.length = 0;
    this.timer = null;
    this.due = null;
  }
}

/** A signal has come that Python handles: the main thread meets it at its next check, or where it waits. */
export function trip(vm: Machine, signal: number): void {
  const [main] = vm.threads.live();
  vm.threads.signals.pending.push(signal);
  if (main.state === "blocked") vm.threads.wake(main, "interrupted");
  vm.updateNextCheck();
}

/** Whether the running thread is to meet a signal. */
export function isSignalled(vm: Machine): boolean {
  return vm.threads.signals.pending.length > 0 && vm.thread.number === 0;
}

/** Runs the handlers of the signals that have come, in the main thread (_PyErr_CheckSignalsTstate). What one raises is raised by the instruction `at`. */
export function runHandlers(vm: Machine, at: number | null = null): void {
  if (!isSignalled(vm)) return;
  try {
    runPending(vm);
  } catch (error) {
    vm.searchFrom = at;
    throw error;
  }
}

function runPending(vm: Machine): void {
  const { pending } = vm.threads.signals;
  for (let signal = pending.shift(); signal !== undefined; signal = pending.shift()) {
    const frame = visibleFrame(vm.frame);
    const shown = vm.temp(frame ? frameObject(vm, frame) : retain(vm.none));
    release(vm.call(vm.importer.peekName("signal", "_handle"), [vm.temp(vm.int(signal)), shown]));
  }
}

/** The same in the middle of a wait, which is given up if a handler raises. */
export function meetSignals(vm: Machine): void {
  const { leaveQueues } = vm.thread;
  try {
    runHandlers(vm);
  } catch (error) {
    leaveQueues?.();
    throw error;
  }
}

/** Sends SIGALRM after so many nanoseconds, and every so many again (setitimer); null stops it. Gives what was left. */
export function setAlarm(vm: Machine, after: number | null, interval: number): { readonly left: number; readonly interval: number } {
  const { threads } = vm;
  const { signals } = threads;
  const before = { left: signals.due === null ? 0 : signals.due - threads.now(), interval: signals.interval };
  if (signals.timer) signals.timer.cancelled = true;
  signals.timer = null;
  signals.due = after === null ? null : threads.now() + after;
  signals.interval = after === null ? 0 : interval;
  if (signals.due !== null) signals.timer = threads.callAt(signals.due, () => ring(vm));
  return before;
}

function ring(vm: Machine): void {
  const { signals } = vm.threads;
  setAlarm(vm, signals.interval > 0 ? signals.interval : null, signals.interval);
  const fate = signals.meets(SIGALRM);
  if (fate === "handled") trip(vm, SIGALRM);
  else if (fate === "fatal") throw new ProcessExit(-SIGALRM);
}
