import { defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "../protocol/compare.ts";
import { getItem, length } from "../protocol/item.ts";
import type { ItemSequence } from "./item-sequence.ts";
import { givenPosition, iterFunction, reducedTo } from "./iterator-state.ts";

/** Walks along something by position; forgets it at the end, so that an exhausted iterator stays so. */
export class PySequenceIterator extends PyObject {
  sequence: PyObject | null = null;
  position = 0;

  override edges(visit: Visit): void {
    if (this.sequence) visit(this.sequence);
  }

  override clear(): void {
    const { sequence } = this;
    this.sequence = null;
    releaseIfAny(sequence);
  }
}

/** Calls a function until it gives the sentinel (Objects/iterobject.c, calliter). */
export class PyCallableIterator extends PyObject {
  callable: PyObject | null = null;
  sentinel: PyObject | null = null;

  override edges(visit: Visit): void {
    if (this.callable) visit(this.callable);
    if (this.sentinel) visit(this.sentinel);
  }

  override clear(): void {
    const { callable, sentinel } = this;
    this.callable = null;
    this.sentinel = null;
    releaseIfAny(callable);
    releaseIfAny(sentinel);
  }
}

/** The next item of a list or tuple. */
export function nextItem(_rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PySequenceIterator;
  const items = (iterator.sequence as ItemSequence | null)?.items;
  if (!items) return null;
  if (iterator.position >= 0 && iterator.position < items.length) return retain(items[iterator.position++]);
  iterator.clear();
  return null;
}

function previousItem(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PySequenceIterator;
  const items = (iterator.sequence as ItemSequence | null)?.items;
  if (!items) return null;
  if (iterator.position >= 0 && iterator.position < items.length) return retain(items[iterator.position--]);
  if (rt.profile.memberRules.iterators.negativeEndsList && iterator.position === -1) return null;
  iterator.clear();
  return null;
}

/** Asks `sequence[0]`, `sequence[1]`, … until IndexError or StopIteration (iter_iternext). */
function nextByIndex(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PySequenceIterator;
  const { sequence } = iterator;
  if (!sequence) return null;
  const index = rt.int(iterator.position);
  retain(sequence);
  try {
    const item = getItem(rt, sequence, index);
    iterator.position++;
    return item;
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const { type } = error.exception;
    if (!type.isSubtypeOf(rt.types.IndexError) && !type.isSubtypeOf(rt.types.StopIteration)) throw error;
    release(error.exception);
    iterator.clear();
    return null;
  } finally {
    release(index);
    release(sequence);
  }
}

function nextCall(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PyCallableIterator;
  if (!iterator.callable) return null;
  const callable = retain(iterator.callable);
  try {
    const value = rt.call(callable, []);
    const { sentinel } = iterator;
    if (!sentinel) {
      release(value);
      return null;
    }
    if (!isSentinel(rt, sentinel, value)) return value;
    release(value);
    iterator.clear();
    return null;
  } catch (error) {
    if (error instanceof Raise && error.exception.type.isSubtypeOf(rt.types.StopIteration)) {
      release(error.exception);
      iterator.clear();
      return null;
    }
    throw error;
  } finally {
    release(callable);
  }
}

function isSentinel(rt: Runtime, sentinel: PyObject, value: PyObject): boolean {
  if (sentinel === value) return true;
  let done = false;
  try {
    const same = truthOfResult(rt, rt.compare(sentinel, value, "=="));
    done = true;
    return same;
  } finally {
    if (!done) release(value);
  }
}

function remaining(rt: Runtime, self: PyObject): PyObject {
  const { sequence, position } = self as PySequenceIterator;
  if (!sequence) return rt.int(0);
  return rt.int(Math.max(length(rt, sequence) - position, 0));
}

/** `__reduce__`: what makes the iterator again, for copy and pickle. */
function reduceForwards(rt: Runtime, self: PyObject): PyObject {
  const { sequence, position } = self as PySequenceIterator;
  if (sequence && position >= 0) return reducedTo(rt, iterFunction(rt), retain(sequence), position);
  return reducedTo(rt, iterFunction(rt), self.type === rt.types.list_iterator ? rt.takeList([]) : retain(rt.emptyTuple));
}

function setState(rt: Runtime, self: PyObject, state: PyObject): PyObject {
  const iterator = self as PySequenceIterator;
  if (!iterator.sequence) return givenPosition(rt, state, 0, 0), retain(rt.none);
  const items = (iterator.sequence as ItemSequence).items;
  const least = self.type === rt.types.list_iterator && rt.profile.memberRules.iterators.negativeEndsList ? -1 : 0;
  iterator.position = givenPosition(rt, state, least, self.type === rt.types.iterator ? Number.MAX_SAFE_INTEGER : items.length);
  return retain(rt.none);
}

/** `__reduce__` of a list from its end. */
function reduceBackwards(rt: Runtime, self: PyObject): PyObject {
  const { sequence, position } = self as PySequenceIterator;
  const { negativeEndsList, reversedStaysReversed } = rt.profile.memberRules.iterators;
  if (sequence && (position >= 0 || !negativeEndsList)) return reducedTo(rt, rt.types.reversed, retain(sequence), position);
  return reducedTo(rt, reversedStaysReversed ? rt.types.reversed : iterFunction(rt), rt.takeList([]));
}

function setBackwards(rt: Runtime, self: PyObject, state: PyObject): PyObject {
  const iterator = self as PySequenceIterator;
  const items = (iterator.sequence as ItemSequence | null)?.items;
  const position = givenPosition(rt, state, -1, (items?.length ?? 0) - 1);
  if (items) iterator.position = position;
  return retain(rt.none);
}

function positionIterator(name: string, next: (rt: Runtime, self: PyObject) => PyObject | null): TypeSpec {
  return defineType({
    name,
    basicSize: 32,
    collected: true,
    baseType: false,
    allocate: (type) => new PySequenceIterator(type),
    slots: { iter: (_rt, self) => retain(self), next },
    methods: [
      method("__length_hint__(self, /)", (rt, [self]) => remaining(rt, self)),
      method("__reduce__(self, /)", (rt, [self]) => reduceForwards(rt, self)),
      method("__setstate__(self, object, /)", (rt, [self, state]) => setState(rt, self, state)),
    ],
  });
}

export const listIteratorSpec = positionIterator("list_iterator", nextItem);
export const tupleIteratorSpec = positionIterator("tuple_iterator", nextItem);
/** The iterator over anything with `__getitem__`. */
export const sequenceIteratorSpec = positionIterator("iterator", nextByIndex);

export const listReverseIteratorSpec = defineType({
  name: "list_reverseiterator",
  basicSize: 32,
  collected: true,
  baseType: false,
  allocate: (type) => new PySequenceIterator(type),
  slots: { iter: (_rt, self) => retain(self), next: previousItem },
  methods: [
    method("__length_hint__(self, /)", (rt, [self]) => {
      const { sequence, position } = self as PySequenceIterator;
      return rt.int(sequence && length(rt, sequence) > position ? position + 1 : 0);
    }),
    method("__reduce__(self, /)", (rt, [self]) => reduceBackwards(rt, self)),
    method("__setstate__(self, object, /)", (rt, [self, state]) => setBackwards(rt, self, state)),
  ],
});

export const callableIteratorSpec = defineType({
  name: "callable_iterator",
  basicSize: 32,
  collected: true,
  baseType: false,
  allocate: (type) => new PyCallableIterator(type),
  slots: { iter: (_rt, self) => retain(self), next: nextCall },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => {
      const { callable, sentinel } = self as PyCallableIterator;
      if (!callable || !sentinel) return reducedTo(rt, iterFunction(rt), retain(rt.emptyTuple));
      return rt.takeTuple([retain(iterFunction(rt)), rt.takeTuple([retain(callable), retain(sentinel)])]);
    }),
  ],
});
