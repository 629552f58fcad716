import { classMethod, defineType, type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { withoutKeywords } from "../protocol/arity.ts";
import { collectItems, iter, next } from "../protocol/iterate.ts";
import { warn } from "../protocol/warn.ts";
import { itemPosition, sliceOf, ssizeIndex } from "../protocol/sequence.ts";
import { isBytes } from "../types/bytes-object.ts";
import { equalBytes } from "../types/bytes-search.ts";
import { boundOf, compareItems } from "../types/item-sequence.ts";
import type { PyList } from "../types/list.ts";
import { PySlice } from "../types/slice-object.ts";
import { PyStr } from "../types/str-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { giveBack, lendNatively } from "../types/buffers.ts";
import { PyArray } from "./array-object.ts";
import { bufferArgument } from "./buffer.ts";
import { CODES, formatOf, isText, notText, read, textOf, write } from "./array-items.ts";

function extend(rt: Runtime, array: PyArray, source: PyObject): void {
  if (source instanceof PyArray) {
    if (source.format !== array.format) rt.raise("TypeError", "can only extend with array of same kind");
    const bytes = source.data.slice(0, source.byteLength);
    const start = array.byteLength;
    array.resize(rt, array.length + source.length);
    array.data.set(bytes, start);
    return;
  }
  const iterator = iter(rt, source);
  try {
    for (let item = next(rt, iterator); item; item = next(rt, iterator)) appendTaken(rt, array, item);
  } finally {
    release(iterator);
  }
}

/** Appends and gives the reference up; a value that does not fit leaves the array as it was. */
function appendTaken(rt: Runtime, array: PyArray, item: PyObject): void {
  rt.charge(1);
  const { length } = array;
  try {
    array.resize(rt, length + 1);
    write(rt, array, length, item);
  } catch (error) {
    array.length = length;
    throw error;
  } finally {
    release(item);
  }
}

function appendBytes(rt: Runtime, array: PyArray, bytes: Uint8Array): void {
  const { size } = array.format;
  if (bytes.length % size !== 0) rt.raise("ValueError", "bytes length not a multiple of item size");
  const start = array.byteLength;
  const copy = bytes.slice();
  array.resize(rt, array.length + copy.length / size);
  array.data.set(copy, start);
}

function newArray(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const positional = withoutKeywords(rt, rt.typeOf(arraySpec), type, "init", args, kwnames, "array.array");
  if (positional.length === 0) rt.raise("TypeError", "array() takes at least 1 argument (0 given)");
  if (positional.length > 2) rt.raise("TypeError", `array() takes at most 2 arguments (${positional.length} given)`);
  const [code, source] = positional;
  if (!(code instanceof PyStr) || code.length !== 1) {
    return rt.raise("TypeError", `array() argument 1 must be a unicode character, not ${code instanceof PyStr ? rt.profile.dataModules.arrayTellsTexts ? `a string of length ${code.length}` : "str" : code.type.shownName}`);
  }
  const format = formatOf(rt, code.value);
  if (code.value === "u" && rt.profile.dataModules.arrayClear) warn(rt, "The 'u' type code is deprecated and will be removed in Python 3.16", rt.types.DeprecationWarning);
  if (!format) return rt.raise("ValueError", `bad typecode (must be ${rt.message("arrayTypecodes")})`);
  if (source instanceof PyStr && !isText(format)) rt.raise("TypeError", `cannot use a str to initialize an array with typecode '${format.code}'`);
  const array = rt.temp(new PyArray(type, format));
  if (source instanceof PyArray && isText(source.format) && !isText(format)) rt.raise("TypeError", `cannot use a unicode array to initialize an array with typecode '${format.code}'`);
  if (source && isBytes(source)) appendBytes(rt, array, source.value);
  else if (source && (source.type === rt.types.list || source.type === rt.types.tuple)) fill(rt, array, collectItems(rt, source));
  else if (source instanceof PyArray) fill(rt, array, Array.from({ length: source.length }, (_, i) => read(rt, source, i)));
  else if (source) extend(rt, array, source);
  return retain(array);
}

/** Fills a new array with owned items; it gets no room to spare. */
function fill(rt: Runtime, array: PyArray, items: PyObject[]): void {
  try {
    array.reserve(rt, items.length);
    rt.charge(items.length);
    items.forEach((item, i) => write(rt, array, i, item));
  } finally {
    releaseAll(items);
  }
}

function fromBytes(rt: Runtime, like: PyArray, bytes: Uint8Array): PyObject {
  const made = new PyArray(rt.typeOf(arraySpec), like.format);
  made.reserve(rt, bytes.length / like.format.size);
  made.data.set(bytes);
  return made;
}

function getArrayItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const array = self as PyArray;
  if (!(key instanceof PySlice)) {
    if (!key.type.slots.index) rt.raise("TypeError", "array indices must be integers");
    return read(rt, array, itemPosition(rt, key, array.length, "array", "array index out of range"));
  }
  const { start, step, count } = sliceOf(rt, key, array.length);
  const { size } = array.format;
  rt.charge(count);
  const bytes = new Uint8Array(count * size);
  for (let i = 0; i < count; i++) bytes.set(array.data.subarray((start + i * step) * size, (start + i * step + 1) * size), i * size);
  return fromBytes(rt, array, bytes);
}

function setArrayItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  const array = self as PyArray;
  if (!(key instanceof PySlice)) {
    if (!key.type.slots.index) rt.raise("TypeError", "array indices must be integers");
    const position = itemPosition(rt, key, array.length, "array", "array assignment index out of range");
    if (value) write(rt, array, position, value);
    else splice(rt, array, position, 1, new Uint8Array(0));
    return;
  }
  const { start, step, count } = sliceOf(rt, key, array.length);
  if (value instanceof PyArray && value.format !== array.format) rt.raise("TypeError", "bad argument type for built-in operation");
  if (value && !(value instanceof PyArray)) return rt.raise("TypeError", `can only assign array (not "${value.type.shownName}") to array slice`);
  const fresh = value instanceof PyArray ? value.data.slice(0, value.byteLength) : new Uint8Array(0);
  const { size } = array.format;
  if (step === 1) return splice(rt, array, start, count, fresh);
  if (!value) {
    const places = new Set(Array.from({ length: count }, (_, i) => start + i * step));
    const kept = Array.from({ length: array.length }, (_, i) => i).filter((i) => !places.has(i));
    kept.forEach((from, to) => array.data.copyWithin(to * size, from * size, (from + 1) * size));
    return array.resize(rt, kept.length);
  }
  if (fresh.length !== count * size) rt.raise("ValueError", `attempt to assign array of size ${fresh.length / size} to extended slice of size ${count}`);
  for (let i = 0; i < count; i++) array.data.set(fresh.subarray(i * size, (i + 1) * size), (start + i * step) * size);
}

/** Replaces a stretch of items by the bytes of others. */
function splice(rt: Runtime, array: PyArray, start: number, count: number, fresh: Uint8Array): void {
  const { size } = array.format;
  const tail = array.data.slice((start + count) * size, array.byteLength);
  array.resize(rt, array.length - count + fresh.length / size);
  array.data.set(fresh, start * size);
  array.data.set(tail, start * size + fresh.length);
}

function toList(rt: Runtime, array: PyArray): PyObject {
  rt.heap.reserve(array.length * 8);
  rt.charge(array.length);
  return rt.takeList(Array.from({ length: array.length }, (_, i) => read(rt, array, i)));
}

function repr(rt: Runtime, self: PyObject): PyObject {
  const array = self as PyArray;
  const head = `${self.type.name}('${array.format.code}'`;
  if (array.length === 0) return rt.str(`${head})`);
  return rt.str(`${head}, ${rt.reprText(rt.temp(isText(array.format) ? textOf(rt, array) : toList(rt, array)))})`);
}

function withReleased<T>(object: PyObject, use: () => T): T {
  try {
    return use();
  } finally {
    release(object);
  }
}

function position(rt: Runtime, array: PyArray, item: PyObject, from = 0, end = Number.MAX_SAFE_INTEGER): number {
  for (let i = from; i < Math.min(array.length, end); i++) {
    rt.charge(1);
    const found = read(rt, array, i);
    const same = withReleased(found, () => rt.equal(found, item));
    if (same) return i;
  }
  return -1;
}

function repeated(rt: Runtime, array: PyArray, times: bigint): Uint8Array {
  const count = Number(times < 0n ? 0n : times);
  const bytes = array.data.slice(0, array.byteLength);
  rt.heap.reserve(bytes.length * count);
  const result = new Uint8Array(bytes.length * count);
  for (let i = 0; i < count; i++) result.set(bytes, i * bytes.length);
  return result;
}

