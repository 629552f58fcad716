import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Frame } from "../types/frame.ts";
import { frameObject, endFrame } from "../types/frame-object.ts";
import { PyException } from "../types/exception.ts";
import { PyTraceback } from "../types/traceback.ts";
import { stopIterationError } from "./intrinsics.ts";
import { leaveGenerator } from "./generator-frames.ts";
import type { Role } from "./fused.ts";
import type { Machine } from "./machine.ts";
import { prepare, type Prepared } from "./prepare.ts";
import { LeaveCarrier, MainReturned, Suspension, type ThreadState } from "./thread.ts";

/** What a handler reports when the loop must look around: another frame is on top, or the frame it was entered for is done. */
export const FRAME_CHANGED = 1;
export const LEAVE = 2;
export type Control = typeof FRAME_CHANGED | typeof LEAVE;

/** One instruction. `arg` is the decoded argument, for a jump the index it leads to. */
export interface Handler {
  (vm: Machine, frame: Frame, arg: number): Control | undefined | void;
  /** What runs in its place for an argument: the same, with the argument worked out when the code is prepared. */
  readonly byArgument?: (arg: number) => Handler;
  /** As a part of neighbours that run as one. */
  readonly role?: Role;
}

/**
 * Runs `entry` and all frames it calls until `entry` returns or yields; the value is owned by the caller. With `raised`
 * the frame starts by handling that exception. A guest exception that leaves `entry` is thrown as Raise.
 * (Python/ceval.c, _PyEval_EvalFrameDefault)
 */
export function execute(vm: Machine, entry: Frame, raised: Raise | null = null): PyObject {
  entry.isEntry = true;
  try {
    vm.enterNative();
  } catch (error) {
    // The frame will never run: it must not be taken for one that an outer loop was entered for.
    leaveFrame(vm, entry);
    if (raised) release(raised.exception);
    throw error;
  }
  const { answers } = vm;
  vm.answers = null;
  try {
    return drive(vm, vm.thread, raised);
  } finally {
    vm.answers = answers;
    vm.unwound = null;
    vm.leaveNative();
  }
}

/**
 * The loop that frames run in until the one of `owner` ends that it was entered for. Other threads may have their turns in
 * it meanwhile; without an owner it runs only those, until one thrown LeaveCarrier says that the thread below goes on.
 */
export function drive(vm: Machine, owner: ThreadState | null, raised: Raise | null): PyObject {
  const mark = vm.temporaries.length;
  let pending = raised;
  for (;;) {
    try {
      if (pending) {
        const raise = pending;
        pending = null;
        unwind(vm, vm.frame as Frame, raise);
      }
      if (vm.threads.isTurning) vm.threads.turn();
      const value = runFrames(vm, mark);
      if (vm.thread === owner) return value;
      vm.threads.ended(value);
    } catch (error) {
      vm.releaseTemporaries(mark);
      if (error instanceof Raise) {
        if (vm.unwound !== error) pending = error;
        else if (vm.thread === owner) throw error;
        else endByException(vm, error);
      } else {
        const value = turned(vm, error);
        if (value) return value;
      }
    }
  }
}

function endByException(vm: Machine, raise: Raise): void {
  vm.unwound = null;
  vm.threads.ended(raise);
}

/** What another turn means for the loop: it goes on, or it is left with a value. Anything else thrown passes. */
function turned(vm: Machine, error: unknown): PyObject | null {
  if (error instanceof Suspension) {
    vm.threads.suspended(error);
    return null;
  }
  if (error instanceof LeaveCarrier) return vm.none;
  if (!(error instanceof MainReturned)) throw error;
  if (!(error.value instanceof Raise)) return error.value;
  vm.unwound = error.value;
  throw error.value;
}

/** The hot loop: fetch, count, call. */
function runFrames(vm: Machine, mark: number): PyObject {
  let frame = vm.frame as Frame;
  let { handlers, args } = (frame.code.prepared ?? prepare(vm, frame.code)) as Prepared;
  const { temporaries } = vm;
  for (;;) {
    if (--vm.budget < vm.nextCheck && vm.check(frame)) {
      frame = vm.frame as Frame;
      ({ handlers, args } = (frame.code.prepared ?? prepare(vm, frame.code)) as Prepared);
    }
    const pc = frame.pc++;
    // Called as a plain function: as a method of its array it would be called more slowly.
    const handler = handlers[pc];
    const control = handler(vm, frame, args[pc]);
    if (temporaries.length > mark) vm.releaseTemporaries(mark);
    if (control !== undefined) {
      if (control === LEAVE) return vm.takeResult();
      frame = vm.frame as Frame;
      ({ handlers, args } = (frame.code.prepared ?? prepare(vm, frame.code)) as Prepared);
    }
  }
}

