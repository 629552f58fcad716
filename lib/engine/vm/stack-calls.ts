import { type PyObject, release, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import type { HalfCallable } from "../types/half-callable.ts";
import { PyMethod } from "../types/method.ts";
import { isSimpleCall } from "./arguments.ts";
import { call, frameFor } from "./calls.ts";
import { flatIteration } from "./lent-iteration.ts";
import { enterThroughType } from "./inline-calls.ts";
import { type Control, FRAME_CHANGED } from "./loop.ts";
import type { Machine } from "./machine.ts";
import { Suspension } from "./thread.ts";

/**
 * The CALL family: `count` arguments lie on the stack above a callable and its self (or NULL). A Python function gets a
 * frame on the thread's stack, with the arguments moved or, by version, copied; everything else is called at once. `isSpread`: they come
 * from a tuple and a dict, which C code passes on as they are.
 */
export function callFromStack(vm: Machine, frame: Frame, count: number, kwnames: KeywordNames, isSpread = false): Control | undefined {
  const base = frame.sp - count - 2;
  let callable = frame.slots[base] as PyObject;
  if (vm.copiesArguments && !isSpread) {
    const control = enterWithCopies(vm, frame, callable, base, kwnames);
    if (control !== null) return control;
  }
  if (callable instanceof PyMethod && frame.slots[base + 1] === null) {
    callable = unpackMethod(frame, base, callable);
  }
  const start = frame.slots[base + 1] === null ? base + 2 : base + 1;
  if (callable instanceof PyFunction) return enter(vm, frame, callable, base, start, kwnames);
  if (callable.half) return enterHalf(vm, frame, callable as HalfCallable, base, start, kwnames);
  const entered = enterThroughType(vm, frame, callable, base, start, kwnames, isSpread);
  if (entered !== null) return entered;
  const collecting = vm.hasOthers && flatIteration.get().enterCollecting(vm, frame, callable, base, start, kwnames);
  if (collecting) return collecting;
  const args = frame.slots.slice(start, frame.sp) as PyObject[];
  const result = callHost(vm, frame, callable, args, kwnames, base);
  if (vm.tracer.active) tellReturn(vm, frame, result);
  frame.drop(frame.sp - base);
  frame.push(result);
  if (vm.collectionRequested) vm.collectNow();
  return undefined;
}

/** A profile function hears of the return before the arguments die. */
function tellReturn(vm: Machine, frame: Frame, result: PyObject): void {
  try {
    vm.tracer.leaveNative(frame, "c_return");
  } catch (error) {
    release(result);
    throw error;
  }
}

/** A call that may have to wait: what it needs to be made again lies on the stack. */
function callHost(vm: Machine, frame: Frame, callable: PyObject, args: readonly PyObject[], kwnames: KeywordNames, base: number): PyObject {
  try {
    return call(vm, callable, args, kwnames);
  } catch (error) {
    Suspension.note(error, () => call(vm, callable, args, kwnames), (value) => {
      frame.drop(frame.sp - base);
      frame.push(value);
    });
    throw error;
  }
}

/** A bound method on the stack becomes its function and its self. */
function unpackMethod(frame: Frame, base: number, method: PyMethod): PyObject {
  const { func, self } = method;
  replaceCallable(frame, base, method, func, self);
  return func;
}

function replaceCallable(frame: Frame, base: number, callable: PyObject, func: PyObject, self: PyObject | null): void {
  const wasBorrowed = frame.borrowed[base];
  frame.slots[base] = retain(func);
  frame.borrowed[base] = 0;
  if (self) {
    frame.slots[base + 1] = retain(self);
    frame.borrowed[base + 1] = 0;
  }
  if (!wasBorrowed) callable.type.rt.temp(callable);
}

/** The function of a Python half behind what is built in, on the thread's own stack like any other. */
function enterHalf(vm: Machine, frame: Frame, callable: HalfCallable, base: number, start: number, kwnames: KeywordNames): Control {
  const { half } = callable;
  const self = callable.checkCall(vm, frame.slots.slice(start, frame.sp) as PyObject[], kwnames);
  replaceCallable(frame, base, callable, half, self);
  return enter(vm, frame, half, base, self ? base + 1 : start, kwnames);
}

/** What the caller has only borrowed is borrowed by the new frame too, where it is a fast local there. */
function lendBorrowed(caller: Frame, frame: Frame, start: number, kwnames: KeywordNames): void {
  const { argCount, kwOnlyArgCount, posOnlyArgCount, varNames } = frame.code.spec;
  const positional = caller.sp - start - (kwnames?.length ?? 0);
  for (let at = start; at < caller.sp; at++) {
    const value = caller.slots[at];
    if (!caller.borrowed[at] || !value) continue;
    const i = at - start;
    const slot = i < positional ? i : varNames.indexOf(kwnames?.[i - positional] ?? "", posOnlyArgCount);
    if (slot < 0 || slot >= (i < positional ? argCount : argCount + kwOnlyArgCount) || frame.slots[slot] !== value) continue;
    frame.borrowed[slot] = 1;
    release(value);
  }
}

/** A Python function, or a method of one, called while its arguments and what was called stay on the caller's stack (_PyFunction_Vectorcall in 3.10); null for anything else. */
function enterWithCopies(vm: Machine, caller: Frame, callable: PyObject, base: number, kwnames: KeywordNames): Control | null {
  const args = caller.slots.slice(base + 1, caller.sp).filter((entry) => entry !== null);
  const isMethod = callable instanceof PyMethod && caller.slots[base + 1] === null;
  if (isMethod) args.unshift(callable.self);
  const func = isMethod ? callable.func : callable;
  if (!(func instanceof PyFunction)) return null;
  const frame = frameFor(vm, func, args, kwnames);
  frame.owed = caller.sp - base;
  frame.lendFunc();
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

function enter(vm: Machine, caller: Frame, func: PyFunction, base: number, start: number, kwnames: KeywordNames): Control {
  const count = caller.sp - start;
  const { spec } = func.code;
  let frame: Frame;
  if (!kwnames && isSimpleCall(spec, count)) {
    vm.checkRecursion();
    frame = Frame.forCall(func, null);
    for (let i = 0; i < count; i++) {
      frame.slots[i] = caller.slots[start + i];
      frame.borrowed[i] = caller.borrowed[start + i];
      caller.slots[start + i] = null;
    }
  } else {
    frame = frameFor(vm, func, caller.slots.slice(start, caller.sp) as PyObject[], kwnames);
    lendBorrowed(caller, frame, start, kwnames);
  }
  caller.drop(caller.sp - base);
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}
