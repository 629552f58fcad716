import { classMethod, defineType, type FunctionSpec, method } from "../core/define.ts";
import { PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { parseSignature } from "../core/signature.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { bindArguments } from "../protocol/binding.ts";
import { equal } from "../protocol/compare.ts";
import { forEach } from "../protocol/iterate.ts";
import { guardedRepr } from "../protocol/repr-guard.ts";
import { clipToNumber, ssizeIndex } from "../protocol/sequence.ts";
import { PyInt } from "../types/int-object.ts";
import { MOVED_PER_STEP } from "../types/list-items.ts";
import { stateOf } from "../types/object-reduce.ts";
import { boundOf, compareItems, itemTexts, repeatItems } from "../types/item-sequence.ts";
import { iterateDeque } from "./deque-iterators.ts";
import { PyDeque } from "./deque-object.ts";

const asDeque = (object: PyObject): PyDeque => object as PyDeque;
const none = (rt: Runtime): PyObject => retain(rt.none);

const signature = parseSignature("deque(iterable=(), maxlen=None)");

function init(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const [iterable, maxlen] = bindArguments(rt, signature, "deque", args, kwnames, 0);
  const deque = asDeque(self);
  if (maxlen && maxlen !== rt.none) {
    if (!(maxlen instanceof PyInt)) return rt.raise("TypeError", "an integer is required");
    const limit = ssizeIndex(rt, maxlen);
    if (limit < 0) rt.raise("ValueError", "maxlen must be non-negative");
    deque.maxlen = limit;
  } else deque.maxlen = null;
  if (deque.length > 0) deque.clear();
  if (iterable) extend(rt, deque, iterable, false);
}

function extend(rt: Runtime, deque: PyDeque, iterable: PyObject, left: boolean): void {
  const source = iterable === deque ? rt.temp(rt.takeList(deque.items.map(retain))) : iterable;
  deque.beginAtEnd(left);
  forEach(rt, source, (item) => deque.takePush(retain(item), left));
}

function pop(rt: Runtime, deque: PyDeque, left: boolean): PyObject {
  if (deque.length === 0) rt.raise("IndexError", "pop from an empty deque");
  deque.state++;
  return deque.takeEnd(left);
}

function rotate(rt: Runtime, deque: PyDeque, steps: PyObject | undefined): void {
  const { length } = deque;
  const asked = steps ? clipToNumber(rt.index(steps)) : 1;
  if (length < 2) return;
  const by = asked % length;
  // The shorter way round, one item at a time (_deque_rotate).
  const turns = by > length / 2 ? by - length : by < -length / 2 ? by + length : by;
  rt.charge(Math.abs(turns));
  for (let i = Math.abs(turns); i > 0; i--) deque.takeTurn(turns > 0);
  deque.state++;
}

function reverse(rt: Runtime, deque: PyDeque): void {
  rt.charge(deque.length >> 2);
  deque.items.reverse();
  deque.state++;
}

function position(rt: Runtime, deque: PyDeque, key: PyObject): number {
  if (!key.type.slots.index) rt.raise("TypeError", `sequence index must be integer, not '${key.type.shownName}'`);
  const index = ssizeIndex(rt, key);
  const at = index < 0 ? index + deque.length : index;
  if (at < 0 || at >= deque.length) rt.raise("IndexError", "deque index out of range");
  return at;
}

function setItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const deque = asDeque(self);
  const at = position(rt, deque, key);
  if (value) {
    release(deque.takeReplace(at, retain(value)));
    return;
  }
  rt.charge(deque.length >> MOVED_PER_STEP);
  const [old] = deque.items.splice(at, 1);
  deque.moveLeft(1);
  deque.state++;
  release(old);
}

