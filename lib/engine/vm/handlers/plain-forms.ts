import { type PyObject, retain } from "../../core/object.ts";
import { deleteItem } from "../../protocol/item.ts";
import type { BinaryOperator } from "../../protocol/number.ts";
import { CodeFlag } from "../../compiler/code.ts";
import { PyDict } from "../../types/dict.ts";
import type { Frame } from "../../types/frame.ts";
import type { PyTuple } from "../../types/tuple.ts";
import type { Handler } from "../loop.ts";
import type { Machine } from "../machine.ts";
import { pushMethod } from "../methods.ts";
import { callFromStack } from "../stack-calls.ts";
import { callSpread, keywordNames } from "./calls.ts";
import { binaryHandler, inplaceHandler } from "./arithmetic.ts";
import { controlHandlers } from "./control.ts";
import { loadGlobal, nameOf } from "./names.ts";
import { nullFirstHandlers } from "./null-first.ts";
import { reduce } from "./operators.ts";
import { matchClass, matchKeys } from "./patterns.ts";

/*
 * Instructions that 3.11 replaced: one for each operator, calls of a callable with nothing beside it, rotations, and
 * delegation in one instruction that is repeated (Python/ceval.c of 3.10).
 */

const OPERATORS: Readonly<Record<string, BinaryOperator>> = {
  POWER: "**", MULTIPLY: "*", MATRIX_MULTIPLY: "@", MODULO: "%", ADD: "+", SUBTRACT: "-", FLOOR_DIVIDE: "//", TRUE_DIVIDE: "/",
  LSHIFT: "<<", RSHIFT: ">>", AND: "&", XOR: "^", OR: "|",
};

function operators(prefix: string, handlerOf: (operator: BinaryOperator) => Handler): [string, Handler][] {
  return Object.entries(OPERATORS).map(([name, operator]) => [
    `${prefix}_${name}`,
    Object.assign(handlerOf(operator), { role: { kind: "operator", operatorOf: () => operator } as const }),
  ]);
}

/** Opens an empty place below the topmost `count` entries, where calls look for self. */
function makeRoomForSelf(frame: Frame, count: number): void {
  const { slots } = frame;
  let at = frame.sp++;
  for (const last = at - count; at > last; at--) slots[at] = slots[at - 1];
  slots[at] = null;
  frame.borrowed[frame.sp - 1] = 0;
}

/** The top goes below the `count - 1` entries under it. */
function rotate(frame: Frame, count: number): void {
  const { slots, sp } = frame;
  const top = slots[sp - 1];
  for (let at = sp - 1; at > sp - count; at--) slots[at] = slots[at - 1];
  slots[sp - count] = top;
}

function duplicate(frame: Frame, count: number): void {
  for (let i = 0; i < count; i++) frame.push(retain(frame.peek(count)));
}

/** Which special method gave the object that is awaited: the instructions before tell (format_awaitable_error). */
function awaitedFrom(frame: Frame): number {
  const { code } = frame.code.spec;
  const before = code[frame.pc - 2].op;
  if (before === "BEFORE_ASYNC_WITH") return 1;
  const isPlainExit = before === "CALL_FUNCTION" && frame.pc > 2 && code[frame.pc - 3].op === "DUP_TOP";
  return before === "WITH_EXCEPT_START" || isPlainExit ? 2 : 0;
}

/** The subject of a mapping pattern without the keys that were matched. */
function withoutKeys(vm: Machine, subject: PyObject, keys: PyTuple): PyDict {
  const rest = vm.temp(vm.dict()) as PyDict;
  rest.update(vm, subject);
  for (const key of keys.items) deleteItem(vm, rest, key);
  return retain(rest);
}

/** Operators, moves on the stack, and jumps. */
export const plainHandlers: Readonly<Record<string, Handler>> = {
  ...Object.fromEntries([...operators("BINARY", binaryHandler), ...operators("INPLACE", inplaceHandler)]),
  ROT_TWO: (_vm, frame) => rotate(frame, 2),
  ROT_THREE: (_vm, frame) => rotate(frame, 3),
  ROT_FOUR: (_vm, frame) => rotate(frame, 4),
  ROT_N: (_vm, frame, count) => rotate(frame, count),
  DUP_TOP: (_vm, frame) => duplicate(frame, 1),
  DUP_TOP_TWO: (_vm, frame) => duplicate(frame, 2),
  JUMP_ABSOLUTE: controlHandlers.JUMP_BACKWARD,
  "LOAD_GLOBAL by name": (vm, frame, index) => frame.push(loadGlobal(vm, frame, nameOf(frame, index))),
  COPY_DICT_WITHOUT_KEYS: (vm, frame) => reduce(frame, 1, withoutKeys(vm, frame.peek(2), frame.peek(1) as PyTuple)),
  "MATCH_KEYS of two results": (vm, frame) => {
    const values = matchKeys(vm, frame.peek(2), frame.peek(1) as PyTuple);
    frame.push(values);
    frame.push(vm.bool(values !== vm.none));
  },
  "MATCH_CLASS of two results": (vm, frame, positional) => {
    const values = matchClass(vm, frame.peek(3), frame.peek(2), positional, frame.peek(1) as PyTuple);
    frame.drop(2);
    if (values) reduce(frame, 1, values);
    frame.push(vm.bool(values !== null));
  },
};

/** Calls, and what suspends a frame. */
export const plainCallHandlers: Readonly<Record<string, Handler>> = {
  CALL_FUNCTION: (vm, frame, count) => {
    makeRoomForSelf(frame, count);
    return callFromStack(vm, frame, count, null);
  },
  CALL_FUNCTION_KW: (vm, frame, count) => {
    const names = keywordNames(frame.peek(1));
    frame.drop(1);
    makeRoomForSelf(frame, count);
    return callFromStack(vm, frame, count, names);
  },
  "CALL_FUNCTION_EX of flags": (vm, frame, flags) => {
    frame.reserve(2);
    if (!(flags & 1)) frame.push(null);
    makeRoomForSelf(frame, 2);
    return callSpread(vm, frame, vm.copiesArguments);
  },
  "LOAD_METHOD below self": (vm, frame, index) => pushMethod(vm, frame, frame.peek(1), nameOf(frame, index)),
  CALL_METHOD: (vm, frame, count) => callFromStack(vm, frame, count, null),
  "MAKE_FUNCTION with a name": (vm, frame, flags) => {
    frame.drop(1);
    return nullFirstHandlers["MAKE_FUNCTION with flags"](vm, frame, flags);
  },
  GEN_START: (_vm, frame) => frame.drop(1),
  "GET_AWAITABLE after others": (vm, frame) => reduce(frame, 1, vm.awaitable(frame.peek(1), awaitedFrom(frame))),
  "YIELD_VALUE of any generator": (vm, frame) => {
    if (frame.code.spec.flags & CodeFlag.ASYNC_GENERATOR) reduce(frame, 1, vm.wrapAsyncValue(frame.peek(1)));
    return controlHandlers.YIELD_VALUE(vm, frame, 0);
  },
  YIELD_FROM: (vm, frame) => {
    const yielded = vm.sendTo(frame.peek(2), frame.peek(1));
    if (!yielded) {
      reduce(frame, 2, vm.takeReturned());
      return undefined;
    }
    reduce(frame, 1, yielded);
    frame.pc--;
    return controlHandlers.YIELD_VALUE(vm, frame, 1);
  },
};
