import { type PyObject, release, retain } from "../../core/object.ts";
import type { CompareOp } from "../../core/slots.ts";
import { contains } from "../../protocol/contains.ts";
import { deleteItem, getItem, setItem } from "../../protocol/item.ts";
import { unpackEx, unpackSequence } from "../../protocol/iterate.ts";
import { type BinaryOperator, unaryOperation } from "../../protocol/number.ts";
import { PyDict } from "../../types/dict.ts";
import type { Frame } from "../../types/frame.ts";
import { PyList } from "../../types/list.ts";
import { PySet } from "../../types/set.ts";
import { PySlice } from "../../types/slice-object.ts";
import { callableName } from "../errors.ts";
import { binaryHandler, compareHandler, inplaceHandler } from "./arithmetic.ts";
import { isCounted } from "../fused.ts";
import type { Handler } from "../loop.ts";
import { retainLoaded } from "./stack.ts";
import { flatIteration } from "../lent-iteration.ts";
import type { Machine } from "../machine.ts";

/** `_nb_ops` of Lib/opcode.py, without the in-place half (13 to 25). */
export const BINARY_OPERATIONS: readonly BinaryOperator[] = ["+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^"];
export const COMPARE_OPERATIONS: readonly CompareOp[] = ["<", "<=", "==", "!=", ">", ">="];
/** COMPARE_OP's bit that asks for a bool. */
const TO_BOOL_BIT = 16;

/** An instruction whose argument picks one of several. */
function chosenByArgument(variants: readonly Handler[], indexOf: (arg: number) => number, operatorOf: (arg: number) => BinaryOperator | CompareOp | null): Handler {
  const handler: Handler = (vm, frame, arg) => variants[indexOf(arg)](vm, frame, arg);
  return Object.assign(handler, { byArgument: (arg: number) => variants[indexOf(arg)], role: { kind: "operator", operatorOf } as const });
}

/** Comparisons whose argument has the operator's number from a bit on; `asBool` says which of them ask for a bool. */
export function comparisonByArgument(shift: number, asBool: (arg: number) => boolean): Handler {
  return chosenByArgument(
    COMPARE_OPERATIONS.flatMap((op) => [compareHandler(op, false), compareHandler(op, true)]),
    (arg) => (arg >> shift) * 2 + (asBool(arg) ? 1 : 0),
    (arg) => COMPARE_OPERATIONS[arg >> shift],
  );
}

/** The operator of BINARY_OP, in place or not; null for a subscript. */
const binaryOperatorOf = (arg: number) => (arg < 2 * BINARY_OPERATIONS.length ? BINARY_OPERATIONS[arg % BINARY_OPERATIONS.length] : null);

/** `object[key]`; of an exact list at an int the item is taken at once (BINARY_SUBSCR_LIST_INT). */
export const subscript: Handler = (vm, frame) => {
  const { slots, sp } = frame;
  const owner = slots[sp - 2] as PyObject;
  const key = slots[sp - 1] as PyObject;
  if (owner instanceof PyList && !owner.type.isHeapType && isCounted(vm, key) && key.form >= 0 && key.form < owner.items.length) {
    const item = owner.items[key.form];
    retainLoaded(item);
    reduce(frame, 2, item);
    return;
  }
  reduce(frame, 2, getItem(vm, owner, key));
};

/** `list[key] = value` where that only changes an item; false where it is anything else. */
function storeListItem(vm: Machine, owner: PyObject, key: PyObject, value: PyObject): boolean {
  if (!(owner instanceof PyList) || owner.type.isHeapType || !isCounted(vm, key) || key.form < 0 || key.form >= owner.items.length) return false;
  const { items } = owner;
  const old = items[key.form];
  retainLoaded(value);
  items[key.form] = value;
  release(old);
  return true;
}

/** Replaces `count` operands by the result. */
export function reduce(frame: Frame, count: number, result: PyObject): void {
  frame.drop(count);
  frame.push(result);
}

function makeSlice(vm: Machine, frame: Frame, depth: number): PySlice {
  return new PySlice(vm.types.slice, retain(frame.peek(depth)), retain(frame.peek(depth - 1)), retain(vm.none));
}

/** Pops `count` entries in stack order, each owned. */
export function popItems(frame: Frame, count: number): PyObject[] {
  const items = new Array<PyObject>(count);
  for (let i = count - 1; i >= 0; i--) items[i] = frame.pop();
  return items;
}

/** Operators, comparisons and subscripts. */
export const operatorHandlers: Readonly<Record<string, Handler>> = {
  BINARY_OP: chosenByArgument([...BINARY_OPERATIONS.map(binaryHandler), ...BINARY_OPERATIONS.map(inplaceHandler), subscript], (arg) => arg, binaryOperatorOf),
  UNARY_NEGATIVE: (vm, frame) => reduce(frame, 1, unaryOperation(vm, "-", frame.peek(1))),
  UNARY_INVERT: (vm, frame) => reduce(frame, 1, unaryOperation(vm, "~", frame.peek(1))),
  UNARY_NOT: (vm, frame) => {
    const truth = vm.truth(frame.peek(1));
    reduce(frame, 1, vm.bool(!truth));
  },
  COMPARE_OP: comparisonByArgument(5, (arg) => (arg & TO_BOOL_BIT) !== 0),
  IS_OP: (vm, frame, invert) => {
    const same = frame.peek(2) === frame.peek(1);
    reduce(frame, 2, vm.bool(same !== (invert === 1)));
  },
  CONTAINS_OP: (vm, frame, invert) => {
    const found = contains(vm, frame.peek(1), frame.peek(2));
    reduce(frame, 2, vm.bool(found !== (invert === 1)));
  },
  BINARY_SLICE: (vm, frame) => {
    const slice = vm.temp(makeSlice(vm, frame, 2));
    reduce(frame, 3, getItem(vm, frame.peek(3), slice));
  },
  STORE_SLICE: (vm, frame) => {
    const slice = vm.temp(makeSlice(vm, frame, 2));
    setItem(vm, frame.peek(3), slice, frame.peek(4));
    frame.drop(4);
  },
  STORE_SUBSCR: (vm, frame) => {
    const owner = frame.peek(2);
    if (!storeListItem(vm, owner, frame.peek(1), frame.peek(3))) setItem(vm, owner, frame.peek(1), frame.peek(3));
    frame.drop(3);
  },
  DELETE_SUBSCR: (vm, frame) => {
    deleteItem(vm, frame.peek(2), frame.peek(1));
    frame.drop(2);
  },
};

