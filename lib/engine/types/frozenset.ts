import { mayBeTracked } from "../core/collector.ts";
import { defineType } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { PySet, setClassGetItem, setSizeOf, sharedSetSlots } from "./set.ts";
import { collectionMethods, setOperators, updateSet } from "./set-methods.ts";

/** A set that cannot change, and so has a hash. */
export class PyFrozenSet extends PySet {
  /** A frozen set of borrowed items. */
  static from(rt: Runtime, items: readonly PyObject[]): PyFrozenSet {
    const set = new PyFrozenSet(rt.types.frozenset);
    for (const item of items) set.add(rt, item);
    return set;
  }
}

/**
 * The constant of a set display. Versions that merge equal constants by a key that they make from each part build the
 * set once more, from its own order, which can change that order (Python/compile.c, merge_consts_recursive).
 */
export function makeSetConstant(rt: Runtime, items: readonly PyObject[]): PyFrozenSet {
  const set = PyFrozenSet.from(rt, items);
  if (!rt.profile.containers.rebuiltSetConstants) return set;
  try {
    return PyFrozenSet.from(rt, set.table.entries(rt).map((entry) => entry.key));
  } finally {
    release(set);
  }
}

function frozenSetNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const exact = type === rt.types.frozenset;
  const [source] = positionalArguments(rt, rt.types.frozenset, type, "init", args, kwnames, 0, 1, type.name);
  if (exact && source?.type === type) return retain(source);
  const set = new PyFrozenSet(type);
  try {
    if (source) updateSet(rt, set, source);
    if (exact && rt.profile.gc.tracksFrozenSets === "with-content" && !set.table.entries().some(({ key }) => mayBeTracked(key))) rt.heap.collector.untrack(set);
    return retain(set);
  } finally {
    release(set);
  }
}

function shuffleBits(hash: bigint): bigint {
  const bits = BigInt.asUintN(64, hash);
  return BigInt.asUintN(64, (bits ^ 89869747n ^ BigInt.asUintN(64, bits << 16n)) * 3644798167n);
}

/** Independent of order (frozenset_hash). */
function frozenSetHash(rt: Runtime, set: PySet): bigint {
  if (set.hashValue !== null) return set.hashValue;
  rt.charge(set.table.used);
  let hash = 0n;
  for (const entry of set.table.entries(rt)) hash ^= shuffleBits(entry.hash);
  hash ^= BigInt.asUintN(64, BigInt(set.table.used + 1) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asIntN(64, hash * 69069n + 907133923n);
  set.hashValue = hash === -1n ? 590923713n : hash;
  return set.hashValue;
}

export const frozenSetSpec = defineType({
  name: "frozenset",
  coexisting: ["__contains__"],
  basicSize: 200,
  collected: true,
  hasWeakrefs: true,
  allocate: (type) => new PyFrozenSet(type),
  slots: { ...sharedSetSlots, ...setOperators(false), new: frozenSetNew, hash: (rt, self) => frozenSetHash(rt, self as PySet) },
  methods: [...collectionMethods, setSizeOf, setClassGetItem],
});
