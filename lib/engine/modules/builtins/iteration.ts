import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import type { Runtime } from "../../core/runtime.ts";
import { lazySignature } from "../../core/signature.ts";
import { expectPositional } from "../../protocol/arity.ts";
import { bindArguments } from "../../protocol/binding.ts";
import { isCallable } from "../../protocol/call.ts";
import { truthOfResult } from "../../protocol/compare.ts";
import { length } from "../../protocol/item.ts";
import { forEach, iter } from "../../protocol/iterate.ts";
import type { PyDict } from "../../types/dict.ts";
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

const sortSignature = lazySignature("sort(*, key=None, reverse=False)");

/** `sorted`: one argument, and what `list.sort` takes by name (builtin_sorted). */
function sorted(rt: Runtime, [positional, keywords]: PyObject[]): PyObject {
  const { items } = positional as PyTuple;
  expectPositional(rt, "sorted", items, null, 1, 1);
  const [iterable] = items;
  const names = (keywords as PyDict).keysText();
  const [key, reverse] = bindArguments(rt, sortSignature(), "sort", names.map((name) => (keywords as PyDict).peekName(name) as PyObject), names, 0);
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
function extreme(rt: Runtime, name: "min" | "max", [first, others, key, fallback]: PyObject[]): PyObject {
  const items = [first, ...(others as PyTuple).items];
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
  const step = slot(rt, iterator);
  if (!fallback) return step;
  const module = rt.temp(rt.importModule("_anext"));
  return rt.call(rt.temp(rt.getAttribute(module, "anext_awaitable")), [rt.temp(step), fallback]);
}

/** The signature that `min` and `max` show. */
const EXTREME = "(*args, key=None, [default])";

/** Functions of `builtins` that walk over things. */
export const iterationFunctions: readonly FunctionSpec[] = [
  nativeFunction("len(obj, /)", (rt, [object]) => len(rt, object)),
  nativeFunction("iter(object, [sentinel], /)", makeIterator),
  nativeFunction("next(iterator, [default], /)", nextItem),
  nativeFunction("any(iterable, /)", (rt, [iterable]) => rt.bool(!every(rt, iterable, false))),
  nativeFunction("all(iterable, /)", (rt, [iterable]) => rt.bool(every(rt, iterable, true))),
  nativeFunction("sorted(*args, **kwargs)", sorted, "(iterable, /, *, key=None, reverse=False)"),
  nativeFunction("min(item, /, *others, key=None, [default])", (rt, args) => extreme(rt, "min", args), EXTREME),
  nativeFunction("max(item, /, *others, key=None, [default])", (rt, args) => extreme(rt, "max", args), EXTREME),
  nativeFunction("aiter(async_iterable, /)", (rt, [object]) => asyncIterator(rt, object)),
  nativeFunction("anext(aiterator, [default], /)", asyncNext),
];