function insert(rt: Runtime, deque: PyDeque, index: PyObject, item: PyObject): void {
  const { length } = deque;
  if (deque.maxlen === length) rt.raise("IndexError", "deque already at its maximum size");
  const asked = ssizeIndex(rt, index);
  rt.charge(length >> MOVED_PER_STEP);
  if (asked >= 0 && asked < length) deque.moveLeft(-1);
  deque.items.splice(asked < 0 ? Math.max(asked + length, 0) : Math.min(asked, length), 0, retain(item));
  deque.state++;
}

/** The item there equals the value; an error when the comparison changed the deque. */
function holdsAt(rt: Runtime, deque: PyDeque, at: number, value: PyObject, error = "RuntimeError"): boolean {
  const { state } = deque;
  rt.charge(1);
  const same = equal(rt, deque.peekAt(at), value);
  if (deque.state !== state) rt.raise(error, "deque mutated during iteration");
  return same;
}

/** Position of the first equal item, or -1. */
function find(rt: Runtime, deque: PyDeque, value: PyObject, start: number, stop: number): number {
  for (let i = start; i < stop && i < deque.length; i++) if (holdsAt(rt, deque, i, value)) return i;
  return -1;
}

function count(rt: Runtime, deque: PyDeque, value: PyObject): number {
  let found = 0;
  for (let i = 0; i < deque.length; i++) if (holdsAt(rt, deque, i, value)) found++;
  return found;
}

function remove(rt: Runtime, deque: PyDeque, value: PyObject): void {
  const { length } = deque;
  for (let i = 0; i < length; i++) {
    if (!holdsAt(rt, deque, i, value, "IndexError")) continue;
    rt.charge(length >> MOVED_PER_STEP);
    const [old] = deque.items.splice(i, 1);
    deque.moveLeft(1);
    deque.state++;
    release(old);
    return;
  }
  rt.raise("ValueError", rt.message("notInDequeToRemove", rt.reprText(value)));
}

function index(rt: Runtime, [self, value, start, stop]: PyObject[]): PyObject {
  const deque = asDeque(self);
  const bound = (part: PyObject | undefined, fallback: number): number => (part ? boundOf(rt, part, deque.length) : fallback);
  const found = find(rt, deque, value, bound(start, 0), bound(stop, Number.MAX_SAFE_INTEGER));
  return found < 0 ? rt.raise("ValueError", rt.message("notInDeque", rt.reprText(value))) : rt.int(found);
}

/** A copy with the same limit (deque_copy). A subclass is called with the deque itself; TypeError if it gives no deque. */
function copyOf(rt: Runtime, self: PyDeque): PyDeque {
  const limit = self.maxlen === null ? null : rt.int(self.maxlen);
  const copy = rt.call(self.type, limit === null ? [self] : [self, limit]);
  if (limit) release(limit);
  if (copy instanceof PyDeque) return copy;
  return rt.raise("TypeError", `${self.type.shownName}() must return a deque, not ${rt.temp(copy).type.shownName}`);
}

/** A copy that something is done to; it ends where that fails. */
function changedCopy(rt: Runtime, self: PyDeque, change: (copy: PyDeque) => void): PyDeque {
  const copy = rt.temp(copyOf(rt, self));
  change(copy);
  return retain(copy);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const deque = asDeque(self);
  const tail = deque.maxlen === null ? ")" : `, maxlen=${deque.maxlen})`;
  return rt.str(guardedRepr(rt, self, "[...]", () => `${self.type.name}([${itemTexts(rt, deque).join(", ")}]${tail}`));
}

function repeatInto(rt: Runtime, deque: PyDeque, times: PyObject): void {
  const items = repeatItems(rt, deque.items, rt.index(times));
  const old = deque.items;
  const cut = deque.maxlen === null ? 0 : Math.max(items.length - deque.maxlen, 0);
  deque.items = items.slice(cut);
  deque.state++;
  deque.account();
  releaseAll(items.slice(0, cut));
  releaseAll(old);
}

