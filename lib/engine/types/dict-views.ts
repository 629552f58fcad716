import { defineType, method, type TypeSpec } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, Slots } from "../core/slots.ts";
import { equal } from "../protocol/compare.ts";
import { contains } from "../protocol/contains.ts";
import { length } from "../protocol/item.ts";
import { forEach } from "../protocol/iterate.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import type { PyDict } from "./dict.ts";
import type { Entry } from "./dict-table.ts";
import { dictIterator } from "./dict-methods.ts";
import { reducedToRest } from "./iterator-state.ts";
import { orderOf } from "./item-sequence.ts";

/** What looks at a dict: views and iterators. */
export class PyDictView extends PyObject {
  dict: PyDict | null = null;

  override edges(visit: Visit): void {
    if (this.dict) visit(this.dict);
  }

  override clear(): void {
    const { dict } = this;
    this.dict = null;
    releaseIfAny(dict);
  }
}

/** An iterator over a dict; notices when keys came or went (dictiter_iternextkey). */
export class PyDictIterator extends PyDictView {
  position = 0;
  left = 0;
  /** Number of keys at the start; -1 after an error, which then repeats. */
  expected = 0;
  step: 1 | -1 = 1;

  /** Starts at the end that the iterator's direction asks for. */
  begin(): void {
    const { dict } = this;
    if (!dict) return;
    this.left = dict.used;
    this.expected = dict.used;
    if (this.type.name.startsWith("dict_reverse")) {
      this.step = -1;
      this.position = dict.entries.length - 1;
    }
  }
}

type Part = (rt: Runtime, entry: Entry) => PyObject;

const keyOf: Part = (_rt, entry) => retain(entry.key);
const valueOf: Part = (_rt, entry) => retain(entry.value);
const pairOf: Part = (rt, entry) => rt.takeTuple([retain(entry.key), retain(entry.value)]);

function nextPart(rt: Runtime, iterator: PyDictIterator, part: Part): PyObject | null {
  const { dict } = iterator;
  if (!dict) return null;
  if (iterator.expected !== dict.used) {
    iterator.expected = -1;
    rt.raise("RuntimeError", "dictionary changed size during iteration");
  }
  const { entries } = dict;
  let i = iterator.position;
  while (i >= 0 && i < entries.length && !entries[i]) i += iterator.step;
  // Gaps cost little each, but there may be many.
  rt.charge(Math.abs(i - iterator.position) >> 3);
  const entry = entries[i];
  if (!entry) {
    iterator.clear();
    return null;
  }
  if (iterator.left === 0 && iterator.step === 1) {
    iterator.clear();
    rt.raise("RuntimeError", "dictionary keys changed during iteration");
  }
  iterator.position = i + iterator.step;
  iterator.left--;
  return part(rt, entry);
}

function copyOfIterator(iterator: PyDictIterator): PyDictIterator {
  const copy = new PyDictIterator(iterator.type);
  copy.dict = iterator.dict ? retain(iterator.dict) : null;
  copy.position = iterator.position;
  copy.left = iterator.left;
  copy.expected = iterator.expected;
  copy.step = iterator.step;
  return copy;
}

function iteratorSpec(name: string, part: Part): TypeSpec {
  return defineType({
    name,
    basicSize: 56,
    collected: true,
    baseType: false,
    allocate: (type) => new PyDictIterator(type),
    slots: { iter: (_rt, self) => retain(self), next: (rt, self) => nextPart(rt, self as PyDictIterator, part) },
    methods: [
      method("__length_hint__(self, /)", (rt, [self]) => {
        const { dict, expected, left } = self as PyDictIterator;
        return rt.int(dict && dict.used === expected ? left : 0);
      }),
      method("__reduce__(self, /)", (rt, [self]) => reducedToRest(rt, copyOfIterator(self as PyDictIterator))),
    ],
  });
}

export const dictKeyIteratorSpec = iteratorSpec("dict_keyiterator", keyOf);
export const dictValueIteratorSpec = iteratorSpec("dict_valueiterator", valueOf);
export const dictItemIteratorSpec = iteratorSpec("dict_itemiterator", pairOf);
export const dictReverseKeyIteratorSpec = iteratorSpec("dict_reversekeyiterator", keyOf);
export const dictReverseValueIteratorSpec = iteratorSpec("dict_reversevalueiterator", valueOf);
export const dictReverseItemIteratorSpec = iteratorSpec("dict_reverseitemiterator", pairOf);

function usedBy(self: PyObject): number {
  return (self as PyDictView).dict?.used ?? 0;
}

function viewRepr(rt: Runtime, self: PyObject): PyObject {
  const text = guardedRepr(rt, self, "...", () => {
    const texts: string[] = [];
    forEach(rt, self, (item) => {
      rt.charge(1);
      texts.push(rt.reprText(item));
    });
    return `${self.type.name}([${texts.join(", ")}])`;
  });
  return rt.str(text);
}

