import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyByteArray } from "../types/bytes-object.ts";
import { PyEnumerate } from "../types/enumerate.ts";
import { PyFilter } from "../types/filter.ts";
import type { PyGenerator } from "../types/generator.ts";
import type { PyCallableIterator, PySequenceIterator } from "../types/iterators.ts";
import type { PyParallelIterators } from "../types/parallel-iterators.ts";
import type { PyList } from "../types/list.ts";
import { Timsort } from "../types/timsort.ts";
import { attempt } from "../vm/flat-callbacks.ts";
import { flatIterator } from "../vm/flat-iteration.ts";
import type { Machine } from "../vm/machine.ts";

const callables = (object: PyObject) => object as PyCallableIterator;

/** What an iterator calls, or None, and the iterators that it goes through. */
function partsOf(iterator: PyObject): { readonly callable: PyObject | null; readonly inner: readonly (PyObject | null)[] } {
  if (iterator instanceof PyFilter) return { callable: iterator.predicate, inner: [iterator.iterator] };
  if (iterator instanceof PyEnumerate) return { callable: null, inner: [iterator.iterator] };
  const { callable, iterators } = iterator as PyParallelIterators;
  return { callable, inner: iterators };
}

/** Answers that are gone through again for one unit of work. */
const ANSWERS_PER_UNIT = 256;

interface Comparison {
  readonly left: number;
  readonly right: number;
}

/** Sorts positions of keys with the answers that there are, one for each comparison: gives the comparison that comes next, or the positions in order. */
function sortWithAnswers(rt: Runtime, count: number, backwards: boolean, answers: Uint8Array): Comparison | number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let asked = 0;
  let next: Comparison | null = null;
  const less = (left: number, right: number): boolean => {
    if (asked < answers.length) return answers[asked++] === 1;
    next = { left, right };
    throw next;
  };
  // Reversing before and after keeps equal items in their order.
  if (backwards) order.reverse();
  try {
    new Timsort(order, null, less, rt.profile.containers.equalRuns).sort();
  } catch (error) {
    if (next === null || error !== next) throw error;
    return next;
  }
  return backwards ? order.reverse() : order;
}

/** `_compared` of python/_steps.py: two keys to compare and None, or None twice and the positions. */
function compared(rt: Runtime, [keys, reverse, answers]: readonly PyObject[]): PyObject {
  const { items } = keys as PyList;
  const { value: made } = answers as PyByteArray;
  rt.charge(1 + Math.floor(made.length / ANSWERS_PER_UNIT));
  const backwards = rt.profile.memberRules.sortReverseIsInt ? rt.index(reverse) !== 0n : rt.truth(reverse);
  const result = sortWithAnswers(rt, items.length, backwards, made);
  if (!Array.isArray(result)) return rt.takeTuple([retain(items[result.left]), retain(items[result.right]), retain(rt.none)]);
  return rt.takeTuple([retain(rt.none), retain(rt.none), rt.takeList(result.map((at) => rt.int(at)))]);
}

/** The insides of iterators, for the hidden code that steps them (python/_steps.py). */
export const stepFunctions = [
  nativeFunction("_parts(iterator, /)", (rt, [iterator]) => {
    const { callable, inner } = partsOf(iterator);
    return rt.takeTuple([retain(callable ?? rt.none), rt.takeTuple(inner.map((part) => flatIterator(rt as Machine, retain(part ?? rt.emptyTuple))))]);
  }),
  nativeFunction("_place(iterator, /)", (rt, [iterator]) => {
    const { sequence, position } = iterator as PySequenceIterator;
    return rt.takeTuple([retain(sequence ?? rt.none), rt.int(position)]);
  }),
  nativeFunction("_move_on(iterator, /)", (rt, [iterator]) => {
    (iterator as PySequenceIterator).position++;
    return retain(rt.none);
  }),
  nativeFunction("_has_ended(generator, /)", (rt, [generator]) => rt.bool((generator as PyGenerator).frame === null)),
  nativeFunction("_counted(pairs, item, /)", (rt, [pairs, item]) => rt.takeTuple([rt.int((pairs as PyEnumerate).count++), retain(item)])),
  nativeFunction("_callable(iterator, /)", (rt, [iterator]) => retain(callables(iterator).callable ?? rt.raiseWith("StopIteration", []))),
  nativeFunction("_compared(keys, reverse, answers, /)", compared),
  nativeFunction("_attempt(answers, function, args, names, /)", (rt, given) => attempt(rt as Machine, given)),
  nativeFunction("_show(objects, /)", (rt, [objects]) => {
    const { thread } = rt as Machine;
    const outer = rt.takeList([...thread.shown].map((object) => retain(object)));
    thread.shown = new Set((objects as PyList).items as PyObject[]);
    return outer;
  }),
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
