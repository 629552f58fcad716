import { type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, Slots } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { forEach } from "../protocol/iterate.ts";
import type { PyDict } from "./dict.ts";
import { eachKey } from "./dict-methods.ts";
import { hashForLookup } from "./hash-for-lookup.ts";
import { rareMembers } from "./rare-members.ts";
import type { PySet } from "./set.ts";
import type { PyTuple } from "./tuple.ts";

export function isAnySet(rt: Runtime, object: PyObject): object is PySet {
  const { set, frozenset } = rt.types;
  const { type } = object;
  return type === set || type === frozenset || type.isSubtypeOf(set) || type.isSubtypeOf(frozenset);
}

/** A new empty set of a type, by its own layout; `__new__` and `__init__` of subclasses do not run. */
function emptySet(type: PyType): PySet {
  return type.allocateInstance?.(type) as PySet;
}

/** The type that operators and methods of a subclass give: set or frozenset (make_new_set_basetype). */
function baseTypeOf(rt: Runtime, set: PyObject): PyType {
  return set.type.isSubtypeOf(rt.types.set) ? rt.types.set : rt.types.frozenset;
}

/** A set is made, filled and handed over; given up when the filling raises. */
function build(type: PyType, fill: (set: PySet) => void): PySet {
  const set = emptySet(type);
  try {
    fill(set);
    return retain(set);
  } finally {
    set.account();
    release(set);
  }
}

/** Adds everything that an iterable gives (set_update_internal). */
export function updateSet(rt: Runtime, set: PySet, source: PyObject): void {
  if (isAnySet(rt, source)) {
    set.table.merge(rt, source.table);
    set.account();
    return;
  }
  if (source.type === rt.types.dict) {
    const { table } = set;
    const { used } = source as PyDict;
    if ((table.fill + used) * 5 >= table.mask * 3) table.resize((table.used + used) * 2);
    eachKey(rt, source as PyDict, (key, hash) => {
      table.add(rt, key, hash);
    });
    set.account();
    return;
  }
  forEach(rt, source, (item) => {
    set.add(rt, item);
  });
}

function copySet(rt: Runtime, set: PySet, type: PyType): PySet {
  return build(type, (copy) => copy.table.merge(rt, set.table));
}

function intersection(rt: Runtime, set: PySet, other: PyObject): PySet {
  if (other === set) return copySet(rt, set, baseTypeOf(rt, set));
  return build(baseTypeOf(rt, set), (result) => {
    if (!isAnySet(rt, other)) {
      forEach(rt, other, (item) => {
        const hash = hashForLookup(rt, item, "set element");
        if (set.table.find(rt, item, hash)) result.table.add(rt, item, hash);
      });
      return;
    }
    const [small, large] = other.table.used > set.table.used ? [set, other] : [other, set];
    rt.charge(small.table.used);
    small.table.each(rt, ({ key, hash }) => {
      if (large.table.find(rt, key, hash)) result.table.add(rt, key, hash);
    });
  });
}

function discardAll(rt: Runtime, set: PySet, other: PyObject): void {
  if (other === set) {
    set.clear();
    return;
  }
  if (!isAnySet(rt, other)) {
    forEach(rt, other, (item) => {
      set.discard(rt, item);
    });
    return;
  }
  other.table.each(rt, ({ key, hash }) => {
    rt.charge(1);
    const taken = set.table.take(rt, key, hash);
    if (taken) release(taken);
  });
}

/** What is not in the other: by removal from a copy, or by search when the other is a set of like size (set_difference). */
function difference(rt: Runtime, set: PySet, other: PyObject): PySet {
  const base = baseTypeOf(rt, set);
  const otherSize = isAnySet(rt, other) ? other.table.used : other.type === rt.types.dict ? (other as PyDict).used : -1;
  if (otherSize < 0 || set.table.used >> 2 > otherSize) {
    const copy = copySet(rt, set, base);
    try {
      discardAll(rt, copy, other);
      return retain(copy);
    } finally {
      release(copy);
    }
  }
  return build(base, (result) => {
    set.table.each(rt, ({ key, hash }) => {
      rt.charge(1);
      const found = isAnySet(rt, other) ? other.table.find(rt, key, hash) : (other as PyDict).findHashed(rt, key, hash);
      if (!found) result.table.add(rt, key, hash);
    });
  });
}

