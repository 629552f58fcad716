import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { type Frame, frameObject, endFrame } from "../types/frame.ts";
import { PyException } from "../types/exception.ts";
import { PyTraceback } from "../types/traceback.ts";
import { stopIterationError } from "./intrinsics.ts";
import { leaveGenerator } from "./generator-frames.ts";
import type { Machine } from "./machine.ts";
import { prepare, type Prepared } from "./prepare.ts";

/** What a handler reports when the loop must look around: another frame is on top, or the frame it was entered for is done. */
export const FRAME_CHANGED = 1;
export const LEAVE = 2;
export type Control = typeof FRAME_CHANGED | typeof LEAVE;

/** One instruction. `arg` is the decoded argument, for a jump the index it leads to. */
export interface Handler {
  (vm: Machine, frame: Frame, arg: number): Control | undefined | void;
  /** What runs in its place for an argument: the same, with the argument worked out when the code is prepared. */
  readonly byArgument?: (arg: number) => Handler;
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
  const mark = vm.temporaries.length;
  let pending = raised;
  try {
    for (;;) {
      try {
        if (pending) {
          const raise = pending;
          pending = null;
          unwind(vm, vm.frame as Frame, raise);
        }
        return runFrames(vm, mark);
      } catch (error) {
        vm.releaseTemporaries(mark);
        if (!(error instanceof Raise) || vm.unwound === error) throw error;
        pending = error;
      }
    }
  } finally {
    vm.unwound = null;
    vm.leaveNative();
  }
}

/** The hot loop: fetch, count, call. */
function runFrames(vm: Machine, mark: number): PyObject {
  let frame = vm.frame as Frame;
  let code = (frame.code.prepared ?? prepare(vm, frame.code)) as Prepared;
  for (;;) {
    if (--vm.budget < vm.nextCheck) vm.check(frame);
    const pc = frame.pc++;
    const control = code.handlers[pc](vm, frame, code.args[pc]);
    if (vm.temporaries.length > mark) vm.releaseTemporaries(mark);
    if (control !== undefined) {
      if (control === LEAVE) return vm.takeResult();
      frame = vm.frame as Frame;
      code = (frame.code.prepared ?? prepare(vm, frame.code)) as Prepared;
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
      vm.tracer.exception(frame, leaving);
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
    vm.tracer.leave(frame, null);
    leaving = vm.guardsGenerators && frame.generator ? guarded(vm, frame, leaving) : leaving;
    leaveFrame(vm, frame);
    if (isEntry) {
      vm.unwound = leaving;
      throw leaving;
    }
    frame = vm.frame as Frame;
  }
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

/** Puts this frame at the head of the exception's traceback (PyTraceBack_Here). Hidden frames leave no trace. */
export function addTraceback(vm: Machine, frame: Frame, exception: PyObject): void {
  if (frame.hidden || !(exception instanceof PyException)) return;
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
