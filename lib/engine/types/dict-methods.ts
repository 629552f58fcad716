import { classMethod, type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectPositional } from "../protocol/arity.ts";
import { equal } from "../protocol/compare.ts";
import { getItem, setItem } from "../protocol/item.ts";
import { collectItems, forEach, isSequence } from "../protocol/iterate.ts";
import type { PyDict } from "./dict.ts";
import type { PySet } from "./set.ts";
import type { Entry } from "./dict-table.ts";
import type { PyDictView } from "./dict-views.ts";

export function isDict(rt: Runtime, object: PyObject): object is PyDict {
  return object.type === rt.types.dict || object.type.isSubtypeOf(rt.types.dict);
}

/** Adds what `dict(source)` and `dict.update(source)` take: a dict, something with `keys`, or pairs (dict_update_arg). */
export function updateDict(rt: Runtime, dict: PyDict, source: PyObject): void {
  if (source.type === rt.types.dict) {
    mergeDict(rt, dict, source as PyDict);
    return;
  }
  const keys = rt.getAttributeOrNull(source, "keys");
  if (keys) {
    release(keys);
    mergeMapping(rt, dict, source);
  } else mergePairs(rt, dict, source);
}

/** `dict.__init__`. */
export function dictInit(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const positional = kwnames ? args.slice(0, args.length - kwnames.length) : args;
  expectPositional(rt, "dict", positional, null, 0, 1);
  const dict = self as PyDict;
  if (positional[0]) updateDict(rt, dict, positional[0]);
  kwnames?.forEach((name, i) => {
    const key = rt.intern(name);
    dict.set(rt, key, args[positional.length + i]);
    release(key);
  });
}

/** Copies every entry of a mapping (dict_merge): directly from a dict, else through `keys()` and `[]`. */
export function mergeMapping(rt: Runtime, dict: PyDict, source: PyObject, onDuplicate: OnDuplicate = null): void {
  if (isDict(rt, source) && source.type.slots.iter === rt.types.dict.slots.iter) {
    mergeDict(rt, dict, source, onDuplicate);
    return;
  }
  const keys = rt.callMethod(source, "keys", []);
  try {
    forEach(rt, keys, (key) => {
      if (onDuplicate && dict.find(rt, key)) onDuplicate(key);
      const value = getItem(rt, source, key);
      try {
        dict.set(rt, key, value);
      } finally {
        release(value);
      }
    });
  } finally {
    release(keys);
  }
}

/** Called with a key that is there already, for the errors of `f(**a, **b)`. */
type OnDuplicate = ((key: PyObject) => void) | null;

function mergeDict(rt: Runtime, dict: PyDict, source: PyDict, onDuplicate: OnDuplicate = null): void {
  if (dict === source || source.used === 0) return;
  rt.charge(source.used);
  dict.reserveFor(rt, source);
  const { used, entries } = source;
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (!entry) continue;
    const key = retain(entry.key);
    const value = retain(entry.value);
    try {
      if (onDuplicate && dict.findHashed(rt, key, entry.hash)) onDuplicate(key);
      dict.setHashed(rt, key, entry.hash, value);
    } finally {
      release(key);
      release(value);
    }
    if (source.used !== used || source.entries !== entries) rt.raise("RuntimeError", "dict mutated during update");
  }
}

function mergePairs(rt: Runtime, dict: PyDict, source: PyObject): void {
  let position = 0;
  forEach(rt, source, (item) => {
    if (!item.type.slots.iter && !isSequence(rt, item)) rt.raise("TypeError", rt.message("dictPairNotIterable", String(position)));
    const pair = collectItems(rt, item);
    try {
      if (pair.length !== 2) rt.raise("ValueError", `dictionary update sequence element #${position} has length ${pair.length}; 2 is required`);
      dict.set(rt, pair[0], pair[1]);
    } finally {
      for (const part of pair) release(part);
    }
    position++;
  });
}

/** A new plain dict with the same entries (PyDict_Copy). */
export function copyDict(rt: Runtime, dict: PyDict): PyDict {
  const copy = rt.dict() as PyDict;
  copy.reserveForCopy(rt, dict);
  copyInto(rt, copy, dict);
  return copy;
}

