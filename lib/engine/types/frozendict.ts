import { classMethod, defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { forEach } from "../protocol/iterate.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { copyInto, dictIterator, equalDicts, updateDict, viewOf } from "./dict-methods.ts";
import { PyDict } from "./dict.ts";
import { entryTexts } from "./dict-text.ts";
import { hashOfHashes } from "./tuple.ts";

/** A mapping that cannot change, and so has a hash when its values have (PEP 814). */
export class PyFrozenDict extends PyDict {
  hashValue: bigint | null = null;

  override get clearable(): boolean {
    return false;
  }
}

function frozenDictNew(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const positional = kwnames ? args.slice(0, args.length - kwnames.length) : args;
  expectPositional(rt, "frozendict", positional, null, 0, 1);
  const [source] = positional;
  if (source?.type === type && type === rt.types.frozendict && !kwnames?.length) return retain(source);
  const dict = new PyFrozenDict(type);
  try {
    if (source instanceof PyFrozenDict) copyInto(rt, dict, source);
    else if (source) updateDict(rt, dict, source);
    kwnames?.forEach((name, i) => dict.setName(name, args[positional.length + i]));
    return retain(dict);
  } finally {
    release(dict);
  }
}

/** Independent of order: the hashes of the pairs, mixed as a frozen set mixes its items. */
function frozenDictHash(rt: Runtime, self: PyObject): bigint {
  const dict = self as PyFrozenDict;
  if (dict.hashValue !== null) return dict.hashValue;
  let hash = 0n;
  for (const { key, value } of dict.live()) {
    const pair = BigInt.asUintN(64, hashOfHashes([rt.hash(key), rt.hash(value)]));
    hash ^= BigInt.asUintN(64, (pair ^ 89869747n ^ BigInt.asUintN(64, pair << 16n)) * 3644798167n);
  }
  hash ^= BigInt.asUintN(64, BigInt(dict.used + 1) * 1927868237n);
  hash ^= (hash >> 11n) ^ (hash >> 25n);
  hash = BigInt.asIntN(64, hash * 69069n + 907133923n);
  dict.hashValue = hash === -1n ? 590923713n : hash;
  return dict.hashValue;
}

function frozenDictRepr(rt: Runtime, self: PyObject): PyObject {
  const dict = self as PyFrozenDict;
  const { name } = self.type;
  if (dict.used === 0) return rt.str(`${name}()`);
  return rt.str(guardedRepr(rt, self, `${name}({...})`, () => `${name}({${entryTexts(rt, dict).join(", ")}})`));
}

function union(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return retain(rt.notImplemented);
  const result = left instanceof PyFrozenDict ? new PyFrozenDict(rt.types.frozendict) : (rt.dict() as PyDict);
  try {
    copyInto(rt, result, left);
    for (const { key, value } of [...right.live()]) result.set(rt, key, value);
    return retain(result);
  } finally {
    release(result);
  }
}

const asDict = (object: PyObject): PyDict => object as PyDict;

function fromKeys(rt: Runtime, cls: PyObject, iterable: PyObject, value: PyObject): PyObject {
  const entries = rt.dict() as PyDict;
  try {
    forEach(rt, iterable, (key) => entries.set(rt, key, value));
    return rt.call(cls, [entries]);
  } finally {
    release(entries);
  }
}

export const frozenDictSpec = defineType({
  name: "frozendict",
  coexisting: ["__contains__", "__getitem__"],
  basicSize: 56,
  collected: true,
  when: (rt) => rt.profile.containers.frozendict,
  allocate: (type) => new PyFrozenDict(type),
  slots: {
    new: frozenDictNew,
    repr: frozenDictRepr,
    hash: frozenDictHash,
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyDict) || (op !== "==" && op !== "!=")) return retain(rt.notImplemented);
      return rt.bool(equalDicts(rt, asDict(self), other) === (op === "=="));
    },
    iter: (rt, self) => dictIterator(rt, "dict_keyiterator", asDict(self)),
    length: (_rt, self) => asDict(self).used,
    getItem: (rt, self, key) => retain(asDict(self).peek(rt, key) ?? rt.raiseWith("KeyError", [retain(key)])),
    contains: (rt, self, key) => asDict(self).find(rt, key) !== null,
    or: union,
  },
  methods: [
    classMethod("fromkeys(cls, iterable, value=None, /)", (rt, [cls, iterable, value]) => fromKeys(rt, cls, iterable, value ?? rt.none)),
    method("get(self, key, default=None, /)", (rt, [self, key, fallback]) => retain(asDict(self).peek(rt, key) ?? fallback ?? rt.none)),
    method("keys(self, /)", (rt, [self]) => viewOf(rt, "dict_keys", asDict(self))),
    method("values(self, /)", (rt, [self]) => viewOf(rt, "dict_values", asDict(self))),
    method("items(self, /)", (rt, [self]) => viewOf(rt, "dict_items", asDict(self))),
    method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.call(rt.types.dict, [self])])),
    method("copy(self, /)", (rt, [self]) => (self.type === rt.types.frozendict ? retain(self) : rt.call(rt.types.frozendict, [self]))),
    method("__reversed__(self, /)", (rt, [self]) => dictIterator(rt, "dict_reversekeyiterator", asDict(self))),
    classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
  ],
});
