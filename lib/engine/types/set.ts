import { classMethod, defineType, type FunctionSpec, method } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames, Slots } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectNoKeywords, expectPositional } from "../protocol/arity.ts";
import { forEach } from "../protocol/iterate.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { hashForLookup } from "./hash-for-lookup.ts";
import { collectionMethods, mutatingMethods, setOperators, updateSet } from "./set-methods.ts";
import { SetTable } from "./set-table.ts";
import { reducedToRest } from "./iterator-state.ts";

/** Bytes of a place in the table; the first eight lie in the set itself. */
const PLACE_BYTES = 16;

/** A set or frozen set: unique hashable objects in the order of the hash table (Objects/setobject.c). */
export class PySet extends PyObject {
  readonly table = new SetTable();
  /** The hash of a frozen set, once asked for. */
  hashValue: bigint | null = null;

  constructor(type: PyType) {
    super(type);
  }

  has(rt: Runtime, item: PyObject): boolean {
    return this.table.find(rt, item, hashForLookup(rt, item, "set element")) !== null;
  }

  /** Adds an item; false when an equal one is there. */
  add(rt: Runtime, item: PyObject): boolean {
    const added = this.table.add(rt, item, hashForLookup(rt, item, "set element"));
    if (added) this.account();
    return added;
  }

  /** Adds everything that an iterable gives. */
  update(rt: Runtime, iterable: PyObject): void {
    updateSet(rt, this, iterable);
  }

  /** Removes an item; false when it was not there. */
  discard(rt: Runtime, item: PyObject): boolean {
    const taken = this.table.take(rt, item, hashForLookup(rt, item, "set element"));
    if (taken) release(taken);
    return taken !== null;
  }

  /** Accounts for the size of the table. */
  account(): void {
    const slots = this.table.mask + 1;
    const bytes = this.type.basicSize + (slots > 8 ? slots * PLACE_BYTES : 0);
    if (bytes !== this.size) this.type.rt.heap.resize(this, bytes);
  }

  override edges(visit: Visit): void {
    for (const entry of this.table.entries()) visit(entry.key);
  }

  override clear(): void {
    const { table } = this;
    const followsSeed = table.followsSeed();
    const entries = table.entries();
    table.exchange(new SetTable());
    this.account();
    const releaseAll = (): void => entries.forEach((entry) => release(entry.key));
    if (followsSeed) this.type.rt.heap.inAnyOrder(releaseAll);
    else releaseAll();
  }
}

function setInit(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  expectNoKeywords(rt, "set", kwnames);
  expectPositional(rt, self.type.name, args, null, 0, 1);
  const set = self as PySet;
  if (set.table.fill > 0) set.clear();
  set.hashValue = null;
  if (args[0]) updateSet(rt, set, args[0]);
}

function setRepr(rt: Runtime, self: PyObject): PyObject {
  const set = self as PySet;
  const { name } = self.type;
  if (set.table.used === 0) return rt.str(`${name}()`);
  const text = guardedRepr(rt, self, `${name}(...)`, () => {
    const texts: string[] = [];
    const keys = set.table.entries(rt).map((entry) => retain(entry.key));
    try {
      for (const key of keys) {
        rt.charge(2);
        texts.push(rt.reprText(key));
      }
    } finally {
      for (const key of keys) release(key);
    }
    const inner = `{${texts.join(", ")}}`;
    return self.type === rt.types.set ? inner : `${name}(${inner})`;
  });
  return rt.str(text);
}

function isSet(object: PyObject): object is PySet {
  return object instanceof PySet;
}

function isSubset(rt: Runtime, inner: PySet, outer: PySet): boolean {
  if (inner.table.used > outer.table.used) return false;
  rt.charge(inner.table.used);
  return inner.table.each(rt, ({ key, hash }) => outer.table.find(rt, key, hash) !== null);
}

