import { type PyObject, release, retain } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import { genericGetAttribute } from "../protocol/attributes.ts";
import type { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import type { PyGenerator } from "../types/generator.ts";
import type { HalfCallable } from "../types/half-callable.ts";
import { PyMethod } from "../types/method.ts";
import type { PyHalfGetSet } from "../types/half-functions.ts";
import type { PyProperty } from "../types/property.ts";
import { GENERIC_SLOTS } from "../types/slot-functions.ts";
import { callType, initializeMade } from "../types/type.ts";
import { frameFor } from "./calls.ts";
import { enterGenerator } from "./generator-frames.ts";
import { type Control, FRAME_CHANGED } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** Flags of generators and coroutines of all kinds. */
const NO_PLAIN_FUNCTION = 0x2a0;

/*
 * Calls of Python code by way of something else, entered on the thread's stack and not by a call of the host: they may
 * nest as deep as the guest's recursion limit. CPython inlines the same ones (CALL_ALLOC_AND_ENTER_INIT, FOR_ITER_GEN,
 * SEND_GEN, LOAD_ATTR_PROPERTY in Python/bytecodes.c). What they were made of stays on the caller's stack meanwhile.
 */

/** `Class(...)` where `__init__` is Python and `__new__` is not, or an instance whose `__call__` is Python; null when it is neither, undefined when the result lies on the stack already. */
export function enterThroughType(vm: Machine, caller: Frame, callable: PyObject, base: number, start: number, kwnames: KeywordNames, isSpread: boolean): Control | undefined | null {
  if (!(callable instanceof PyType) || callable.type.slots.call !== callType) return enterInstance(vm, caller, callable, base, start, kwnames, isSpread);
  const { slots } = callable;
  if (slots.init !== GENERIC_SLOTS.init || slots.new === GENERIC_SLOTS.new || !slots.new) return null;
  const init = callable.peek("__init__");
  const func = init && functionOf(init);
  if (!func) return null;
  const args = caller.slots.slice(start, caller.sp) as PyObject[];
  const made = slots.new(vm, callable, args, kwnames);
  if (made.type !== callable) {
    const result = initializeMade(vm, callable, made, args, kwnames);
    caller.drop(caller.sp - base);
    caller.push(result);
    return undefined;
  }
  let frame: Frame;
  try {
    if (init !== func) (init as HalfCallable).checkCall(vm, [made, ...args], kwnames);
    frame = frameFor(vm, func, [made, ...args], kwnames);
  } catch (error) {
    release(made);
    throw error;
  }
  frame.instance = made;
  holdPassed(caller, args, kwnames, isSpread);
  frame.owed = caller.sp - base;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

/** A special method's Python code, borrowed. */
const functionOf = (method: PyObject): PyFunction | null => (method instanceof PyFunction ? method : (method.half as PyFunction | null));

function enterInstance(vm: Machine, caller: Frame, callable: PyObject, base: number, start: number, kwnames: KeywordNames, isSpread: boolean): Control | null {
  if (callable.type.slots.call !== GENERIC_SLOTS.call) return null;
  const method = callable.type.peek("__call__");
  const func = method && functionOf(method);
  if (!func) return null;
  const args = caller.slots.slice(start, caller.sp) as PyObject[];
  if (method !== func) (method as HalfCallable).checkCall(vm, [callable, ...args], kwnames);
  const frame = frameFor(vm, func, [callable, ...args], kwnames);
  holdPassed(caller, args, kwnames, isSpread);
  frame.owed = caller.sp - base;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

/**
 * What C code passes on lies in a tuple and a dict while the call lasts, and where there are names once more in an array
 * (_PyStack_UnpackDict).
 */
function holdPassed(caller: Frame, args: readonly PyObject[], kwnames: KeywordNames, isSpread: boolean): void {
  if (!isSpread) holdArguments(caller, args);
  if (kwnames && kwnames.length > 0) holdArguments(caller, args);
}

/** Puts one more reference to each on the caller's stack, to go with what the call owes. Gives how many. */
export function holdArguments(caller: Frame, args: readonly PyObject[]): number {
  caller.reserve(args.length);
  for (const arg of args) caller.push(retain(arg));
  return args.length;
}

/** The getter of a property on top of the stack's object, or null where the attribute is something else. */
export function enterGetter(vm: Machine, owner: PyObject, name: string): Control | null {
  const { getAttribute } = owner.type.slots;
  if (getAttribute !== undefined && getAttribute !== genericGetAttribute) return null;
  const found = owner.type.peek(name);
  if (found?.type !== vm.types.property && found?.type !== vm.types.getset_descriptor) return null;
  const { getter } = found as PyProperty | PyHalfGetSet;
  if (!(getter instanceof PyFunction)) return null;
  const frame = frameFor(vm, getter, [owner], null);
  frame.owed = 1;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

/**
 * A special method of a context manager that is Python: `bound` to the manager, and held by the caller until it returns.
 * `setsUp`: the handler that the caller has from then on, or -1. Null when it is something else.
 */
export function enterManager(vm: Machine, caller: Frame, bound: PyObject, args: readonly PyObject[], setsUp: number): Control | null {
  if (!(bound instanceof PyMethod && bound.func instanceof PyFunction) || bound.func.code.spec.flags & NO_PLAIN_FUNCTION) return null;
  const frame = frameFor(vm, bound.func, [bound.self, ...args], null);
  frame.owed = holdArguments(caller, [bound]);
  frame.setsUp = setsUp;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}

/** Whether a generator can be entered from the loop: suspended or not yet started, and not one that must refuse a value. */
export function isResumable(generator: PyGenerator): boolean {
  return generator.frame !== null && (generator.state === "suspended" || generator.state === "created");
}

/** Resumes a generator whose end makes the caller go on at `exit`; takes over the value that is sent. */
export function enterSuspended(vm: Machine, generator: PyGenerator, value: PyObject, exit: number, isLoop: boolean): Control {
  const frame = generator.frame as Frame;
  frame.isEntry = false;
  frame.exit = exit;
  frame.dropsResult = isLoop;
  try {
    enterGenerator(vm, generator);
  } catch (error) {
    release(value);
    throw error;
  }
  frame.push(value);
  return FRAME_CHANGED;
}