function pop(rt: Runtime, array: PyArray, index: PyObject | undefined): PyObject {
  if (array.length === 0) rt.raise("IndexError", "pop from empty array");
  const asked = index ? ssizeIndex(rt, index) : -1;
  const at = asked < 0 ? asked + array.length : asked;
  if (at < 0 || at >= array.length) rt.raise("IndexError", "pop index out of range");
  const item = read(rt, array, at);
  splice(rt, array, at, 1, new Uint8Array(0));
  return item;
}

function insert(rt: Runtime, array: PyArray, index: PyObject, item: PyObject): void {
  const asked = ssizeIndex(rt, index);
  const at = Math.min(Math.max(asked < 0 ? asked + array.length : asked, 0), array.length);
  const { size } = array.format;
  appendTaken(rt, array, retain(item));
  const fresh = array.data.slice((array.length - 1) * size, array.byteLength);
  array.data.copyWithin((at + 1) * size, at * size, (array.length - 1) * size);
  array.data.set(fresh, at * size);
}

/** A method that changes the array and gives None. */
function changing(signature: string, change: (rt: Runtime, array: PyArray, args: PyObject[]) => void, when?: FunctionSpec["when"]): FunctionSpec {
  return method(signature, (rt, args) => {
    change(rt, args[0] as PyArray, args);
    return retain(rt.none);
  }, when);
}

const methods: FunctionSpec[] = [
  changing("append(self, v, /)", (rt, array, [, item]) => appendTaken(rt, array, retain(item))),
  changing("extend(self, bb, /)", (rt, array, [, source]) => extend(rt, array, source)),
  changing("fromlist(self, list, /)", (rt, array, [, source]) => {
    if (!source.type.isSubtypeOf(rt.types.list)) rt.raise("TypeError", "arg must be list");
    const { length } = array;
    try {
      extend(rt, array, source);
    } catch (error) {
      array.resize(rt, length);
      throw error;
    }
  }),
  changing("frombytes(self, buffer, /)", (rt, array, [, source]) => appendBytes(rt, array, bufferArgument(rt, source))),
  changing("insert(self, i, v, /)", (rt, array, [, index, item]) => insert(rt, array, index, item)),
  changing("remove(self, v, /)", (rt, array, [, item]) => {
    const at = position(rt, array, item);
    if (at < 0) rt.raise("ValueError", "array.remove(x): x not in array");
    splice(rt, array, at, 1, new Uint8Array(0));
  }),
  changing("reverse(self, /)", (rt, array) => {
    const { size } = array.format;
    rt.charge(array.length);
    const old = array.data.slice(0, array.byteLength);
    for (let i = 0; i < array.length; i++) array.data.set(old.subarray(i * size, (i + 1) * size), (array.length - 1 - i) * size);
  }),
  changing("byteswap(self, /)", (rt, array) => {
    const { size } = array.format;
    rt.charge(array.length);
    for (let i = 0; i < array.length; i++) array.data.subarray(i * size, (i + 1) * size).reverse();
  }),
  changing("clear(self, /)", (rt, array) => array.resize(rt, 0), (rt) => rt.profile.dataModules.arrayClear),
  method("pop(self, i=-1, /)", (rt, [self, index]) => pop(rt, self as PyArray, index)),
  method("index(self, v, start=0, stop=9223372036854775807, /)", (rt, [self, item, start, stop]) => {
    const array = self as PyArray;
    const [first, end] = [start ? boundOf(rt, start, array.length) : 0, stop ? boundOf(rt, stop, array.length) : array.length];
    const at = position(rt, array, item, first, end);
    if (at < 0) rt.raise("ValueError", "array.index(x): x not in array");
    return rt.int(at);
  }),
  method("count(self, v, /)", (rt, [self, item]) => {
    let count = 0;
    for (let at = position(rt, self as PyArray, item); at >= 0; at = position(rt, self as PyArray, item, at + 1)) count++;
    return rt.int(count);
  }),
  method("tolist(self, /)", (rt, [self]) => toList(rt, self as PyArray)),
  method("tobytes(self, /)", (rt, [self]) => rt.bytes((self as PyArray).data.slice(0, (self as PyArray).byteLength))),
  changing("fromunicode(self, ustr, /)", (rt, array, [, text]) => {
    if (!(text instanceof PyStr)) return rt.raise("TypeError", `fromunicode() argument must be str, not ${text.type.shownName}`);
    if (!isText(array.format)) rt.raise("ValueError", notText(rt, "fromunicode"));
    extend(rt, array, text);
  }),
  method("tounicode(self, /)", (rt, [self]) => {
    if (!isText((self as PyArray).format)) rt.raise("ValueError", notText(rt, "tounicode"));
    return textOf(rt, self as PyArray);
  }),
  method("buffer_info(self, /)", (rt, [self]) => rt.takeTuple([rt.int(self.id + 64), rt.int((self as PyArray).length)])),
  method("__copy__(self, /)", (rt, [self]) => fromBytes(rt, self as PyArray, (self as PyArray).data.slice(0, (self as PyArray).byteLength))),
  method("__deepcopy__(self, unused, /)", (rt, [self]) => fromBytes(rt, self as PyArray, (self as PyArray).data.slice(0, (self as PyArray).byteLength))),
  method("__reduce_ex__(self, value, /)", (rt, [self]) => rt.takeTuple([retain(self.type), rt.takeTuple([rt.str((self as PyArray).format.code), toList(rt, self as PyArray)]), rt.getAttributeOrNull(self, "__dict__") ?? retain(rt.none)])),
  method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
  classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item]), (rt) => rt.profile.dataModules.arraySubscripts),
];

