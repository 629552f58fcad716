import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyList } from "../types/list.ts";
import type { PySequenceIterator } from "../types/iterators.ts";
import { lengthHint } from "./item.ts";

/** Whether indexing with integers is the type's own business: it has items and is no dict (PySequence_Check). */
export function isSequence(rt: Runtime, object: PyObject): boolean {
  return object.type.slots.getItem !== undefined && !object.type.isSubtypeOf(rt.types.dict);
}

/** `iter(object)` (PyObject_GetIter). */
export function iter(rt: Runtime, object: PyObject): PyObject {
  const slot = object.type.slots.iter;
  if (slot) {
    const iterator = slot(rt, object);
    if (!iterator.type.slots.next) {
      const name = iterator.type.shownName;
      release(iterator);
      rt.raise("TypeError", rt.message("iterNotIterator", object.type.shownName, name));
    }
    return iterator;
  }
  if (!isSequence(rt, object)) rt.raise("TypeError", `'${object.type.shownName}' object is not iterable`);
  const type = rt.types.iterator;
  const iterator = type.allocateInstance?.(type) as PySequenceIterator;
  iterator.sequence = retain(object);
  return iterator;
}

/** The next item, owned, or null at the end. StopIteration is swallowed, other exceptions pass. */
export function next(rt: Runtime, iterator: PyObject): PyObject | null {
  const slot = iterator.type.slots.next;
  if (!slot) return rt.raise("TypeError", `'${iterator.type.shownName}' object is not an iterator`);
  try {
    return slot(rt, iterator);
  } catch (error) {
    if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.StopIteration)) throw error;
    release(error.exception);
    return null;
  }
}

/** Calls `visit` with each item, borrowed; a visitor that answers false ends the loop. */
export function forEach(rt: Runtime, iterable: PyObject, visit: (item: PyObject) => boolean | void): void {
  const iterator = iter(rt, iterable);
  try {
    for (;;) {
      rt.charge(1);
      const item = next(rt, iterator);
      if (!item) return;
      let goOn: boolean | void;
      try {
        goOn = visit(item);
      } finally {
        release(item);
      }
      if (goOn === false) return;
    }
  } finally {
    release(iterator);
  }
}

/** All items of an iterable in a new array that owns them. Tuples ask first how many there will be (PySequence_Tuple). */
export function collectItems(rt: Runtime, iterable: PyObject, isTuple = false): PyObject[] {
  if (iterable.type === rt.types.list || iterable.type === rt.types.tuple) {
    const { items } = iterable as PyList;
    rt.charge(items.length);
    return items.map(retain);
  }
  const iterator = iter(rt, iterable);
  const items: PyObject[] = [];
  try {
    if (isTuple) lengthHint(rt, iterable, 0);
    for (;;) {
      rt.charge(1);
      const item = next(rt, iterator);
      if (!item) return items;
      items.push(item);
    }
  } catch (error) {
    releaseAll(items);
    throw error;
  } finally {
    release(iterator);
  }
}

/** Like `collectItems`, with a message of its own for what cannot be iterated (PySequence_Fast). */
export function collectItemsOr(rt: Runtime, iterable: PyObject, message: string): PyObject[] {
  if (!iterable.type.slots.iter && !isSequence(rt, iterable)) rt.raise("TypeError", message);
  return collectItems(rt, iterable);
}

/** The exactly `count` items of an assignment's right side, owned, in order (unpack_iterable in Python/ceval.c). */
export function unpackSequence(rt: Runtime, value: PyObject, count: number): PyObject[] {
  const { list, tuple } = rt.types;
  if (value.type === list || value.type === tuple) {
    const { items } = value as PyList;
    if (items.length === count) return items.map(retain);
    if (items.length > count) tooMany(rt, count, items.length);
    tooFew(rt, count, items.length);
  }
  const iterator = unpackingIterator(rt, value);
  const items: PyObject[] = [];
  try {
    while (items.length < count) {
      const item = next(rt, iterator);
      if (!item) tooFew(rt, count, items.length);
      items.push(item);
    }
    const extra = next(rt, iterator);
    if (extra) {
      release(extra);
      tooMany(rt, count, value.type === rt.types.dict ? (value.type.slots.length?.(rt, value) ?? null) : null);
    }
    return items;
  } catch (error) {
    releaseAll(items);
    throw error;
  } finally {
    release(iterator);
  }
}

/** The items of `a, *b, c = value`: `before` items, a list of the rest, `after` items; all owned. */
export function unpackEx(rt: Runtime, value: PyObject, before: number, after: number): PyObject[] {
  const iterator = unpackingIterator(rt, value);
  const items: PyObject[] = [];
  try {
    while (items.length < before) {
      const item = next(rt, iterator);
      if (!item) tooFewBeforeStar(rt, before + after, items.length);
      items.push(item);
    }
    for (let item = next(rt, iterator); item; item = next(rt, iterator)) {
      rt.charge(1);
      items.push(item);
    }
    const rest = items.length - before;
    if (rest < after) tooFewBeforeStar(rt, before + after, items.length);
    const middle = items.splice(before, rest - after);
    items.splice(before, 0, rt.takeList(middle));
    return items;
  } catch (error) {
    releaseAll(items);
    throw error;
  } finally {
    release(iterator);
  }
}

function unpackingIterator(rt: Runtime, value: PyObject): PyObject {
  if (!value.type.slots.iter && !isSequence(rt, value)) rt.raise("TypeError", `cannot unpack non-iterable ${value.type.shownName} object`);
  return iter(rt, value);
}

function tooFew(rt: Runtime, expected: number, got: number): never {
  return rt.raise("ValueError", `not enough values to unpack (expected ${expected}, got ${got})`);
}

function tooFewBeforeStar(rt: Runtime, expected: number, got: number): never {
  return rt.raise("ValueError", `not enough values to unpack (expected at least ${expected}, got ${got})`);
}

/** `got` null: the number of values is not known without asking for more. */
function tooMany(rt: Runtime, expected: number, got: number | null): never {
  if (got === null) return rt.raise("ValueError", `too many values to unpack (expected ${expected})`);
  return rt.raise("ValueError", rt.message("tooManyToUnpack", String(expected), String(got)));
}
