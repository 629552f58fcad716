import { release, retain } from "../core/object.ts";
import type { Frame } from "../types/frame.ts";
import { frameObject, visibleFrame } from "../types/frame-object.ts";
import type { Machine } from "../vm/machine.ts";
import { ProcessExit } from "../vm/process.ts";
import type { Signals } from "../vm/thread.ts";
import { BACK } from "./drop-points.ts";
import { isSignalled } from "./signals.ts";

const SIGKILL = 9;
const SIGALRM = 14;
const SIGSTOP = 19;
/** Signals that do nothing unless somebody wants them: SIGPIPE, which Python ignores, SIGCHLD, SIGCONT, SIGURG, SIGWINCH. */
const QUIET = [13, 17, 18, 23, 28];

/** What a process does from now on when the signal comes (Modules/signalmodule.c): Python's handlers run later, in the main thread. */
export function dispose({ handled, ignored }: Signals, signal: number, how: "handled" | "ignored" | "default"): void {
  handled.delete(signal);
  ignored.delete(signal);
  if (how === "handled") handled.add(signal);
  else if (how === "ignored") ignored.add(signal);
}

/** Whether Python handles it, nothing happens, or the process ends. */
export function fateOf({ handled, ignored }: Signals, signal: number): "handled" | "ignored" | "fatal" {
  if (signal === SIGKILL || signal === SIGSTOP) return "fatal";
  return handled.has(signal) ? "handled" : ignored.has(signal) || QUIET.includes(signal) ? "ignored" : "fatal";
}

/** A signal has come that Python handles: the main thread meets it at its next check, or where it waits. */
export function trip(vm: Machine, signal: number): void {
  const [main] = vm.threads.live();
  vm.threads.signals.pending.push(signal);
  if (main.state === "blocked") vm.threads.wake(main, "signal");
  vm.updateNextCheck();
}

/** Runs the handlers of the signals that have come, in the main thread (_PyErr_CheckSignalsTstate). Between two instructions of a frame, what one raises is raised there; in the middle of a wait it ends that. */
export function runHandlers(vm: Machine, frame: Frame | null = null): void {
  if (!isSignalled(vm)) return;
  const at = frame && raisingAt(vm, frame);
  try {
    runPending(vm);
  } catch (error) {
    vm.searchFrom = at;
    if (frame === null) vm.thread.leaveQueues?.();
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
  const fate = fateOf(signals, SIGALRM);
  if (fate === "handled") trip(vm, SIGALRM);
  else if (fate === "fatal") throw new ProcessExit(-SIGALRM);
}

/**
 * The instruction by which an exception finds its handler that is raised where the thread looked; null where that is the last
 * one. Until 3.12 a jump looks when it has jumped, so it seems to be what lies before its target.
 */
function raisingAt(vm: Machine, frame: Frame): number | null {
  const next = frame.code.spec.code[frame.pc];
  if (!BACK.has(next.op) || next.target === undefined) return null;
  return vm.profile.threads.jumpsLookFirst ? frame.pc : next.target - 1;
}