/** Copies entries into an empty dict; runs no guest code. */
export function copyInto(rt: Runtime, copy: PyDict, dict: PyDict): void {
  rt.charge(dict.used);
  copy.reserve(rt, dict.used);
  for (const entry of dict.entries) {
    if (entry) copy.takeInsert(rt, retain(entry.key), entry.hash, retain(entry.value));
  }
}

/** `==` and `!=` (dict_richcompare). */
export function compareDicts(rt: Runtime, left: PyDict, right: PyDict, op: CompareOp): PyObject {
  if (op !== "==" && op !== "!=") return retain(rt.notImplemented);
  return rt.bool(equalDicts(rt, left, right) === (op === "=="));
}

/** Whether both have the same keys with equal values (dict_equal). */
export function equalDicts(rt: Runtime, left: PyDict, right: PyDict): boolean {
  if (left.used !== right.used) return false;
  rt.enterNative(" in comparison");
  try {
    for (let i = 0; i < left.entries.length; i++) {
      const entry = left.entries[i];
      if (!entry) continue;
      rt.charge(2);
      if (!sameValue(rt, entry, right)) return false;
    }
    return true;
  } finally {
    rt.leaveNative();
  }
}

function sameValue(rt: Runtime, entry: Entry, other: PyDict): boolean {
  const key = retain(entry.key);
  const value = retain(entry.value);
  try {
    const found = other.findHashed(rt, key, entry.hash);
    return found !== null && equal(rt, value, found.value);
  } finally {
    release(key);
    release(value);
  }
}

/** `dict[key]`, with `__missing__` of subclasses (dict_subscript). */
export function getDictItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const value = (self as PyDict).peek(rt, key);
  if (value) return retain(value);
  if (self.type !== rt.types.dict && self.type.peek("__missing__")) {
    const result = rt.callSpecial(self, "__missing__", [key]);
    if (result) return result;
  }
  return rt.raiseWith("KeyError", [retain(key)]);
}

/** `dict[key] = value`, or `del dict[key]` for a null value. */
export function setDictItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const dict = self as PyDict;
  if (value) {
    dict.set(rt, key, value);
    return;
  }
  const old = dict.pop(rt, key);
  if (!old) rt.raiseWith("KeyError", [retain(key)]);
  release(old);
}

/** Calls back with each key of a dict and its hash, which is not asked for again (_PyDict_Next). */
export function eachKey(rt: Runtime, dict: PyDict, visit: (key: PyObject, hash: bigint) => void): void {
  for (let i = 0; i < dict.entries.length; i++) {
    const entry = dict.entries[i];
    if (!entry) continue;
    rt.charge(1);
    const key = retain(entry.key);
    try {
      visit(key, entry.hash ?? rt.hash(key));
    } finally {
      release(key);
    }
  }
}

/** The hashes that a dict or set knows are not asked for again (_PyDict_FromKeys). */
function fillWith(rt: Runtime, dict: PyDict, iterable: PyObject, value: PyObject): void {
  const { types } = rt;
  if (iterable.type === types.dict) {
    dict.reserve(rt, (iterable as PyDict).used);
    eachKey(rt, iterable as PyDict, (key, hash) => dict.setHashed(rt, key, hash, value));
  } else if (iterable.type === types.set || iterable.type === types.frozenset) {
    const { table } = iterable as PySet;
    dict.reserve(rt, table.used);
    rt.charge(table.used);
    table.each(rt, ({ key, hash }) => dict.setHashed(rt, key, hash, value));
  } else forEach(rt, iterable, (key) => dict.set(rt, key, value));
}

/** `fromkeys`: a dict of that class with these keys, all with one value; owned. */
export function fromKeys(rt: Runtime, cls: PyType, iterable: PyObject, value: PyObject): PyObject {
  const result = rt.call(cls, []);
  try {
    if (result.type === rt.types.dict) {
      fillWith(rt, result as PyDict, iterable, value);
    } else forEach(rt, iterable, (key) => setItem(rt, result, key, value));
    return retain(result);
  } finally {
    release(result);
  }
}

