import { CodeFlag } from "../compiler/code.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { callObject } from "../protocol/call.ts";
import { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import type { HalfCallable } from "../types/half-callable.ts";
import { PyMethod } from "../types/method.ts";
import { bindFrame, isSimpleCall } from "./arguments.ts";
import { execute } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** A frame for a call of `func`, with its arguments bound; nothing is on the thread's stack yet. A class body gets its `namespace`. */
export function frameFor(vm: Machine, func: PyFunction, args: readonly PyObject[], kwnames: KeywordNames, namespace: PyObject | null = null): Frame {
  vm.checkRecursion();
  // The code of a module has no locals of its own: its names live in the globals (_PyFunction_Vectorcall).
  const frame = Frame.forCall(func, namespace ?? (func.code.spec.flags & CodeFlag.OPTIMIZED ? null : func.globals));
  try {
    if (!kwnames && isSimpleCall(func.code.spec, args.length)) for (let i = 0; i < args.length; i++) frame.slots[i] = retain(args[i]);
    else bindFrame(vm, func, frame, args, kwnames);
  } catch (error) {
    frame.clearAll();
    throw error;
  }
  return frame;
}

/** Calls anything from host code. A Python function re-enters the loop for this one call. */
export function call(vm: Machine, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  if (callable instanceof PyFunction) {
    if (vm.answers !== null) return vm.answers.take(callable, args, kwnames);
    const frame = frameFor(vm, callable, args, kwnames);
    vm.pushFrame(frame);
    return execute(vm, frame);
  }
  if (callable instanceof PyMethod) return call(vm, callable.func, [callable.self, ...args], kwnames);
  if (callable.half) {
    const self = (callable as HalfCallable).checkCall(vm, args, kwnames);
    return call(vm, callable.half, self ? [self, ...args] : args, kwnames);
  }
  const mark = vm.temporaries.length;
  vm.enterNative();
  try {
    const result = callObject(vm, callable, args, kwnames);
    vm.releaseTemporaries(mark);
    return result;
  } catch (error) {
    vm.releaseTemporaries(mark);
    throw error;
  } finally {
    vm.leaveNative();
  }
}