/**
 * Finds the handler for an exception, from `frame` outwards, and leaves the machine ready to run it. Throws the Raise on
 * (marked in `vm.unwound`) when it leaves the frame the loop was entered for.
 */
function unwind(vm: Machine, start: Frame, raise: Raise): void {
  let frame = start;
  let leaving = raise;
  for (;;) {
    if (!vm.isReraise) {
      addTraceback(vm, frame, leaving.exception);
      tellTracer(vm, frame, leaving, true);
    }
    const raisedAt = vm.monitoring?.raisedAt(frame, vm.searchFrom ?? frame.lasti, frame !== start) ?? 0;
    vm.monitoring?.raised(frame, raisedAt, leaving, vm.isReraise);
    vm.isReraise = false;
    if (vm.unwinding.enterHandler(vm, frame, leaving.exception)) {
      vm.monitoring?.handled(frame, leaving.exception);
      return;
    }
    const isEntry = frame.isEntry;
    vm.monitoring?.unwound(frame, raisedAt, leaving);
    tellTracer(vm, frame, leaving, false);
    leaving = vm.guardsGenerators && frame.generator ? guarded(vm, frame, leaving) : leaving;
    leaveFrame(vm, frame);
    if (isEntry) {
      vm.unwound = leaving;
      throw leaving;
    }
    frame = vm.frame as Frame;
  }
}

/** Tells the trace function of an exception that is raised or leaves. What it raises itself takes the exception's place. */
function tellTracer(vm: Machine, frame: Frame, raise: Raise, isRaised: boolean): void {
  if (!vm.tracer.active) return;
  try {
    if (isRaised) vm.tracer.exception(frame, raise);
    else vm.tracer.leave(frame, null);
  } catch (error) {
    release(raise.exception);
    throw error;
  }
}

/**
 * Raises from an instruction that has nothing else to do: goes on in the handler that is found. Throwing, which costs the
 * host several thousand steps, is left for what leaves the loop. Takes the reference over.
 */
export function raiseHere(vm: Machine, frame: Frame, exception: PyObject): Control {
  unwind(vm, frame, new Raise(exception));
  return FRAME_CHANGED;
}

/** What leaves a generator in place of StopIteration, where its own code does not see to that. */
function guarded(vm: Machine, frame: Frame, raise: Raise): Raise {
  const exception = stopIterationError(vm, frame, raise.exception);
  release(raise.exception);
  return exception === raise.exception ? raise : new Raise(exception);
}

/** Takes the frame off the thread's stack after its call has ended, and gives its contents up. */
export function leaveFrame(vm: Machine, frame: Frame): void {
  vm.popFrame(frame);
  const { generator, instance } = frame;
  if (generator) {
    leaveGenerator(vm, generator, "closed");
    generator.frame = null;
    frame.generator = null;
  }
  endFrame(vm, frame, frame.back);
  frame.back = null;
  if (instance) {
    frame.instance = null;
    release(instance);
  }
  if (frame.owner === "cleared" && frame.func !== null && generator === null) frame.becomeSpare();
}

/** Puts this frame at the head of the exception's traceback (PyTraceBack_Here). Of hidden frames it keeps only that there were some. */
export function addTraceback(vm: Machine, frame: Frame, exception: PyObject): void {
  if (!(exception instanceof PyException)) return;
  if (frame.hidden) {
    exception.leftLibrary = true;
    return;
  }
  const next = exception.traceback as PyTraceback | null;
  exception.traceback = new PyTraceback(vm, next, frameObject(vm, frame), frame.lasti, frame.line ?? frame.code.spec.firstLine);
}

/** An exception's `__context__` becomes what is being handled, without making a loop (_PyErr_SetObject). */
export function chainContext(vm: Machine, exception: PyObject): void {
  const handled = vm.peekHandled();
  if (!handled || handled === exception || !(exception instanceof PyException)) return;
  let link = handled as PyException;
  for (let slow = link, odd = false; link.context; ) {
    const context = link.context as PyException;
    if (context === exception) {
      link.context = null;
      release(context);
      break;
    }
    link = context;
    if (odd) slow = slow.context as PyException;
    odd = !odd;
    if (slow === link) break;
  }
  const old = exception.context;
  exception.context = retain(handled);
  if (old) release(old);
}