function toggleAll(rt: Runtime, set: PySet, other: PyObject): void {
  if (other === set) {
    set.clear();
    return;
  }
  const toggle = (key: PyObject, hash: bigint): void => {
    rt.charge(1);
    const taken = set.table.take(rt, key, hash);
    if (taken) release(taken);
    else set.table.add(rt, key, hash);
  };
  const others = other.type === rt.types.dict || isAnySet(rt, other) ? retain(other) : build(baseTypeOf(rt, set), (fresh) => updateSet(rt, fresh, other));
  try {
    if (isAnySet(rt, others)) others.table.each(rt, ({ key, hash }) => toggle(key, hash));
    else eachKey(rt, others as PyDict, toggle);
  } finally {
    set.account();
    release(others);
  }
}

function symmetricDifference(rt: Runtime, set: PySet, other: PyObject): PySet {
  const result = build(baseTypeOf(rt, set), (fresh) => updateSet(rt, fresh, other));
  try {
    toggleAll(rt, result, set);
    return retain(result);
  } finally {
    release(result);
  }
}

/** Exchanges contents with a set that is given up (set_swap_bodies). */
function takeContents(set: PySet, other: PySet): void {
  set.table.exchange(other.table);
  set.account();
  other.account();
  release(other);
}

function isDisjoint(rt: Runtime, set: PySet, other: PyObject): boolean {
  if (other === set) return set.table.used === 0;
  if (isAnySet(rt, other)) {
    const [small, large] = other.table.used > set.table.used ? [set, other] : [other, set];
    rt.charge(small.table.used);
    return small.table.each(rt, ({ key, hash }) => large.table.find(rt, key, hash) === null);
  }
  let disjoint = true;
  forEach(rt, other, (item) => {
    disjoint = !set.has(rt, item);
    return disjoint;
  });
  return disjoint;
}

/** The other side as a set, for a comparison; a new one unless it is a set already. */
function asSetOf(rt: Runtime, other: PyObject): PyObject {
  return isAnySet(rt, other) ? retain(other) : rt.call(rt.types.set, [other]);
}

function compareWith(rt: Runtime, set: PyObject, other: PyObject, op: "<=" | ">="): PyObject {
  const right = asSetOf(rt, other);
  try {
    return rt.compare(set, right, op);
  } finally {
    release(right);
  }
}

/** Whether what it has in common with an iterable is all that it has. */
function isWhole(rt: Runtime, set: PySet, other: PyObject): boolean {
  const common = intersection(rt, set, other);
  const { used } = common.table;
  release(common);
  return used === set.table.used;
}

function discardOrRaise(rt: Runtime, set: PySet, item: PyObject, required: boolean): PyObject {
  const lookUp = isAnySet(rt, item) && !item.type.slots.hash ? rt.call(rt.types.frozenset, [item]) : retain(item);
  try {
    if (!set.discard(rt, lookUp) && required) rt.raiseWith("KeyError", [retain(item)]);
    return retain(rt.none);
  } finally {
    release(lookUp);
  }
}

const asSet = (object: PyObject): PySet => object as PySet;
const others = (args: PyObject): readonly PyObject[] => (args as PyTuple).items;

/** Applies a step to a copy for each further argument. */
function chain(rt: Runtime, set: PySet, args: readonly PyObject[], step: (rt: Runtime, set: PySet, other: PyObject) => PySet): PySet {
  let result = args.length === 0 ? copySet(rt, set, baseTypeOf(rt, set)) : step(rt, set, args[0]);
  for (const other of args.slice(1)) {
    const before = result;
    try {
      result = step(rt, before, other);
    } finally {
      release(before);
    }
  }
  return result;
}

function union(rt: Runtime, set: PySet, args: readonly PyObject[]): PySet {
  const result = copySet(rt, set, baseTypeOf(rt, set));
  try {
    for (const other of args) if (other !== set) updateSet(rt, result, other);
    return retain(result);
  } finally {
    release(result);
  }
}

