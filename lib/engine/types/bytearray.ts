import { defineType, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames } from "../core/slots.ts";
import { isSequence } from "../protocol/iterate.ts";
import { index, indexAsSize } from "../protocol/number.ts";
import { itemPosition, sliceOf, ssizeArgument, ssizeIndex } from "../protocol/sequence.ts";
import { containsBytes, repeatBytes, sliceBytes } from "./bytes.ts";
import { bytesArguments, bytesFrom, bytesOfItems } from "./bytes-construction.ts";
import { bytesMethods, latin1 } from "./bytes-methods.ts";
import { makeBytesIterator } from "./bytes-iterator.ts";
import { giveBack, lendNatively } from "./buffers.ts";
import { bytesOf, FULL_READ_ONLY, PyByteArray, QUIETLY } from "./bytes-object.ts";
import { byteValue, compareBytes, joinBytes } from "./bytes-search.ts";
import { compares } from "./comparison.ts";
import { formatPercentBytes } from "./format/percent-bytes.ts";
import { stateOfSubclass } from "./object-reduce.ts";
import { PyMemoryView } from "./memory-object.ts";
import { PyStr } from "./str-object.ts";
import { PySlice } from "./slice-object.ts";
import { bytesRepr } from "./text-repr.ts";

export { PyByteArray } from "./bytes-object.ts";

const RANGE = "byte must be in range(0, 256)";

function valueOf(self: PyObject): Uint8Array {
  return (self as PyByteArray).value;
}

function make(rt: Runtime, value: Uint8Array): PyObject {
  return new PyByteArray(rt.types.bytearray, value);
}

function init(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const [source, encoding, errors] = bytesArguments(rt, "bytearray", args, kwnames);
  (self as PyByteArray).replace(rt, bytesFrom(rt, "bytearray", source, encoding, errors));
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const left = bytesOf(self);
  const right = bytesOf(other, QUIETLY);
  if (!left || !right) return retain(rt.notImplemented);
  rt.charge(Math.min(left.length, right.length) >> 4);
  return retain(compares(compareBytes(left, right), 0, op) ? rt.true : rt.false);
}

function added(rt: Runtime, left: PyObject, right: PyObject): Uint8Array {
  const more = bytesOf(right, QUIETLY);
  if (!more) return rt.raise("TypeError", `can't concat ${right.type.shownName} to bytearray`);
  rt.heap.reserve(valueOf(left).length + more.length);
  return joinBytes([valueOf(left), more]);
}

function getItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const value = valueOf(self);
  if (key instanceof PySlice) return make(rt, sliceBytes(rt, value, key));
  return rt.int(value[itemPosition(rt, key, value.length, "bytearray", "bytearray index out of range")]);
}

function setItem(rt: Runtime, self: PyObject, key: PyObject, fresh: PyObject | null): void {
  const array = self as PyByteArray;
  if (key instanceof PySlice) return setSlice(rt, array, key, fresh === null ? new Uint8Array(0) : replacement(rt, fresh));
  // Getting the value may change the size (bytearray_ass_subscript).
  const value = fresh === null || !key.type.slots.index ? 0 : byteValue(rt, index(rt, fresh), RANGE);
  const at = itemPosition(rt, key, array.value.length, "bytearray", "bytearray index out of range");
  if (fresh !== null) {
    array.value[at] = value;
    return;
  }
  array.replace(rt, joinBytes([array.value.slice(0, at), array.value.slice(at + 1)]));
}

