import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import { compare, equal } from "../protocol/compare.ts";
import { clipToNumber } from "../protocol/sequence.ts";

/** What lists and tuples share: an array of owned references. `items` is read anew at each step, since guest code may change a list meanwhile. */
export interface ItemSequence extends PyObject {
  items: PyObject[];
}

/** Lexicographic comparison (list_richcompare, tuple_richcompare). */
export function compareItems(rt: Runtime, left: ItemSequence, right: ItemSequence, op: CompareOp): PyObject {
  rt.enterNative(" in comparison");
  try {
    return compareInOrder(rt, left, right, op);
  } finally {
    rt.leaveNative();
  }
}

function compareInOrder(rt: Runtime, left: ItemSequence, right: ItemSequence, op: CompareOp): PyObject {
  let i = 0;
  for (; i < left.items.length && i < right.items.length; i++) {
    rt.charge(1);
    if (!equal(rt, left.items[i], right.items[i])) break;
  }
  if (i >= left.items.length || i >= right.items.length) return rt.bool(orderOf(left.items.length, right.items.length, op));
  if (op === "==") return rt.bool(false);
  if (op === "!=") return rt.bool(true);
  const a = retain(left.items[i]);
  const b = retain(right.items[i]);
  try {
    return compare(rt, a, b, op);
  } finally {
    release(a);
    release(b);
  }
}

/** A comparison of two host numbers. */
export function orderOf(left: number, right: number, op: CompareOp): boolean {
  switch (op) {
    case "<": return left < right;
    case "<=": return left <= right;
    case "==": return left === right;
    case "!=": return left !== right;
    case ">": return left > right;
    case ">=": return left >= right;
  }
}

/** `item in sequence`: the item of the sequence is the left operand, as in list_contains. */
export function containsItem(rt: Runtime, sequence: ItemSequence, item: PyObject): boolean {
  for (let i = 0; i < sequence.items.length; i++) {
    rt.charge(1);
    if (equal(rt, sequence.items[i], item)) return true;
  }
  return false;
}

export function countItem(rt: Runtime, sequence: ItemSequence, item: PyObject): number {
  let count = 0;
  for (let i = 0; i < sequence.items.length; i++) {
    rt.charge(1);
    if (equal(rt, sequence.items[i], item)) count++;
  }
  return count;
}

/** Position of the first equal item from `start` up to `stop` (undefined: everything), or -1. */
export function findItem(rt: Runtime, sequence: ItemSequence, item: PyObject, start?: PyObject, stop?: PyObject): number {
  const from = start ? boundOf(rt, start, sequence.items.length) : 0;
  const to = stop ? boundOf(rt, stop, sequence.items.length) : Number.MAX_SAFE_INTEGER;
  for (let i = from; i < to && i < sequence.items.length; i++) {
    rt.charge(1);
    if (equal(rt, sequence.items[i], item)) return i;
  }
  return -1;
}

/** `start` or `stop` of `index`: from the end where negative (_PyEval_SliceIndexNotNone). */
export function boundOf(rt: Runtime, bound: PyObject, length: number): number {
  if (!bound.type.slots.index) rt.raise("TypeError", "slice indices must be integers or have an __index__ method");
  const value = clipToNumber(rt.index(bound));
  return value < 0 ? Math.max(value + length, 0) : value;
}

/** The reprs of all items; each is kept alive while its repr runs. */
export function itemTexts(rt: Runtime, sequence: ItemSequence): string[] {
  const texts: string[] = [];
  for (let i = 0; i < sequence.items.length; i++) {
    rt.charge(2);
    const item = retain(sequence.items[i]);
    try {
      texts.push(rt.reprText(item));
    } finally {
      release(item);
    }
  }
  return texts;
}

/** The items `times` times over, owned. MemoryError where the size passes Py_ssize_t. */
export function repeatItems(rt: Runtime, items: readonly PyObject[], times: bigint): PyObject[] {
  if (times <= 0n || items.length === 0) return [];
  if (times >= 1n << 63n) rt.raise("OverflowError", "cannot fit 'int' into an index-sized integer");
  if (times > (1n << 60n) / BigInt(items.length)) rt.raiseWith("MemoryError", []);
  const count = clipToNumber(times);
  rt.heap.reserve(8 * count * items.length);
  rt.charge(count * items.length);
  const result: PyObject[] = [];
  for (let i = 0; i < count; i++) for (const item of items) result.push(retain(item));
  return result;
}
