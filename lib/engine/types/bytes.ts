import { defineType, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { indexAsSize } from "../protocol/number.ts";
import { itemPosition, sliceOf } from "../protocol/sequence.ts";
import { bytesArguments, bytesFrom, unchangedBytes } from "./bytes-construction.ts";
import { makeBytesIterator } from "./bytes-iterator.ts";
import { bytesOf, isBytes, PyBytes, QUIETLY } from "./bytes-object.ts";
import { compareBytes, findBytes, joinBytes, searchedBytes } from "./bytes-search.ts";
import { compares } from "./comparison.ts";
import { rareMembers } from "./rare-members.ts";
import { PySlice } from "./slice-object.ts";
import { bytesRepr } from "./text-repr.ts";

export { PyBytes } from "./bytes-object.ts";

function valueOf(self: PyObject): Uint8Array {
  return (self as PyBytes).value;
}

function newBytes(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [source, encoding, errors] = bytesArguments(rt, "bytes", args, kwnames);
  if (source && !encoding && !errors && source.type === rt.types.bytes && type === source.type) return retain(source);
  const value = bytesFrom(rt, "bytes", source, encoding, errors);
  // A count makes a new object, even of one byte: only what is copied from somewhere is looked up (_PyBytes_FromSize).
  const isCounted = value.length === 1 && source !== undefined && source.type.slots.index && !source.type.peek("__bytes__");
  return type === rt.types.bytes && !isCounted ? rt.bytes(value) : new PyBytes(type, value);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const left = bytesOf(self);
  const right = isBytes(other) ? other.value : null;
  if (!left || !right) return retain(rt.notImplemented);
  rt.charge(Math.min(left.length, right.length) >> 4);
  return retain(compares(compareBytes(left, right), 0, op) ? rt.true : rt.false);
}

function concat(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  const added = bytesOf(right, QUIETLY);
  if (!added) return rt.raise("TypeError", `can't concat ${right.type.shownName} to bytes`);
  const value = valueOf(left);
  if (added.length === 0) return unchangedBytes(rt, left, value);
  if (value.length === 0 && right.type === rt.types.bytes) return retain(right);
  rt.heap.reserve(value.length + added.length);
  return rt.bytes(joinBytes([value, added]));
}

function repeat(rt: Runtime, self: PyObject, count: PyObject): PyObject {
  const times = Math.max(indexAsSize(rt, count, "OverflowError"), 0);
  const value = valueOf(self);
  if (times === 1) return unchangedBytes(rt, self, value);
  return rt.bytes(repeatBytes(rt, value, times));
}

/** The bytes so many times. */
export function repeatBytes(rt: Runtime, value: Uint8Array, times: number): Uint8Array {
  if (value.length === 0 || times === 0) return new Uint8Array(0);
  rt.heap.reserve(value.length * times);
  const result = new Uint8Array(value.length * times);
  for (let i = 0; i < times; i++) result.set(value, i * value.length);
  return result;
}

/** The bytes that a slice means. */
export function sliceBytes(rt: Runtime, value: Uint8Array, key: PySlice): Uint8Array {
  const { start, step, count } = sliceOf(rt, key, value.length);
  rt.heap.reserve(count);
  if (step === 1) return value.slice(start, start + count);
  rt.charge(count >> 3);
  const picked = new Uint8Array(count);
  for (let i = 0; i < count; i++) picked[i] = value[start + i * step];
  return picked;
}

function getItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const value = valueOf(self);
  if (key instanceof PySlice) {
    const part = sliceBytes(rt, value, key);
    return part.length === value.length && sliceOf(rt, key, value.length).step === 1 ? unchangedBytes(rt, self, value) : rt.bytes(part);
  }
  return rt.int(value[itemPosition(rt, key, value.length, "byte", "index out of range")]);
}

/** `item in bytes`: a run of bytes, or the number of one. */
export function containsBytes(rt: Runtime, self: PyObject, item: PyObject): boolean {
  const value = bytesOf(self) as Uint8Array;
  rt.charge(value.length >> 3);
  if (!bytesOf(item) && !item.type.slots.index) rt.raise("TypeError", `a bytes-like object is required, not '${item.type.shownName}'`);
  return findBytes(rt, value, searchedBytes(rt, item), 0, value.length) >= 0;
}

export const bytesSpec = defineType({
  name: "bytes",
  basicSize: 33,
  itemSize: 1,
  allocate: (type) => new PyBytes(type, new Uint8Array(0)),
  slots: {
    new: newBytes,
    repr: (rt, self) => {
      rt.charge(valueOf(self).length >> 2);
      return rt.str(bytesRepr(valueOf(self)));
    },
    hash: (rt, self) => (self as PyBytes).hash(rt),
    richCompare: compare,
    iter: makeBytesIterator,
    remainder: (rt, left, right) => (left instanceof PyBytes ? rt.bytes(rareMembers.get().percentBytes(rt, left.value, right)) : retain(rt.notImplemented)),
    length: (_rt, self) => valueOf(self).length,
    getItem,
    contains: containsBytes,
    getBuffer: (rt, self, flags) => rareMembers.get().lend(rt, self, flags),
    concat,
    repeat,
  },
  more: () => ({ methods: rareMembers.get().bytesMethods }),
  methods: [method("__bytes__(self, /)", (rt, [self]) => unchangedBytes(rt, self, valueOf(self)))],
});