function replacement(rt: Runtime, object: PyObject): Uint8Array {
  const bytes = bytesOf(object, FULL_READ_ONLY);
  if (bytes) return bytes.slice();
  const { slots } = object.type;
  if (object instanceof PyStr || slots.index || slots.int || slots.float || object.type.isSubtypeOf(rt.types.complex)) rt.raise("TypeError", "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  return bytesFrom(rt, "bytearray", object, undefined, undefined);
}

/** What `extend` adds. */
function extension(rt: Runtime, object: PyObject): Uint8Array {
  const bytes = bytesOf(object, QUIETLY);
  if (bytes) return bytes.slice();
  if (object instanceof PyMemoryView) rt.raise("TypeError", "can't set bytearray slice from memoryview");
  if (!object.type.slots.iter && !isSequence(rt, object)) rt.raise("TypeError", `can't extend bytearray with ${object.type.shownName}`);
  if (object instanceof PyStr && object.value !== "") rt.raise("TypeError", rt.message("bytearrayOfText"));
  return bytesOfItems(rt, "bytearray", object);
}

function setSlice(rt: Runtime, array: PyByteArray, key: PySlice, fresh: Uint8Array): void {
  const { start, step, count } = sliceOf(rt, key, array.value.length);
  if (step === 1) {
    rt.heap.reserve(fresh.length);
    array.replace(rt, joinBytes([array.value.slice(0, start), fresh, array.value.slice(start + count)]), start === 0 ? Math.max(count - fresh.length, 0) : 0);
    return;
  }
  const places = Array.from({ length: count }, (_, i) => start + i * step);
  if (fresh.length === 0) {
    const gone = new Set(places);
    array.replace(rt, array.value.filter((_, i) => !gone.has(i)));
    return;
  }
  if (fresh.length !== count) rt.raise("ValueError", `attempt to assign bytes of size ${fresh.length} to extended slice of size ${count}`);
  places.forEach((place, i) => {
    array.value[place] = fresh[i];
  });
}

function insert(rt: Runtime, [self, position, item]: PyObject[]): PyObject {
  const array = self as PyByteArray;
  const value = byteValue(rt, index(rt, item), RANGE);
  const wanted = ssizeArgument(rt, position);
  const at = Math.min(Math.max(wanted < 0 ? wanted + array.value.length : wanted, 0), array.value.length);
  array.replace(rt, joinBytes([array.value.slice(0, at), Uint8Array.of(value), array.value.slice(at)]));
  return retain(rt.none);
}

function pop(rt: Runtime, [self, position]: PyObject[]): PyObject {
  const array = self as PyByteArray;
  const { length } = array.value;
  if (length === 0) rt.raise("IndexError", "pop from empty bytearray");
  const wanted = position === undefined ? -1 : ssizeArgument(rt, position);
  const at = wanted < 0 ? wanted + length : wanted;
  if (at < 0 || at >= length) rt.raise("IndexError", "pop index out of range");
  const byte = array.value[at];
  array.replace(rt, joinBytes([array.value.slice(0, at), array.value.slice(at + 1)]));
  return rt.int(byte);
}

function remove(rt: Runtime, [self, item]: PyObject[]): PyObject {
  const array = self as PyByteArray;
  const at = array.value.indexOf(byteValue(rt, index(rt, item), RANGE));
  if (at < 0) rt.raise("ValueError", "value not found in bytearray");
  array.replace(rt, joinBytes([array.value.slice(0, at), array.value.slice(at + 1)]));
  return retain(rt.none);
}

/** A new length: cut, or filled up with zeros. */
function resize(rt: Runtime, array: PyByteArray, [, size]: PyObject[]): void {
  const wanted = ssizeArgument(rt, size);
  if (wanted < 0) rt.raise("ValueError", `Can only resize to positive sizes, got ${wanted}`);
  rt.heap.reserve(wanted);
  const value = new Uint8Array(wanted);
  value.set(array.value.subarray(0, wanted));
  array.replace(rt, value);
}

/** The first bytes, or all, leave the array. */
function takeBytes(rt: Runtime, [self, count]: PyObject[]): PyObject {
  const array = self as PyByteArray;
  const { length } = array.value;
  const given = count === undefined || count === rt.none ? length : ssizeIndex(rt, count);
  const taken = given < 0 ? given + length : given;
  if (taken < 0 || taken > length) rt.raise("IndexError", `can't take ${given < 0 ? taken : given} bytes outside size ${length}`);
  const bytes = array.value.slice(0, taken);
  array.replace(rt, array.value.slice(taken));
  return rt.bytes(bytes);
}

/** Its class, what it holds, as a text for protocols that know no bytes, and its state (_common_reduce in bytearrayobject.c). */
function reduce(rt: Runtime, self: PyObject, protocol: number): PyObject {
  const value = valueOf(self);
  const content = value.length === 0 ? [] : protocol < 3 ? [rt.str(latin1(value)), rt.str("latin-1")] : [rt.bytes(value.slice())];
  return rt.takeTuple([retain(self.type), rt.takeTuple(content), stateOfSubclass(rt, self)]);
}

function repr(rt: Runtime, self: PyObject): PyObject {
  return rt.str(`${self.type.name}(${bytesRepr(valueOf(self), true)})`);
}

/** A method that changes the array and gives None. */
function changing(signature: string, change: (rt: Runtime, array: PyByteArray, args: PyObject[]) => void): ReturnType<typeof method> {
  return method(signature, (rt, args) => {
    change(rt, args[0] as PyByteArray, args);
    return retain(rt.none);
  });
}

export const bytearraySpec = defineType({
  name: "bytearray",
  basicSize: 56,
  allocate: (type) => new PyByteArray(type, new Uint8Array(0)),
  slots: {
    new: (_rt, type) => new PyByteArray(type, new Uint8Array(0)),
    init,
    repr,
    str: repr,
    hash: null,
    richCompare: compare,
    iter: makeBytesIterator,
    length: (_rt, self) => valueOf(self).length,
    getItem,
    setItem,
    contains: containsBytes,
    getBuffer: lendNatively,
    releaseBuffer: giveBack,
    concat: (rt, left, right) => make(rt, added(rt, left, right)),
    repeat: (rt, self, count) => make(rt, repeatBytes(rt, valueOf(self), Math.max(indexAsSize(rt, count, "OverflowError"), 0))),
    remainder: (rt, left, right) => (left instanceof PyByteArray ? make(rt, formatPercentBytes(rt, left.value, right)) : retain(rt.notImplemented)),
    inplaceConcat: (rt, left, right) => {
      (left as PyByteArray).replace(rt, added(rt, left, right));
      return retain(left);
    },
    inplaceRepeat: (rt, self, count) => {
      (self as PyByteArray).replace(rt, repeatBytes(rt, valueOf(self), Math.max(indexAsSize(rt, count, "OverflowError"), 0)));
      return retain(self);
    },
  },
  methods: [
    ...bytesMethods.filter(({ name }) => name !== "__getnewargs__"),
    changing("append(self, item, /)", (rt, array, [, item]) => array.replace(rt, joinBytes([array.value, Uint8Array.of(byteValue(rt, index(rt, item), RANGE))]))),
    changing("extend(self, iterable_of_ints, /)", (rt, array, [, items]) => array.replace(rt, joinBytes([array.value, extension(rt, items)]))),
    changing("clear(self, /)", (rt, array) => array.replace(rt, new Uint8Array(0))),
    changing("reverse(self, /)", (_rt, array) => array.value.reverse()),
    changing("resize(self, size, /)", resize),
    method("take_bytes(self, n=None, /)", takeBytes),
    method("__alloc__(self, /)", (rt, [self]) => rt.int((self as PyByteArray).allocated)),
    method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
    method("__reduce__(self, /)", (rt, [self]) => reduce(rt, self, 2)),
    method("__reduce_ex__(self, proto=0, /)", (rt, [self, protocol]) => reduce(rt, self, protocol === undefined ? 0 : Number(rt.index(protocol)))),
    method("copy(self, /)", (rt, [self]) => make(rt, valueOf(self).slice())),
    method("insert(self, index, item, /)", insert),
    method("pop(self, index=-1, /)", pop),
    method("remove(self, value, /)", remove),
  ],
});
