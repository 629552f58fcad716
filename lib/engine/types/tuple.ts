import { mayBeTracked } from "../core/collector.ts";
import { classMethod, defineType, method } from "../core/define.ts";
import { PyObject, release, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { collectItems } from "../protocol/iterate.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { itemPosition, sliceOf } from "../protocol/sequence.ts";
import { compareItems, containsItem, countItem, findItem, itemTexts, repeatItems } from "./item-sequence.ts";
import { PySlice } from "./slice-object.ts";

/** An immutable sequence; the objects lie in the tuple itself (Objects/tupleobject.c). */
export class PyTuple extends PyObject {
  items: PyObject[];

  /** Takes over the references in `items`. */
  constructor(type: PyType, items: PyObject[]) {
    super(null);
    this.type = type;
    this.refs = 1;
    this.size = type.basicSize + 8 * items.length;
    this.items = items;
    this.place = type.rt.heap.allocate(this, this.size);
  }

  override edges(visit: Visit): void {
    for (let i = this.items.length - 1; i >= 0; i--) visit(this.items[i]);
  }

  override clear(): void {
    const { items } = this;
    this.items = [];
    releaseAll(items);
  }

  override get clearable(): boolean {
    return false;
  }

  /** A plain tuple of things that are not tracked themselves (_PyTuple_MaybeUntrack). */
  override get untrackable(): boolean {
    const { tuple } = this.type.rt.types;
    return this.type === tuple && !this.items.some(mayBeTracked);
  }
}

const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;

/** The hash of a sequence of hashes: xxHash's mixing (tuple_hash in Objects/tupleobject.c). */
export function hashOfHashes(hashes: readonly bigint[], isTuple = true): bigint {
  let accumulator = PRIME_5;
  for (const lane of hashes) {
    accumulator = BigInt.asUintN(64, accumulator + BigInt.asUintN(64, lane) * PRIME_2);
    accumulator = BigInt.asUintN(64, (accumulator << 31n) | (accumulator >> 33n));
    accumulator = BigInt.asUintN(64, accumulator * PRIME_1);
  }
  // A slice's parts are always three: their number says nothing.
  if (isTuple) accumulator = BigInt.asUintN(64, accumulator + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n)));
  return accumulator === 0xffff_ffff_ffff_ffffn ? 1546275796n : BigInt.asIntN(64, accumulator);
}

/** Tuples nest as deep as a program likes; the host's stack does not. */
function tupleHash(rt: Runtime, self: PyObject): bigint {
  const { items } = self as PyTuple;
  rt.charge(items.length);
  rt.enterNative();
  try {
    return hashOfHashes(items.map((item) => rt.hash(item)));
  } finally {
    rt.leaveNative();
  }
}

function tupleNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: readonly string[] | null): PyObject {
  const [source] = positionalArguments(rt, rt.types.tuple, type, "init", args, kwnames, 0, 1);
  if (type === rt.types.tuple) {
    if (source?.type === type) return retain(source);
    if (source?.type === rt.types.list) return rt.takeTupleOfArray(collectItems(rt, source));
    return rt.takeTuple(source ? collectItems(rt, source, true) : []);
  }
  return new PyTuple(type, source ? collectItems(rt, source, true) : []);
}

function tupleRepr(rt: Runtime, self: PyObject): PyObject {
  const { items } = self as PyTuple;
  if (items.length === 0) return rt.str("()");
  const text = guardedRepr(rt, self, "(...)", () => {
    const texts = itemTexts(rt, self as PyTuple);
    return `(${texts.join(", ")}${texts.length === 1 ? "," : ""})`;
  });
  return rt.str(text);
}

function getTupleItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const { items } = self as PyTuple;
  if (!(key instanceof PySlice)) return retain(items[itemPosition(rt, key, items.length, "tuple", "tuple index out of range")]);
  const range = sliceOf(rt, key, items.length);
  if (range.count === items.length && range.step === 1 && self.type === rt.types.tuple) return retain(self);
  rt.charge(range.count);
  const picked: PyObject[] = [];
  for (let i = 0; i < range.count; i++) picked.push(retain(items[range.start + i * range.step]));
  return rt.takeTuple(picked);
}

function concatTuples(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(right instanceof PyTuple)) rt.raise("TypeError", `can only concatenate tuple (not "${right.type.shownName}") to tuple`);
  const { items } = left as PyTuple;
  if (items.length === 0 && right.type === rt.types.tuple) return retain(right);
  if (right.items.length === 0 && left.type === rt.types.tuple) return retain(left);
  rt.charge(items.length + right.items.length);
  return rt.takeTuple([...items, ...right.items].map(retain));
}

function repeatTuple(rt: Runtime, self: PyObject, count: PyObject): PyObject {
  const { items } = self as PyTuple;
  const times = rt.index(count);
  if (times === 1n && self.type === rt.types.tuple) return retain(self);
  return rt.takeTuple(repeatItems(rt, items, times));
}

export const tupleSpec = defineType({
  name: "tuple",
  basicSize: 24,
  itemSize: 8,
  collected: true,
  allocate: (type) => new PyTuple(type, []),
  slots: {
    new: tupleNew,
    repr: tupleRepr,
    hash: tupleHash,
    richCompare: (rt, self, other, op) => (other instanceof PyTuple ? compareItems(rt, self as PyTuple, other, op) : retain(rt.notImplemented)),
    iter: (rt, self) => {
      const type = rt.types.tuple_iterator;
      const iterator = type.allocateInstance?.(type) as PyObject & { sequence: PyObject | null };
      iterator.sequence = retain(self);
      return iterator;
    },
    length: (_rt, self) => (self as PyTuple).items.length,
    getItem: getTupleItem,
    contains: (rt, self, item) => containsItem(rt, self as PyTuple, item),
    concat: concatTuples,
    repeat: repeatTuple,
  },
  methods: [
    method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.takeTuple((self as PyTuple).items.map(retain))])),
    method("index(self, value, start=0, stop=9223372036854775807, /)", (rt, [self, value, start, stop]) => {
      const position = findItem(rt, self as PyTuple, value, start, stop);
      if (position < 0) rt.raise("ValueError", "tuple.index(x): x not in tuple");
      return rt.int(position);
    }),
    method("count(self, value, /)", (rt, [self, value]) => rt.int(countItem(rt, self as PyTuple, value))),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
});

/** Builds a tuple from borrowed objects. */
export function tupleOf(rt: Runtime, ...items: PyObject[]): PyObject {
  return rt.takeTuple(items.map(retain));
}

/** Gives up a tuple made for a moment and hands back its items, still owned. */
export function takeItems(tuple: PyTuple): PyObject[] {
  const items = tuple.items.map(retain);
  release(tuple);
  return items;
}
