import { classMethod, defineType, method, nativeFunction } from "../core/define.ts";
import { PyObject, release, releaseIfAny, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { isCallable } from "../protocol/call.ts";
import { equal } from "../protocol/compare.ts";
import { getItem, setItem } from "../protocol/item.ts";
import { forEach } from "../protocol/iterate.ts";
import { binaryOperation } from "../protocol/number.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { dictSpec, PyDict } from "../types/dict.ts";
import { entryTexts } from "../types/dict-text.ts";
import { stateOf } from "../types/object-reduce.ts";
import { orderedIterator, orderedView, PyClearable } from "./ordered-views.ts";
import { copyInto, equalDicts, fromKeys, pop, setDefault, setDictItem, updateDict } from "../types/dict-methods.ts";

/** A dict that makes missing values with a function (Modules/_collectionsmodule.c). */
export class PyDefaultDict extends PyDict {
  factory: PyObject | null = null;

  override edges(visit: Visit): void {
    super.edges(visit);
    if (this.factory) visit(this.factory);
  }

  override clear(): void {
    super.clear();
    const { factory } = this;
    this.factory = null;
    releaseIfAny(factory);
  }
}

function initDefaultDict(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const dict = self as PyDefaultDict;
  const positionalCount = args.length - (kwnames?.length ?? 0);
  const factory = positionalCount > 0 ? args[0] : null;
  if (factory && factory !== rt.none && !isCallable(factory)) rt.raise("TypeError", "first argument must be callable or None");
  const old = dict.factory;
  dict.factory = factory && factory !== rt.none ? retain(factory) : null;
  releaseIfAny(old);
  rt.types.dict.slots.init?.(rt, self, positionalCount > 0 ? args.slice(1) : args, kwnames);
}

function missing(rt: Runtime, [self, key]: PyObject[]): PyObject {
  const { factory } = self as PyDefaultDict;
  if (!factory) return rt.raiseWith("KeyError", [retain(key)]);
  const value = rt.call(factory, []);
  try {
    setItem(rt, self, key, value);
    return retain(value);
  } finally {
    release(value);
  }
}

function copyDefaultDict(rt: Runtime, self: PyObject): PyObject {
  return rt.call(self.type, [(self as PyDefaultDict).factory ?? rt.none, self]);
}

function reprDefaultDict(rt: Runtime, self: PyObject): PyObject {
  const dict = self as PyDefaultDict;
  const factory = dict.factory ? guardedRepr(rt, dict.factory, "...", () => rt.reprText(dict.factory as PyObject)) : "None";
  const entries = guardedRepr(rt, self, "{...}", () => `{${entryTexts(rt, dict).join(", ")}}`);
  return rt.str(`${self.type.name}(${factory}, ${entries})`);
}

function orDefaultDict(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return retain(rt.notImplemented);
  const model = left instanceof PyDefaultDict ? left : (right as PyDefaultDict);
  const result = rt.call(model.type, [model.factory ?? rt.none, left]);
  try {
    updateDict(rt, result as PyDict, right);
    return retain(result);
  } finally {
    release(result);
  }
}

/** How copy and pickle take a dict subclass apart: its class, arguments, state, no items, pairs. */
function reducePairs(rt: Runtime, self: PyObject, args: PyObject[], state: PyObject): PyObject {
  const items = rt.temp(rt.callMethod(self, "items", []));
  return rt.takeTuple([retain(self.type), rt.takeTuple(args), state, retain(rt.none), rt.iter(items)]);
}

export const defaultDictSpec = defineType({
  name: "defaultdict",
  module: "collections",
  base: dictSpec,
  basicSize: 56,
  collected: true,
  allocate: (type: PyType) => new PyDefaultDict(type),
  slots: {
    new: (_rt, type) => new PyDefaultDict(type),
    init: initDefaultDict,
    repr: reprDefaultDict,
    or: orDefaultDict,
  },
  methods: [
    method("__missing__(self, key, /)", missing),
    method("__reduce__(self, /)", (rt, [self]) => {
      const factory = (self as PyDefaultDict).factory;
      return reducePairs(rt, self, factory && factory !== rt.none ? [retain(factory)] : [], retain(rt.none));
    }),
    method("copy(self, /)", (rt, [self]) => copyDefaultDict(rt, self)),
    method("__copy__(self, /)", (rt, [self]) => copyDefaultDict(rt, self)),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
  getset: [
    {
      name: "default_factory",
      isMember: true,
      get: (rt, self) => retain((self as PyDefaultDict).factory ?? rt.none),
      set: (rt, self, value) => {
        const dict = self as PyDefaultDict;
        const old = dict.factory;
        dict.factory = value && value !== rt.none ? retain(value) : null;
        releaseIfAny(old);
      },
    },
  ],
});

/** A dict with operations on its order (Objects/odictobject.c). Differs: the order is the dict's own, there is no second list. */
export class PyOrderedDict extends PyClearable {
  /** A dict, a node for each entry, and a table that finds the nodes (odict_sizeof). */
  override get bytes(): number {
    return super.bytes + 8 * this.slots + NODE_BYTES * this.used;
  }
}

const NODE_BYTES = 32;

const asOrdered = (object: PyObject): PyOrderedDict => object as PyOrderedDict;

function reprOrdered(rt: Runtime, self: PyObject): PyObject {
  const dict = asOrdered(self);
  const { name } = self.type;
  if (dict.used === 0) return rt.str(`${name}()`);
  const text = guardedRepr(rt, self, "...", () => {
    if (rt.profile.containers.orderedDictReprAsDict) return `${name}({${entryTexts(rt, dict).join(", ")}})`;
    const pairs = [...dict.live()].map(({ key, value }) => `(${rt.reprText(key)}, ${rt.reprText(value)})`);
    return `${name}([${pairs.join(", ")}])`;
  });
  return rt.str(text);
}

/** Equal also in order, when both are ordered. */
function equalOrdered(rt: Runtime, left: PyDict, right: PyDict): boolean {
  if (!equalDicts(rt, left, right)) return false;
  if (!(right instanceof PyOrderedDict)) return true;
  const rightKeys = [...right.live()].map((entry) => entry.key);
  return [...left.live()].every((entry, i) => equal(rt, entry.key, rightKeys[i]));
}

function moveToEnd(rt: Runtime, [self, key, last]: PyObject[]): PyObject {
  const dict = asOrdered(self);
  const entry = dict.find(rt, key);
  if (!entry) return rt.raiseWith("KeyError", [retain(key)]);
  dict.move(entry, last ? rt.truth(last) : true);
  return retain(rt.none);
}

function popOrdered(rt: Runtime, [self, last]: PyObject[]): PyObject {
  const dict = asOrdered(self);
  if (dict.used === 0) return rt.raise("KeyError", "dictionary is empty");
  if (!last || rt.truth(last)) {
    const entry = dict.removeLast();
    if (entry) return rt.takeTuple([entry.key, entry.value]);
  }
  for (const entry of dict.live()) {
    dict.remove(entry);
    return rt.takeTuple([entry.key, entry.value]);
  }
  return rt.raise("KeyError", "dictionary is empty");
}

function orOrdered(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return retain(rt.notImplemented);
  const result = rt.call((left instanceof PyOrderedDict ? left : right).type, [left]);
  try {
    updateDict(rt, result as PyDict, right);
    return retain(result);
  } finally {
    release(result);
  }
}

/** Sets what a mapping or pairs have, by the dict's own `__setitem__` (mutablemapping_update_arg). */
function updateOrdered(rt: Runtime, self: PyObject, given: PyObject): void {
  if (given.type === rt.types.dict) return addPairs(rt, self, rt.temp(rt.callMethod(given, "items", [])));
  const keys = rt.getAttributeOrNull(given, "keys");
  if (keys) {
    forEach(rt, rt.temp(rt.call(rt.temp(keys), [])), (key) => setItem(rt, self, key, rt.temp(getItem(rt, given, key))));
    return;
  }
  const items = rt.getAttributeOrNull(given, "items");
  addPairs(rt, self, items ? rt.temp(rt.call(rt.temp(items), [])) : given);
}

function addPairs(rt: Runtime, self: PyObject, pairs: PyObject): void {
  forEach(rt, pairs, (pair) => {
    const iterator = rt.temp(rt.iter(pair));
    const parts: PyObject[] = [];
    for (let part = rt.next(iterator); part; part = rt.next(iterator)) {
      parts.push(rt.temp(part));
      if (parts.length > 2) rt.raise("ValueError", "too many values to unpack (expected 2)");
    }
    if (parts.length < 2) rt.raise("ValueError", `need more than ${parts.length} value${parts.length === 1 ? "" : "s"} to unpack`);
    setItem(rt, self, parts[0], parts[1]);
  });
}

function copyOrdered(rt: Runtime, self: PyObject): PyObject {
  if (self.type !== rt.typeOf(orderedDictSpec)) return rt.call(self.type, [self]);
  const copy = new PyOrderedDict(self.type);
  copyInto(rt, copy, self as PyDict);
  return copy;
}

export const orderedDictSpec = defineType({
  name: "OrderedDict",
  module: "collections",
  base: dictSpec,
  basicSize: 112,
  collected: true,
  hasDict: true,
  hasWeakrefs: true,
  allocate: (type: PyType) => new PyOrderedDict(type),
  slots: {
    new: (_rt, type) => new PyOrderedDict(type),
    repr: reprOrdered,
    hash: null,
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyDict) || (op !== "==" && op !== "!=")) return retain(rt.notImplemented);
      return rt.bool(equalOrdered(rt, self as PyDict, other) === (op === "=="));
    },
    or: orOrdered,
    init: (rt, self, args, kwnames) => {
      const given = args.length - (kwnames?.length ?? 0);
      if (given > 1) rt.raise("TypeError", rt.message("orderedDictArguments", String(given)));
      if (given > 0) updateOrdered(rt, self, args[0]);
      kwnames?.forEach((name, i) => setItem(rt, self, rt.temp(rt.intern(name)), args[given + i]));
    },
    iter: (rt, self) => orderedIterator(rt, asOrdered(self), "keys", 1),
  },
  methods: [
    method("__reduce__(self, /)", (rt, [self]) => reducePairs(rt, self, [], stateOf(rt, self))),
    classMethod("fromkeys(cls, iterable, value=None)", (rt, [cls, iterable, value]) => fromKeys(rt, cls as PyType, iterable, value ?? rt.none)),
    method("setdefault(self, key, default=None)", (rt, [self, key, value]) => setDefault(rt, asOrdered(self), key, value ?? rt.none)),
    method("pop(self, key, default=<unrepresentable>)", (rt, [self, key, fallback]) => pop(rt, asOrdered(self), key, fallback)),
    method("keys(self, /)", (rt, [self]) => orderedView(rt, asOrdered(self), "keys")),
    method("values(self, /)", (rt, [self]) => orderedView(rt, asOrdered(self), "values")),
    method("items(self, /)", (rt, [self]) => orderedView(rt, asOrdered(self), "items")),
    method("__reversed__(self, /)", (rt, [self]) => orderedIterator(rt, asOrdered(self), "keys", -1)),
    method("move_to_end(self, key, last=True)", moveToEnd),
    method("popitem(self, last=True)", popOrdered),
    method("copy(self, /)", (rt, [self]) => copyOrdered(rt, self)),
    method("update(self, /, *args, **kwargs)", (rt, [self, args, names]) => {
      const { items } = args as PyObject & { items: PyObject[] };
      if (items.length > 1) rt.raise("TypeError", `update() takes at most 1 positional argument (${items.length} given)`);
      if (items.length > 0) updateOrdered(rt, self, items[0]);
      for (const { key, value } of (names as PyDict).live()) setItem(rt, self, key, value);
      return retain(rt.none);
    }),
  ],
});