export const collectionMethods: readonly FunctionSpec[] = [
  method("copy(self, /)", (rt, [self]) => (self.type === rt.types.frozenset ? retain(self) : copySet(rt, asSet(self), baseTypeOf(rt, self)))),
  method("union(self, /, *others)", (rt, [self, args]) => union(rt, asSet(self), others(args))),
  method("intersection(self, /, *others)", (rt, [self, args]) => chain(rt, asSet(self), others(args), intersection)),
  method("difference(self, /, *others)", (rt, [self, args]) => chain(rt, asSet(self), others(args), difference)),
  method("symmetric_difference(self, other, /)", (rt, [self, other]) => symmetricDifference(rt, asSet(self), other)),
  method("isdisjoint(self, other, /)", (rt, [self, other]) => rt.bool(isDisjoint(rt, asSet(self), other))),
  method("issubset(self, other, /)", (rt, [self, other]) => (rt.profile.memberRules.subsetIsIntersection && !isAnySet(rt, other) ? rt.bool(isWhole(rt, asSet(self), other)) : compareWith(rt, self, other, "<="))),
  method("issuperset(self, other, /)", (rt, [self, other]) => compareWith(rt, self, other, ">=")),
  method("__reduce__(self, /)", (rt, [self]) => rt.takeTuple([retain(self.type), rt.takeTuple([rt.takeList(asSet(self).table.entries(rt).map((entry) => retain(entry.key)))]), rareMembers.get().stateOfSubclass(rt, self)])),
];

export const mutatingMethods: readonly FunctionSpec[] = [
  method("add(self, object, /)", (rt, [self, item]) => (asSet(self).add(rt, item), retain(rt.none))),
  method("remove(self, object, /)", (rt, [self, item]) => discardOrRaise(rt, asSet(self), item, true)),
  method("discard(self, object, /)", (rt, [self, item]) => discardOrRaise(rt, asSet(self), item, false)),
  method("pop(self, /)", (rt, [self]) => asSet(self).table.takeAny(rt) ?? rt.raise("KeyError", "pop from an empty set")),
  method("clear(self, /)", (rt, [self]) => (asSet(self).clear(), retain(rt.none))),
  method("update(self, /, *others)", (rt, [self, args]) => {
    for (const other of others(args)) updateSet(rt, asSet(self), other);
    return retain(rt.none);
  }),
  method("intersection_update(self, /, *others)", (rt, [self, args]) => {
    takeContents(asSet(self), chain(rt, asSet(self), others(args), intersection));
    return retain(rt.none);
  }),
  method("difference_update(self, /, *others)", (rt, [self, args]) => {
    for (const other of others(args)) discardAll(rt, asSet(self), other);
    return retain(rt.none);
  }),
  method("symmetric_difference_update(self, other, /)", (rt, [self, other]) => (toggleAll(rt, asSet(self), other), retain(rt.none))),
];

/** An operator that wants a set on both sides. */
function both(operation: (rt: Runtime, left: PySet, right: PySet) => PyObject): Binary {
  return (rt, left, right) => (isAnySet(rt, left) && isAnySet(rt, right) ? operation(rt, left, right) : retain(rt.notImplemented));
}

function inplace(operation: (rt: Runtime, set: PySet, other: PySet) => void): Binary {
  return (rt, left, right) => {
    if (!isAnySet(rt, right)) return retain(rt.notImplemented);
    operation(rt, left as PySet, right);
    return retain(left);
  };
}

/** `| & - ^` and, for sets that change, their in-place forms. */
export function setOperators(mutable: boolean): Slots {
  const operators: Slots = {
    or: both((rt, left, right) => union(rt, left, [right])),
    and: both(intersection),
    subtract: both(difference),
    xor: both(symmetricDifference),
  };
  if (!mutable) return operators;
  return {
    ...operators,
    inplaceOr: inplace(updateSet),
    inplaceAnd: inplace((rt, set, other) => takeContents(set, intersection(rt, set, other))),
    inplaceSubtract: inplace(discardAll),
    inplaceXor: inplace(toggleAll),
  };
}
