import { type PyObject, release, retain } from "../../core/object.ts";
import { collectItems } from "../../protocol/iterate.ts";
import { PyDict } from "../../types/dict.ts";
import type { Frame } from "../../types/frame.ts";
import { PyCode } from "../../types/code.ts";
import { PyFunction } from "../../types/function.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import { callFromStack } from "../stack-calls.ts";
import { callableName } from "../errors.ts";
import { binaryIntrinsics, unaryIntrinsics } from "../intrinsics.ts";
import { holdArguments } from "../inline-calls.ts";
import { type Control, FRAME_CHANGED, type Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";

export function keywordNames(tuple: PyObject): string[] {
  return (tuple as PyTuple).items.map((name) => (name as PyStr).value);
}

/** `f(*args, **kwargs)`: spreads both out on the stack and calls. `isHeld`: the interpreter makes the call from C and holds what it passes. */
export function callSpread(vm: Machine, frame: Frame, isHeld = false): Control | undefined {
  const keywords = frame.slots[frame.sp - 1] as PyObject | null;
  const callable = frame.peek(4);
  const spread = frame.peek(2);
  const tuple = spread instanceof PyTuple ? vm.temp(retain(spread)) : null;
  const args = positionalArguments(vm, callable, spread);
  const names: string[] = [];
  if (keywords) {
    for (const entry of (keywords as PyDict).entries) {
      if (!entry) continue;
      if (!(entry.key instanceof PyStr)) {
        for (const arg of args) release(arg);
        vm.raise("TypeError", "keywords must be strings");
      }
      names.push((entry.key as PyStr).value);
      args.push(retain(entry.value));
    }
  }
  frame.drop(2);
  frame.reserve(args.length);
  for (const arg of args) frame.push(arg);
  return isHeld && !frame.hidden ? callHeld(vm, frame, args, tuple, names) : callFromStack(vm, frame, args.length, names.length ? names : null, true);
}

/** Calls a function from C: the tuple, the dict, and what was unpacked from both, are held meanwhile. */
function callHeld(vm: Machine, frame: Frame, args: readonly PyObject[], tuple: PyObject | null, names: readonly string[]): Control | undefined {
  for (const arg of args) vm.temp(retain(arg));
  const control = callFromStack(vm, frame, args.length, names.length ? names : null, true);
  const callee = vm.frame as Frame;
  if (control === FRAME_CHANGED && callee.owed === 0) {
    const positional = args.length - names.length;
    callee.owed = tuple ? holdArguments(frame, [tuple, ...args.slice(positional)]) : holdArguments(frame, args);
    if (names.length > 0) callee.owed += holdArguments(frame, args);
  }
  return control;
}

function positionalArguments(vm: Machine, callable: PyObject, value: PyObject): PyObject[] {
  if (value instanceof PyTuple) return value.items.map(retain);
  if (!value.type.slots.iter && !value.type.slots.getItem) {
    vm.raise("TypeError", vm.message("starArgument", callableName(vm, callable), value.type.name));
  }
  return collectItems(vm, value, true);
}

/** SET_FUNCTION_ATTRIBUTE's flags (Include/internal/pycore_opcode_utils.h). */
export function setFunctionAttribute(func: PyFunction, flag: number, value: PyObject): void {
  switch (flag) {
    case 1:
      func.defaults = value as PyTuple;
      return;
    case 2:
      func.kwDefaults = value as PyDict;
      return;
    case 4:
      func.annotations = value;
      return;
    case 8:
      func.closure = value as PyTuple;
      return;
    case 16:
      func.annotate = value;
      return;
    default:
      throw new Error(`SET_FUNCTION_ATTRIBUTE with flag ${flag}`);
  }
}

/** Calls, functions and the interpreter's own small functions. */
export const callHandlers: Readonly<Record<string, Handler>> = {
  CALL: (vm, frame, count) => callFromStack(vm, frame, count, null),
  CALL_KW: (vm, frame, count) => {
    const names = keywordNames(frame.peek(1));
    frame.drop(1);
    return callFromStack(vm, frame, count, names);
  },
  CALL_FUNCTION_EX: (vm, frame) => callSpread(vm, frame),
  "CALL_FUNCTION_EX with a flag": (vm, frame, flag) => {
    if (!(flag & 1)) {
      frame.reserve(1);
      frame.push(null);
    }
    return callSpread(vm, frame);
  },
  CALL_INTRINSIC_1: (vm, frame, which) => {
    const result = unaryIntrinsics[which](vm, frame, frame.peek(1));
    frame.drop(1);
    frame.push(result);
  },
  CALL_INTRINSIC_2: (vm, frame, which) => {
    const result = binaryIntrinsics[which](vm, frame.peek(2), frame.peek(1));
    frame.drop(2);
    frame.push(result);
  },
  MAKE_FUNCTION: (vm, frame) => {
    const func = new PyFunction(vm, frame.peek(1) as PyCode, frame.globals);
    frame.drop(1);
    frame.push(func);
  },
  SET_FUNCTION_ATTRIBUTE: (_vm, frame, flag) => {
    const func = frame.pop() as PyFunction;
    setFunctionAttribute(func, flag, frame.pop());
    frame.push(func);
  },
};