/** `setdefault`: the value of a key, which is set where there is none; owned. */
export function setDefault(rt: Runtime, dict: PyDict, key: PyObject, value: PyObject): PyObject {
  const hash = dict.hashFor(rt, key);
  const entry = dict.findHashed(rt, key, hash);
  if (entry) return retain(entry.value);
  dict.takeInsert(rt, retain(key), hash, retain(value));
  return retain(value);
}

function popItem(rt: Runtime, dict: PyDict): PyObject {
  const entry = dict.removeLast();
  if (!entry) return rt.raise("KeyError", "popitem(): dictionary is empty");
  return rt.takeTuple([entry.key, entry.value]);
}

/** `pop`: the value of a key that is taken out, or the fallback; owned. KeyError where there is neither. */
export function pop(rt: Runtime, dict: PyDict, key: PyObject, fallback: PyObject | undefined): PyObject {
  // An empty dict does not ask for the key's hash (_PyDict_Pop_KnownHash's callers).
  const value = dict.used === 0 ? null : dict.pop(rt, key);
  if (value) return value;
  return fallback ? retain(fallback) : rt.raiseWith("KeyError", [retain(key)]);
}

function update(rt: Runtime, dict: PyDict, positional: PyObject, keywords: PyObject): PyObject {
  const { items } = positional as PyObject & { items: PyObject[] };
  if (items.length > 1) rt.raise("TypeError", `update expected at most 1 argument, got ${items.length}`);
  if (items[0]) updateDict(rt, dict, items[0]);
  mergeDict(rt, dict, keywords as PyDict);
  return retain(rt.none);
}

/** A view or iterator over a dict: an empty instance of the internal type, given its dict. */
export function viewOf(rt: Runtime, typeName: string, dict: PyDict): PyObject {
  const type = rt.types[typeName];
  const view = type.allocateInstance?.(type) as PyDictView;
  view.dict = retain(dict);
  return view;
}

const asDict = (object: PyObject): PyDict => object as PyDict;

export function dictOr(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  const { dict } = rt.types;
  if (!left.type.isSubtypeOf(dict) || !right.type.isSubtypeOf(dict)) return retain(rt.notImplemented);
  const result = copyDict(rt, left as PyDict);
  try {
    updateDict(rt, result, right);
    return retain(result);
  } finally {
    release(result);
  }
}

export const dictMethods: readonly FunctionSpec[] = [
  classMethod("fromkeys(cls, iterable, value=None, /)", (rt, [cls, iterable, value]) => fromKeys(rt, cls as PyType, iterable, value ?? rt.none)),
  method("get(self, key, default=None, /)", (rt, [self, key, fallback]) => retain(asDict(self).peek(rt, key) ?? fallback ?? rt.none)),
  method("setdefault(self, key, default=None, /)", (rt, [self, key, value]) => setDefault(rt, asDict(self), key, value ?? rt.none)),
  method("pop(self, key, [default], /)", (rt, [self, key, fallback]) => pop(rt, asDict(self), key, fallback)),
  method("popitem(self, /)", (rt, [self]) => popItem(rt, asDict(self))),
  method("keys(self, /)", (rt, [self]) => viewOf(rt, "dict_keys", asDict(self))),
  method("values(self, /)", (rt, [self]) => viewOf(rt, "dict_values", asDict(self))),
  method("items(self, /)", (rt, [self]) => viewOf(rt, "dict_items", asDict(self))),
  method("update(self, /, *args, **kwargs)", (rt, [self, positional, keywords]) => update(rt, asDict(self), positional, keywords)),
  method("clear(self, /)", (rt, [self]) => (asDict(self).empty(), retain(rt.none))),
  method("copy(self, /)", (rt, [self]) => copyDict(rt, asDict(self))),
  method("__reversed__(self, /)", (rt, [self]) => dictIterator(rt, "dict_reversekeyiterator", asDict(self))),
  method("__sizeof__(self, /)", (rt, [self]) => rt.int(asDict(self).bytes)),
  classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
];

/** An iterator over keys, values or items, forwards or backwards, by the name of its type. */
export function dictIterator(rt: Runtime, typeName: string, dict: PyDict): PyObject {
  const iterator = viewOf(rt, typeName, dict) as PyObject & { begin(): void };
  iterator.begin();
  return iterator;
}