function one(rt: Runtime, mapping: PyObject, key: PyObject, increment: PyObject): void {
  const old = mapping instanceof PyDict ? mapping.peek(rt, key) : null;
  const value = old ? binaryOperation(rt, "+", old, increment) : retain(increment);
  try {
    setDictItem(rt, mapping, key, value);
  } finally {
    release(value);
  }
}

/** What Counter counts with: straight on a dict, through `get` and `[]` for what overrides them. */
export const countElements = nativeFunction("_count_elements(mapping, iterable, /)", (rt, [mapping, iterable]) => {
  const increment = rt.temp(rt.int(1));
  const direct = mapping instanceof PyDict && mapping.type.peek("get") === rt.types.dict.peek("get") && mapping.type.peek("__setitem__") === rt.types.dict.peek("__setitem__");
  forEach(rt, iterable, (key) => {
    if (direct) one(rt, mapping, key, increment);
    else countThroughMethods(rt, mapping, key, increment);
  });
  return retain(rt.none);
});

function countThroughMethods(rt: Runtime, mapping: PyObject, key: PyObject, increment: PyObject): void {
  const zero = rt.int(0);
  const old = rt.callMethod(mapping, "get", [key, zero]);
  const value = binaryOperation(rt, "+", old, increment);
  try {
    mapping.type.slots.setItem?.(rt, mapping, key, value);
  } finally {
    release(value);
    release(old);
    release(zero);
  }
}
