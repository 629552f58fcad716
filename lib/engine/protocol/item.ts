import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";

/** `object[key]` (PyObject_GetItem). */
export function getItem(rt: Runtime, object: PyObject, key: PyObject): PyObject {
  const slot = object.type.slots.getItem;
  if (slot) return slot(rt, object, key);
  if (!(object instanceof PyType)) return rt.raise("TypeError", `'${object.type.shownName}' object is not subscriptable`);
  if (object === rt.types.type) return rt.call(rt.types.GenericAlias, [object, key]);
  const classGetItem = rt.getAttributeOrNull(object, "__class_getitem__");
  if (!classGetItem || classGetItem === rt.none) {
    if (classGetItem) release(classGetItem);
    return rt.raise("TypeError", rt.message("typeNotSubscriptable", object.shownName));
  }
  try {
    return rt.call(classGetItem, [key]);
  } finally {
    release(classGetItem);
  }
}

/** `object[key] = value`. */
export function setItem(rt: Runtime, object: PyObject, key: PyObject, value: PyObject): void {
  const slot = object.type.slots.setItem;
  if (!slot) return rt.raise("TypeError", `'${object.type.shownName}' object does not support item assignment`);
  slot(rt, object, key, value);
}

/** `del object[key]`. */
export function deleteItem(rt: Runtime, object: PyObject, key: PyObject): void {
  const slot = object.type.slots.setItem;
  if (!slot) {
    // Two texts: a sequence is asked as one where the key is an index (PyObject_DelItem, PySequence_DelItem).
    const verb = isSequenceLike(object) && key.type.slots.index ? "doesn't" : "does not";
    return rt.raise("TypeError", `'${object.type.shownName}' object ${verb} support item deletion`);
  }
  slot(rt, object, key, null);
}

/** Whether a type has any of the slots that make C's sequence table; classes of programs have all tables. */
export function isSequenceLike({ type }: PyObject): boolean {
  const { length, contains, concat, repeat } = type.slots;
  return type.isHeapType || !!(length ?? contains ?? concat ?? repeat);
}

/** `len(object)`. */
export function length(rt: Runtime, object: PyObject): number {
  const slot = object.type.slots.length;
  if (!slot) return rt.raise("TypeError", `object of type '${object.type.shownName}' has no len()`);
  return slot(rt, object);
}

/** `operator.length_hint` (PyObject_LengthHint): the length, else `__length_hint__`, else `fallback`. */
export function lengthHint(rt: Runtime, object: PyObject, fallback: number): number {
  if (object.type.slots.length) {
    try {
      return object.type.slots.length(rt, object);
    } catch (error) {
      swallowTypeError(rt, error);
    }
  }
  if (!object.type.peek("__length_hint__")) return fallback;
  let hint: PyObject | null;
  try {
    hint = rt.callSpecial(object, "__length_hint__", []);
  } catch (error) {
    swallowTypeError(rt, error);
    return fallback;
  }
  if (!hint) return fallback;
  try {
    return hint === rt.notImplemented ? fallback : checkedHint(rt, object, hint);
  } finally {
    release(hint);
  }
}

function checkedHint(rt: Runtime, object: PyObject, hint: PyObject): number {
  if (!hint.type.isSubtypeOf(rt.types.int)) rt.raise("TypeError", rt.message("hintNotInt", object.type.shownName, hint.type.shownName));
  const value = rt.index(hint);
  if (value < 0n) rt.raise("ValueError", rt.message("hintNegative", object.type.shownName));
  if (value > SSIZE_MAX) rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
  return Number(value);
}

const SSIZE_MAX = (1n << 63n) - 1n;

function swallowTypeError(rt: Runtime, error: unknown): void {
  if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.TypeError)) throw error;
  release(error.exception);
}
