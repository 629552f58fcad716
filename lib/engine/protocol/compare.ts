import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";

/** The operator that gives the same answer with the operands exchanged. */
const SWAPPED: Readonly<Record<CompareOp, CompareOp>> = { "<": ">", "<=": ">=", "==": "==", "!=": "!=", ">": "<", ">=": "<=" };

/** `left op right` (do_richcompare in Objects/object.c): the right side goes first when its type is a proper subclass. */
export function compare(rt: Runtime, left: PyObject, right: PyObject, op: CompareOp): PyObject {
  const leftSlot = left.type.slots.richCompare;
  const rightSlot = right.type.slots.richCompare;
  let reflected = false;
  if (rightSlot && left.type !== right.type && right.type.isSubtypeOf(left.type)) {
    reflected = true;
    const result = rightSlot(rt, right, left, SWAPPED[op]);
    if (result !== rt.notImplemented) return result;
    release(result);
  }
  if (leftSlot) {
    const result = leftSlot(rt, left, right, op);
    if (result !== rt.notImplemented) return result;
    release(result);
  }
  if (rightSlot && !reflected) {
    const result = rightSlot(rt, right, left, SWAPPED[op]);
    if (result !== rt.notImplemented) return result;
    release(result);
  }
  if (op === "==") return rt.bool(left === right);
  if (op === "!=") return rt.bool(left !== right);
  return rt.raise("TypeError", `'${op}' not supported between instances of '${left.type.shownName}' and '${right.type.shownName}'`);
}

/** `compare` as a boolean, without asking when identity answers (PyObject_RichCompareBool). */
export function compareBool(rt: Runtime, left: PyObject, right: PyObject, op: CompareOp): boolean {
  if (left === right) {
    if (op === "==") return true;
    if (op === "!=") return false;
  }
  return truthOfResult(rt, compare(rt, left, right, op));
}

/** `left is right or left == right` as a boolean. Both are kept alive meanwhile. */
export function equal(rt: Runtime, left: PyObject, right: PyObject): boolean {
  if (left === right) return true;
  retain(left);
  retain(right);
  try {
    return truthOfResult(rt, compare(rt, left, right, "=="));
  } finally {
    release(left);
    release(right);
  }
}

/** The truth of a result, which is given up. */
export function truthOfResult(rt: Runtime, result: PyObject): boolean {
  if (result === rt.true || result === rt.false) {
    release(result);
    return result === rt.true;
  }
  try {
    return rt.truth(result);
  } finally {
    release(result);
  }
}