const arraySpec = defineType({
  name: "array",
  module: "array",
  basicSize: 64,
  hasWeakrefs: true,
  slots: {
    new: newArray,
    init: () => {},
    repr,
    hash: null,
    richCompare: (rt, self, other, op) => {
      if (!(other instanceof PyArray)) return retain(rt.notImplemented);
      if ((op === "==" || op === "!=") && (self as PyArray).length !== other.length) return rt.bool(op === "!=");
      const isWhole = other.format === (self as PyArray).format && other.format.kind !== "float";
      if (isWhole && (op === "==" || op === "!=")) return rt.bool(equalBytes((self as PyArray).lend().bytes, other.lend().bytes) === (op === "=="));
      return compareItems(rt, rt.temp(toList(rt, self as PyArray)) as PyList, rt.temp(toList(rt, other)) as PyList, op);
    },
    iter: (rt, self) => {
      const type = rt.types.iterator;
      const iterator = type.allocateInstance?.(type) as PyObject & { sequence: PyObject | null };
      iterator.sequence = retain(self);
      return iterator;
    },
    length: (_rt, self) => (self as PyArray).length,
    getItem: getArrayItem,
    setItem: setArrayItem,
    getBuffer: lendNatively,
    releaseBuffer: giveBack,
    contains: (rt, self, item) => position(rt, self as PyArray, item) >= 0,
    concat: (rt, self, other) => {
      if (!(other instanceof PyArray)) return rt.raise("TypeError", `can only append array (not "${other.type.shownName}") to array`);
      if (other.format !== (self as PyArray).format) return rt.raise("TypeError", "bad argument type for built-in operation");
      const left = self as PyArray;
      const bytes = new Uint8Array(left.byteLength + other.byteLength);
      bytes.set(left.data.subarray(0, left.byteLength));
      bytes.set(other.data.subarray(0, other.byteLength), left.byteLength);
      return fromBytes(rt, left, bytes);
    },
    repeat: (rt, self, count) => fromBytes(rt, self as PyArray, repeated(rt, self as PyArray, rt.index(count))),
    inplaceConcat: (rt, self, other) => {
      if (!(other instanceof PyArray)) return rt.raise("TypeError", `can only extend array with array (not "${other.type.shownName}")`);
      extend(rt, self as PyArray, other);
      return retain(self);
    },
    inplaceRepeat: (rt, self, count) => {
      const bytes = repeated(rt, self as PyArray, rt.index(count));
      splice(rt, self as PyArray, 0, (self as PyArray).length, bytes);
      return retain(self);
    },
  },
  methods,
  getset: [
    { name: "typecode", get: (rt, self) => rt.str((self as PyArray).format.code) },
    { name: "itemsize", get: (rt, self) => rt.int((self as PyArray).format.size) },
  ],
});

export const arrayModule: ModuleSpec = {
  name: "array",
  names: (vm) => {
    // So that it counts as a mutable sequence (array_modexec).
    const sequences = vm.importer.peekName("collections.abc", "MutableSequence");
    release(vm.callMethod(sequences, "register", [vm.typeOf(arraySpec)]));
    return { array: retain(vm.typeOf(arraySpec)), ArrayType: retain(vm.typeOf(arraySpec)), typecodes: vm.str(vm.profile.dataModules.arrayClear ? CODES.replace("u", "uw") : CODES) };
  },
};
