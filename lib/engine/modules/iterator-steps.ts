import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { PyEnumerate } from "../types/enumerate.ts";
import { PyFilter } from "../types/filter.ts";
import type { PyGenerator } from "../types/generator.ts";
import type { PyCallableIterator } from "../types/iterators.ts";
import type { PyParallelIterators } from "../types/parallel-iterators.ts";
import { attempt } from "../vm/flat-callbacks.ts";
import type { Machine } from "../vm/machine.ts";

const callables = (object: PyObject) => object as PyCallableIterator;

/** What an iterator calls, or None, and what it goes through. */
function partsOf(iterator: PyObject): { readonly callable: PyObject | null; readonly inner: readonly (PyObject | null)[] } {
  if (iterator instanceof PyFilter) return { callable: iterator.predicate, inner: [iterator.iterator] };
  if (iterator instanceof PyEnumerate) return { callable: null, inner: [iterator.iterator] };
  const { callable, iterators } = iterator as PyParallelIterators;
  return { callable, inner: iterators };
}

/** The insides of iterators, for the hidden code that steps them (python/_steps.py). */
export const stepFunctions = [
  nativeFunction("_parts(iterator, /)", (rt, [iterator]) => {
    const { callable, inner } = partsOf(iterator);
    return rt.takeTuple([retain(callable ?? rt.none), rt.takeTuple(inner.map((part) => retain(part ?? rt.emptyTuple)))]);
  }),
  nativeFunction("_has_ended(generator, /)", (rt, [generator]) => rt.bool((generator as PyGenerator).frame === null)),
  nativeFunction("_counted(pairs, item, /)", (rt, [pairs, item]) => rt.takeTuple([rt.int((pairs as PyEnumerate).count++), retain(item)])),
  nativeFunction("_callable(iterator, /)", (rt, [iterator]) => retain(callables(iterator).callable ?? rt.raiseWith("StopIteration", []))),
  nativeFunction("_attempt(answers, function, args, names, /)", (rt, given) => attempt(rt as Machine, given)),
  // calliter_iternext in Objects/iterobject.c.
  nativeFunction("_checked(iterator, value, /)", (rt, [iterator, value]) => {
    const { sentinel } = callables(iterator);
    if (sentinel === null || sentinel === value || rt.equal(sentinel, value)) rt.raiseWith("StopIteration", []);
    return retain(value);
  }),
  nativeFunction("_exhaust(iterator, /)", (rt, [iterator]) => {
    iterator.clear();
    return retain(rt.none);
  }),
];