function raiseNotMapping(vm: Machine, error: unknown, value: PyObject): never {
  if (vm.isGuestError(error, "AttributeError")) {
    release(error.exception);
    vm.raise("TypeError", `'${value.type.name}' object is not a mapping`);
  }
  throw error;
}

function updateDict(vm: Machine, dict: PyDict, value: PyObject): void {
  try {
    dict.update(vm, value);
  } catch (error) {
    raiseNotMapping(vm, error, value);
  }
}

/** `**value` of a call: keys must not repeat, and the texts name the function (Python/ceval.c, _PyEval_FormatKwargsError). */
function mergeKeywords(vm: Machine, dict: PyDict, value: PyObject, callable: PyObject): void {
  try {
    dict.merge(vm, value, (key) => vm.raise("TypeError", `${callableName(vm, callable)} got multiple values for keyword argument '${vm.strText(key)}'`));
  } catch (error) {
    if (!vm.isGuestError(error, "AttributeError")) throw error;
    release(error.exception);
    vm.raise("TypeError", vm.message("starStarArgument", callableName(vm, callable), value.type.name));
  }
}

function extendList(vm: Machine, list: PyList, value: PyObject): void {
  if (!value.type.slots.iter && !value.type.slots.getItem) {
    vm.raise("TypeError", `Value after * must be an iterable, not ${value.type.name}`);
  }
  list.extend(vm, value);
}

/** Building and filling containers, unpacking. */
export const containerHandlers: Readonly<Record<string, Handler>> = {
  BUILD_TUPLE: (vm, frame, count) => frame.push(vm.takeTupleOfArray(popItems(frame, count))),
  BUILD_LIST: (vm, frame, count) => frame.push(vm.takeList(popItems(frame, count))),
  BUILD_SET: (vm, frame, count) => {
    const set = new PySet(vm.types.set);
    vm.temp(set);
    for (let depth = count; depth > 0; depth--) set.add(vm, frame.peek(depth));
    reduce(frame, count, retain(set));
  },
  BUILD_MAP: (vm, frame, count) => {
    const dict = vm.temp(vm.dict()) as PyDict;
    for (let pair = count; pair > 0; pair--) dict.set(vm, frame.peek(pair * 2), frame.peek(pair * 2 - 1));
    reduce(frame, count * 2, retain(dict));
  },
  BUILD_SLICE: (vm, frame, count) => {
    const step = count === 3 ? frame.pop() : retain(vm.none);
    const stop = frame.pop();
    const start = frame.pop();
    frame.push(new PySlice(vm.types.slice, start, stop, step));
  },
  LIST_APPEND: (vm, frame, depth) => {
    const item = frame.pop();
    (frame.peek(depth) as PyList).takeAppend(vm, item);
  },
  LIST_EXTEND: (vm, frame, depth) => {
    const list = frame.peek(depth + 1) as PyList;
    const extending = vm.hasOthers && flatIteration.get().enterExtending(vm, frame, list);
    if (extending) return extending;
    extendList(vm, list, frame.peek(1));
    frame.drop(1);
    return undefined;
  },
  SET_ADD: (vm, frame, depth) => {
    (frame.peek(depth + 1) as PySet).add(vm, frame.peek(1));
    frame.drop(1);
  },
  SET_UPDATE: (vm, frame, depth) => {
    (frame.peek(depth + 1) as PySet).update(vm, frame.peek(1));
    frame.drop(1);
  },
  MAP_ADD: (vm, frame, depth) => {
    (frame.peek(depth + 2) as PyDict).set(vm, frame.peek(2), frame.peek(1));
    frame.drop(2);
  },
  DICT_UPDATE: (vm, frame, depth) => {
    updateDict(vm, frame.peek(depth + 1) as PyDict, frame.peek(1));
    frame.drop(1);
  },
  DICT_MERGE: (vm, frame, depth) => {
    mergeKeywords(vm, frame.peek(depth + 1) as PyDict, frame.peek(1), frame.peek(depth + 4));
    frame.drop(1);
  },
  "DICT_MERGE with NULL first": (vm, frame, depth) => {
    mergeKeywords(vm, frame.peek(depth + 1) as PyDict, frame.peek(1), frame.peek(depth + 3));
    frame.drop(1);
  },
  UNPACK_SEQUENCE: (vm, frame, count) => {
    const items = unpackSequence(vm, frame.peek(1), count);
    frame.drop(1);
    for (let i = count - 1; i >= 0; i--) frame.push(items[i]);
  },
  UNPACK_EX: (vm, frame, arg) => {
    const items = unpackEx(vm, frame.peek(1), arg & 0xff, arg >> 8);
    frame.drop(1);
    for (let i = items.length - 1; i >= 0; i--) frame.push(items[i]);
  },
  GET_LEN: (vm, frame) => frame.push(vm.int(vm.length(frame.peek(1)))),
};