function containsPair(rt: Runtime, self: PyObject, pair: PyObject): boolean {
  const { dict } = self as PyDictView;
  const { items } = pair as PyObject & { items?: PyObject[] };
  if (!dict || !pair.type.isSubtypeOf(rt.types.tuple) || items?.length !== 2) return false;
  const found = dict.peek(rt, items[0]);
  return found !== null && equal(rt, found, items[1]);
}

/** A new set of what an iterable gives. */
function setOf(rt: Runtime, iterable: PyObject): PyObject {
  return rt.call(rt.types.set, [iterable]);
}

/** Whether the type takes part in set operations (PyAnySet_Check, PyDictViewSet_Check). */
function isSetLike(rt: Runtime, object: PyObject): boolean {
  const { set, frozenset, dict_keys, dict_items } = rt.types;
  return [set, frozenset, dict_keys, dict_items].some((type) => object.type.isSubtypeOf(type));
}

function allIn(rt: Runtime, inner: PyObject, outer: PyObject): boolean {
  let all = true;
  forEach(rt, inner, (item) => {
    all = contains(rt, outer, item);
    return all;
  });
  return all;
}

/** Comparison as sets (dictview_richcompare). */
function compareViews(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!isSetLike(rt, other)) return retain(rt.notImplemented);
  const left = usedBy(self);
  const right = length(rt, other);
  if (op === "==" || op === "!=") return rt.bool((left === right && allIn(rt, self, other)) === (op === "=="));
  if (!orderOf(left, right, op)) return rt.bool(false);
  return rt.bool(op === "<" || op === "<=" ? allIn(rt, self, other) : allIn(rt, other, self));
}

/** `left & right` and so on: a set of the left side, changed by the set's own method. */
function byMethod(name: string): NonNullable<Slots["or"]> {
  return (rt, left, right) => {
    if (!right.type.slots.iter && !isSetLike(rt, left)) return retain(rt.notImplemented);
    const result = setOf(rt, left);
    try {
      release(rt.callMethod(result, name, [right]));
      return retain(result);
    } finally {
      release(result);
    }
  };
}

/** The items of the view that the other side has too, or the other way round: the longer side is asked (_PyDictView_Intersect). */
function intersectViews(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  const [view, other] = left instanceof PyDictView ? [left, right] : [right, left];
  const swap = isSetLike(rt, other) && length(rt, other) > usedBy(view);
  const [asked, walked] = swap ? [other, view] : [view, other];
  const result = rt.call(rt.types.set, []);
  try {
    forEach(rt, walked, (item) => {
      if (contains(rt, asked, item)) release(rt.callMethod(result, "add", [item]));
    });
    return retain(result);
  } finally {
    release(result);
  }
}

function isDisjoint(rt: Runtime, self: PyObject, other: PyObject): boolean {
  if (self === other) return usedBy(self) === 0;
  let disjoint = true;
  const swap = isSetLike(rt, other) && length(rt, other) > usedBy(self);
  forEach(rt, swap ? self : other, (item) => {
    disjoint = !contains(rt, swap ? other : self, item);
    return disjoint;
  });
  return disjoint;
}

function viewSpec(name: string, kind: "key" | "value" | "item", slots: Slots): TypeSpec {
  const setMethods = [
    method("isdisjoint(self, other, /)", (rt, [self, other]) => rt.bool(isDisjoint(rt, self, other))),
  ];
  return defineType({
    name,
    basicSize: 24,
    collected: true,
    baseType: false,
    allocate: (type) => new PyDictView(type),
    slots: {
      repr: viewRepr,
      iter: (rt, self) => dictIterator(rt, `dict_${kind}iterator`, (self as PyDictView).dict as PyDict),
      length: (_rt, self) => usedBy(self),
      ...slots,
    },
    methods: [
      ...(kind === "value" ? [] : setMethods),
      method("__reversed__(self, /)", (rt, [self]) => dictIterator(rt, `dict_reverse${kind}iterator`, (self as PyDictView).dict as PyDict)),
    ],
    getset: [
      { name: "mapping", get: (rt, self) => rt.call(rt.types.mappingproxy, [(self as PyDictView).dict ?? rt.none]) },
    ],
  });
}

const setSlots: Slots = {
  hash: null,
  richCompare: compareViews,
  subtract: byMethod("difference_update"),
  or: byMethod("update"),
  xor: byMethod("symmetric_difference_update"),
  and: intersectViews,
};

export const dictKeysSpec = viewSpec("dict_keys", "key", {
  ...setSlots,
  contains: (rt, self, key) => (self as PyDictView).dict?.find(rt, key) != null,
});
export const dictItemsSpec = viewSpec("dict_items", "item", { ...setSlots, contains: containsPair });
export const dictValuesSpec = viewSpec("dict_values", "value", {});
