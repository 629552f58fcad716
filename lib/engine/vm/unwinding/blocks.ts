import { type PyObject, release, retain } from "../../core/object.ts";
import { PyException } from "../../types/exception.ts";
import type { Frame } from "../../types/frame.ts";
import type { PyTraceback } from "../../types/traceback.ts";
import type { Machine } from "../machine.ts";
import type { Unwinding } from "./unwinding.ts";

/** An exception lies on the stack as traceback, value and type, the type on top. */
const EXCEPTION_SIZE = 3;

function tracebackOf(vm: Machine, exception: PyObject | null): PyObject {
  return (exception instanceof PyException && exception.traceback) || vm.none;
}

function pushException(vm: Machine, frame: Frame, exception: PyObject | null): void {
  frame.push(retain(tracebackOf(vm, exception)));
  frame.push(exception ?? retain(vm.none));
  frame.push(retain(exception ? exception.type : vm.none));
}

/** Pops an exception: its value, owned, with the traceback that it had when it was pushed; null for None. */
export function popException(vm: Machine, frame: Frame): PyObject | null {
  frame.drop(1);
  const value = frame.pop();
  const traceback = frame.pop();
  if (value === vm.none) {
    release(value);
    release(traceback);
    return null;
  }
  if (!(value instanceof PyException) || traceback === vm.none || value.traceback === traceback) {
    release(traceback);
    return value;
  }
  const old = value.traceback;
  value.traceback = traceback as PyTraceback;
  if (old) release(old);
  return value;
}

/** What was being handled outside the handler is being handled again: it lies on top of the stack. */
export function restoreHandled(vm: Machine, frame: Frame): void {
  frame.drop(1);
  const previous = frame.pop();
  frame.drop(1);
  const item = vm.handledItem;
  const done = item.value;
  item.value = previous === vm.none ? null : previous;
  if (previous === vm.none) release(previous);
  if (done) release(done);
}

/** Leaves a handler from anywhere in it (UNWIND_EXCEPT_HANDLER). */
export function leaveHandler(vm: Machine, frame: Frame, level: number): void {
  frame.drop(frame.sp - level - EXCEPTION_SIZE);
  restoreHandled(vm, frame);
}

/**
 * Handlers are blocks on a stack of the frame, set up by instructions (Python/ceval.c up to 3.10, exception_unwind). A
 * handler that runs is a block itself, and finds the exception above the one that was being handled outside.
 */
export const unwindBlocks: Unwinding = {
  enterHandler(vm, frame, exception) {
    for (let block = frame.blocks?.pop(); block; block = frame.blocks?.pop()) {
      if (block.isHandler) {
        leaveHandler(vm, frame, block.level);
        continue;
      }
      frame.drop(frame.sp - block.level);
      frame.blocks?.push({ isHandler: true, at: frame.lasti, level: frame.sp });
      const item = vm.handledItem;
      pushException(vm, frame, item.value);
      item.value = retain(exception);
      pushException(vm, frame, exception);
      frame.pc = block.at;
      return true;
    }
    return false;
  },
};