/** Comparison is inclusion (set_richcompare). */
function compareSets(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isSet(other)) return retain(rt.notImplemented);
  const left = self as PySet;
  const same = (): boolean => {
    if (left.table.used !== other.table.used) return false;
    if (left.hashValue !== null && other.hashValue !== null && left.hashValue !== other.hashValue) return false;
    return isSubset(rt, left, other);
  };
  switch (op) {
    case "==": return rt.bool(same());
    case "!=": return rt.bool(!same());
    case "<=": return rt.bool(isSubset(rt, left, other));
    case ">=": return rt.bool(isSubset(rt, other, left));
    case "<": return rt.bool(left.table.used < other.table.used && isSubset(rt, left, other));
    case ">": return rt.bool(left.table.used > other.table.used && isSubset(rt, other, left));
  }
}

/** `item in set`; an unhashable set is looked up as the frozen set of its items (set_contains). */
function setContains(rt: Runtime, self: PyObject, item: PyObject): boolean {
  const set = self as PySet;
  if (!isSet(item) || item.type.slots.hash) return set.has(rt, item);
  const frozen = rt.call(rt.types.frozenset, [item]);
  try {
    return set.has(rt, frozen);
  } finally {
    release(frozen);
  }
}

/** What sets and frozen sets have in common. */
export const sharedSetSlots: Slots = {
  repr: setRepr,
  richCompare: compareSets,
  iter: (rt, self) => {
    const type = rt.types.set_iterator;
    const iterator = type.allocateInstance?.(type) as PySetIterator;
    iterator.set = retain(self) as PySet;
    iterator.expected = (self as PySet).table.used;
    return iterator;
  },
  length: (_rt, self) => (self as PySet).table.used,
  contains: setContains,
};

export const setClassGetItem: FunctionSpec = classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item]));
export const setSizeOf: FunctionSpec = method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size));

export const setSpec = defineType({
  name: "set",
  coexisting: ["__contains__"],
  basicSize: 200,
  collected: true,
  hasWeakrefs: true,
  allocate: (type) => new PySet(type),
  slots: { ...sharedSetSlots, ...setOperators(true), new: (_rt, type) => new PySet(type), init: setInit, hash: null },
  methods: [...collectionMethods, ...mutatingMethods, setSizeOf, setClassGetItem],
});

/** Walks the table; notices when the number of items changed (setiter_iternext). */
export class PySetIterator extends PyObject {
  set: PySet | null = null;
  position = 0;
  expected = 0;

  override edges(visit: Visit): void {
    if (this.set) visit(this.set);
  }

  override clear(): void {
    const { set } = this;
    this.set = null;
    if (set) release(set);
  }
}

function nextInSet(rt: Runtime, self: PyObject): PyObject | null {
  const iterator = self as PySetIterator;
  const { set } = iterator;
  if (!set) return null;
  if (iterator.expected !== set.table.used) {
    iterator.expected = -1;
    rt.raise("RuntimeError", "Set changed size during iteration");
  }
  const { places, mask } = set.table;
  if (iterator.position === 0) set.table.noteOrder(rt);
  const start = iterator.position;
  while (iterator.position <= mask) {
    const place = places[iterator.position++];
    if (place === null || place === "dummy") continue;
    rt.charge((iterator.position - start) >> 5);
    return retain(place.key);
  }
  rt.charge((iterator.position - start) >> 5);
  iterator.clear();
  return null;
}

export const setIteratorSpec = defineType({
  name: "set_iterator",
  basicSize: 48,
  collected: true,
  baseType: false,
  allocate: (type) => new PySetIterator(type),
  slots: { iter: (_rt, self) => retain(self), next: nextInSet },
  methods: [
    method("__length_hint__(self, /)", (rt, [self]) => {
      const { set, expected } = self as PySetIterator;
      if (!set || set.table.used !== expected) return rt.int(0);
      let left = 0;
      forEach(rt, rt.temp(copyOfIterator(rt, self as PySetIterator)), () => {
        left++;
      });
      return rt.int(left);
    }),
    method("__reduce__(self, /)", (rt, [self]) => reducedToRest(rt, copyOfIterator(rt, self as PySetIterator))),
  ],
});

function copyOfIterator(rt: Runtime, iterator: PySetIterator): PySetIterator {
  const copy = new PySetIterator(rt.types.set_iterator);
  copy.set = iterator.set ? retain(iterator.set) : null;
  copy.position = iterator.position;
  copy.expected = iterator.expected;
  return copy;
}
