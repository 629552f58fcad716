import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import type { Runtime } from "../../core/runtime.ts";
import { isCallable } from "../../protocol/call.ts";
import { truthOfResult } from "../../protocol/compare.ts";
import { length } from "../../protocol/item.ts";
import { forEach, iter } from "../../protocol/iterate.ts";
import { PyCallableIterator } from "../../types/iterators.ts";
import { sortList } from "../../types/list-sort.ts";
import { PyList } from "../../types/list.ts";
import { PyRange } from "../../types/range.ts";
import type { PyTuple } from "../../types/tuple.ts";

function makeIterator(rt: Runtime, [object, sentinel]: PyObject[]): PyObject {
  if (!sentinel) return iter(rt, object);
  if (!isCallable(object)) rt.raise("TypeError", rt.message("iterNotCallable"));
  const iterator = new PyCallableIterator(rt.types.callable_iterator);
  iterator.callable = retain(object);
  iterator.sentinel = retain(sentinel);
  return iterator;
}

function nextItem(rt: Runtime, [iterator, fallback]: PyObject[]): PyObject {
  const slot = iterator.type.slots.next;
  if (!slot) return rt.raise("TypeError", `'${iterator.type.shownName}' object is not an iterator`);
  try {
    const item = slot(rt, iterator);
    if (item) return item;
  } catch (error) {
    if (!fallback || !(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.StopIteration)) throw error;
    release(error.exception);
  }
  return fallback ? retain(fallback) : rt.raiseWith("StopIteration", []);
}

function len(rt: Runtime, object: PyObject): PyObject {
  const size = length(rt, object);
  // A range may be longer than a host number can say exactly.
  return rt.int(object instanceof PyRange ? object.length : size);
}

function every(rt: Runtime, iterable: PyObject, wanted: boolean): boolean {
  let all = true;
  forEach(rt, iterable, (item) => {
    all = rt.truth(item) === wanted;
    return all;
  });
  return all;
}

function sorted(rt: Runtime, [iterable, key, reverse]: PyObject[]): PyObject {
  const list = new PyList(rt.types.list, []);
  try {
    list.extend(rt, iterable);
    sortList(rt, list, key, reverse);
    return retain(list);
  } finally {
    release(list);
  }
}

/** `min` and `max` (min_max in Python/bltinmodule.c): the first of equal items wins. */
function extreme(rt: Runtime, name: "min" | "max", [positional, key, fallback]: PyObject[]): PyObject {
  const { items } = positional as PyTuple;
  if (items.length === 0) rt.raise("TypeError", `${name} expected at least 1 argument, got 0`);
  if (items.length > 1 && fallback) rt.raise("TypeError", `Cannot specify a default for ${name}() with multiple positional arguments`);
  const keyFunction = key && key !== rt.none ? key : null;
  let best: PyObject | null = null;
  let bestKey: PyObject | null = null;
  const consider = (item: PyObject): void => {
    const value = keyFunction ? rt.call(keyFunction, [item]) : retain(item);
    let better = false;
    try {
      better = bestKey === null || truthOfResult(rt, rt.compare(value, bestKey, name === "max" ? ">" : "<"));
    } finally {
      if (!better) release(value);
    }
    if (!better) return;
    const [oldBest, oldKey] = [best, bestKey];
    best = retain(item);
    bestKey = value;
    if (oldBest) release(oldBest);
    if (oldKey) release(oldKey);
  };
  let done = false;
  try {
    if (items.length > 1) for (const item of items) consider(item);
    else forEach(rt, items[0], consider);
    done = true;
  } finally {
    if (bestKey) release(bestKey);
    if (best && !done) release(best);
  }
  if (best) return best;
  return fallback ? retain(fallback) : rt.raise("ValueError", rt.message("emptyExtreme", name));
}

function asyncIterator(rt: Runtime, object: PyObject): PyObject {
  const slot = object.type.slots.asyncIter;
  if (!slot) return rt.raise("TypeError", `'${object.type.shownName}' object is not an async iterable`);
  const iterator = slot(rt, object);
  if (iterator.type.slots.asyncNext) return iterator;
  const { shownName } = iterator.type;
  release(iterator);
  return rt.raise("TypeError", `aiter() returned not an async iterator of type '${shownName}'`);
}

function asyncNext(rt: Runtime, [iterator, fallback]: PyObject[]): PyObject {
  const slot = iterator.type.slots.asyncNext;
  if (!slot) return rt.raise("TypeError", `'${iterator.type.shownName}' object is not an async iterator`);
  if (fallback) return rt.raise("NotImplementedError", "anext() with a default");
  return slot(rt, iterator);
}

const EXTREME_DOC = (name: string, adjective: string): string =>
  `${name}(iterable, *[, default=obj, key=func]) -> value\n${name}(arg1, arg2, *args, *[, key=func]) -> value\n\nWith a single iterable argument, return its ${adjective} item. The\ndefault keyword-only argument specifies an object to return if\nthe provided iterable is empty.\nWith two or more positional arguments, return the ${adjective} argument.`;

/** Functions of `builtins` that walk over things. */
export const iterationFunctions: readonly FunctionSpec[] = [
  nativeFunction("len(obj, /)", (rt, [object]) => len(rt, object), "Return the number of items in a container."),
  nativeFunction("iter(object, [sentinel], /)", makeIterator, "Get an iterator from an object.\n\nIn the first form, the argument must supply its own iterator, or be a sequence.\nIn the second form, the callable is called until it returns the sentinel."),
  nativeFunction("next(iterator, [default], /)", nextItem, "Return the next item from the iterator.\n\nIf default is given and the iterator is exhausted,\nit is returned instead of raising StopIteration."),
  nativeFunction("any(iterable, /)", (rt, [iterable]) => rt.bool(!every(rt, iterable, false)), "Return True if bool(x) is True for any x in the iterable.\n\nIf the iterable is empty, return False."),
  nativeFunction("all(iterable, /)", (rt, [iterable]) => rt.bool(every(rt, iterable, true)), "Return True if bool(x) is True for all values x in the iterable.\n\nIf the iterable is empty, return True."),
  nativeFunction("sorted(iterable, /, *, key=None, reverse=False)", sorted, "Return a new list containing all items from the iterable in ascending order.\n\nA custom key function can be supplied to customize the sort order, and the\nreverse flag can be set to request the result in descending order."),
  nativeFunction("min(*args, key=None, [default])", (rt, args) => extreme(rt, "min", args), EXTREME_DOC("min", "smallest")),
  nativeFunction("max(*args, key=None, [default])", (rt, args) => extreme(rt, "max", args), EXTREME_DOC("max", "biggest")),
  nativeFunction("aiter(async_iterable, /)", (rt, [object]) => asyncIterator(rt, object), "Return an AsyncIterator for an AsyncIterable object."),
  nativeFunction("anext(aiterator, [default], /)", asyncNext, "Return the next item from the async iterator.\n\nIf default is given and the async iterator is exhausted,\nit is returned instead of raising StopAsyncIteration."),
];