const dequeMethods: readonly FunctionSpec[] = [
  method("append(self, item, /)", (rt, [self, item]) => (asDeque(self).takePush(retain(item), false), none(rt))),
  method("appendleft(self, item, /)", (rt, [self, item]) => (asDeque(self).takePush(retain(item), true), none(rt))),
  method("clear(self, /)", (rt, [self]) => (self.clear(), none(rt))),
  method("copy(self, /)", (rt, [self]) => copyOf(rt, asDeque(self))),
  method("__copy__(self, /)", (rt, [self]) => copyOf(rt, asDeque(self))),
  method("count(self, value, /)", (rt, [self, value]) => rt.int(count(rt, asDeque(self), value))),
  method("extend(self, iterable, /)", (rt, [self, iterable]) => (extend(rt, asDeque(self), iterable, false), none(rt))),
  method("extendleft(self, iterable, /)", (rt, [self, iterable]) => (extend(rt, asDeque(self), iterable, true), none(rt))),
  method("index(self, value, start=0, stop=9223372036854775807, /)", index),
  method("insert(self, index, value, /)", (rt, [self, at, item]) => (insert(rt, asDeque(self), at, item), none(rt))),
  method("pop(self, /)", (rt, [self]) => pop(rt, asDeque(self), false)),
  method("popleft(self, /)", (rt, [self]) => pop(rt, asDeque(self), true)),
  method("remove(self, value, /)", (rt, [self, value]) => (remove(rt, asDeque(self), value), none(rt))),
  method("reverse(self, /)", (rt, [self]) => (reverse(rt, asDeque(self)), none(rt))),
  method("rotate(self, n=1, /)", (rt, [self, steps]) => (rotate(rt, asDeque(self), steps), none(rt))),
  method("__reduce__(self, /)", (rt, [self]) => {
    const { maxlen } = asDeque(self);
    const args = maxlen === null ? [] : [rt.takeTuple([]), rt.int(maxlen)];
    return rt.takeTuple([retain(self.type), rt.takeTuple(args), stateOf(rt, self), rt.iter(self)]);
  }),
  method("__reversed__(self, /)", (rt, [self]) => iterateDeque(rt, asDeque(self), true)),
  method("__sizeof__(self, /)", (rt, [self]) => rt.int(asDeque(self).bytes)),
  classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item])),
];

export const dequeSpec = defineType({
  name: "deque",
  module: "collections",
  basicSize: 80,
  collected: true,
  hasWeakrefs: true,
  allocate: (type: PyType) => new PyDeque(type),
  slots: {
    new: (_rt, type) => new PyDeque(type),
    init,
    repr,
    hash: null,
    richCompare: (rt, self, other, op) => (other instanceof PyDeque ? compareItems(rt, asDeque(self), other, op) : retain(rt.notImplemented)),
    iter: (rt, self) => iterateDeque(rt, asDeque(self), false),
    length: (_rt, self) => asDeque(self).length,
    bool: (_rt, self) => asDeque(self).length > 0,
    getItem: (rt, self, key) => retain(asDeque(self).peekAt(position(rt, asDeque(self), key))),
    setItem,
    contains: (rt, self, item) => find(rt, asDeque(self), item, 0, Number.MAX_SAFE_INTEGER) >= 0,
    concat: (rt, left, right) => {
      if (!(right instanceof PyDeque)) rt.raise("TypeError", `can only concatenate deque (not "${right.type.shownName}") to deque`);
      return changedCopy(rt, asDeque(left), (copy) => extend(rt, copy, right, false));
    },
    repeat: (rt, self, times) => changedCopy(rt, asDeque(self), (copy) => repeatInto(rt, copy, times)),
    inplaceConcat: (rt, self, other) => (extend(rt, asDeque(self), other, false), retain(self)),
    inplaceRepeat: (rt, self, times) => (repeatInto(rt, asDeque(self), times), retain(self)),
  },
  methods: dequeMethods,
  getset: [{ name: "maxlen", get: (rt, self) => (asDeque(self).maxlen === null ? none(rt) : rt.int(asDeque(self).maxlen as number)) }],
});
