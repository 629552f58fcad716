import { classMethod, defineType, type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { expectNoKeywords, expectPositional } from "../protocol/arity.ts";
import { collectItems, iter, next } from "../protocol/iterate.ts";
import { itemPosition, sliceOf, ssizeIndex } from "../protocol/sequence.ts";
import { compareItems } from "../types/item-sequence.ts";
import type { PyList } from "../types/list.ts";
import { PySlice } from "../types/slice-object.ts";
import { PyStr } from "../types/str-object.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { giveBack, lendNatively } from "../types/buffers.ts";
import { PyArray } from "./array-object.ts";
import { bufferArgument, bufferOf } from "./buffer.ts";
import { boundsOf, floatArgument, type ItemFormat, nativeFormats, readItem, writeFloat, writeInt } from "../types/item-format.ts";

const CODES = "bBuhHiIlLqQfd";
const TEXT: ItemFormat = { code: "u", size: 4, kind: "unsigned" };
/** The same under the name that stays (3.13). */
const WIDE_TEXT: ItemFormat = { ...TEXT, code: "w" };
const NAMES: Readonly<Record<string, string>> = { b: "signed char", B: "unsigned byte integer", h: "signed short integer", H: "unsigned short" };

const isText = ({ code }: ItemFormat) => code === "u" || code === "w";

function formatOf(rt: Runtime, code: string): ItemFormat | undefined {
  if (code === "w") return rt.profile.dataModules.arrayClear ? WIDE_TEXT : undefined;
  return code === "u" ? TEXT : CODES.includes(code) ? nativeFormats.get(code) : undefined;
}

function read(rt: Runtime, array: PyArray, position: number): PyObject {
  const { format, data } = array;
  if (!isText(format)) return readItem(rt, format, data, position * format.size, true);
  return rt.str(String.fromCodePoint(new DataView(data.buffer, data.byteOffset).getUint32(position * 4, true)));
}

/** Writes one item; errors as Modules/arraymodule.c words them. */
function write(rt: Runtime, array: PyArray, position: number, value: PyObject): void {
  const { format } = array;
  const at = position * format.size;
  if (isText(format)) {
    if (!(value instanceof PyStr)) return rt.raise("TypeError", "must be a unicode character, not " + value.type.shownName);
    if (value.length !== 1) rt.raise("TypeError", `array item must be a unicode character, not a string of length ${value.length}`);
    writeInt(format, BigInt(value.value.codePointAt(0) as number), array.data, at, true);
  } else if (format.kind === "float") {
    const number = floatArgument(rt, value);
    if (number === null) return rt.raise("TypeError", `must be real number, not ${value.type.shownName}`);
    if (!writeFloat(format, number, array.data, at, true)) new DataView(array.data.buffer).setFloat32(at, number, true);
  } else writeWhole(rt, array, at, value);
}

function writeWhole(rt: Runtime, array: PyArray, at: number, value: PyObject): void {
  const { format } = array;
  const number = rt.index(value);
  const [low, high] = boundsOf(format);
  if (number > high || number < low) {
    const over = number > high;
    const name = NAMES[format.code];
    if (name) rt.raise("OverflowError", `${name} is ${over ? "greater than maximum" : "less than minimum"}`);
    if (format.kind === "signed") {
      const fitsLong = number < 2n ** 63n && number >= -(2n ** 63n);
      if (format.size === 4 && fitsLong) rt.raise("OverflowError", `signed int is ${over ? "greater than maximum" : "less than minimum"}`);
      rt.raise("OverflowError", format.code === "q" ? "int too big to convert" : "Python int too large to convert to C long");
    }
    if (!over) rt.raise("OverflowError", "can't convert negative value to unsigned int");
    rt.raise("OverflowError", format.size === 4 ? "unsigned int is greater than maximum" : "int too big to convert");
  }
  writeInt(format, number, array.data, at, true);
}

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
  expectNoKeywords(rt, "array.array", kwnames);
  if (args.length === 0) rt.raise("TypeError", "array() takes at least 1 argument (0 given)");
  expectPositional(rt, "array", args, null, 1, 2);
  const [code, source] = args;
  if (!(code instanceof PyStr) || code.length !== 1) {
    return rt.raise("TypeError", `array() argument 1 must be a unicode character, not ${code instanceof PyStr ? rt.message("arrayCodeLength", String(code.length)) : code.type.shownName}`);
  }
  const format = formatOf(rt, code.value);
  if (!format) return rt.raise("ValueError", `bad typecode (must be ${rt.message("arrayTypecodes")})`);
  if (source instanceof PyStr && !isText(format)) rt.raise("TypeError", `cannot use a str to initialize an array with typecode '${format.code}'`);
  const array = rt.temp(new PyArray(type, format));
  if (source && bufferOf(rt, source) && !(source instanceof PyArray)) appendBytes(rt, array, bufferOf(rt, source) as Uint8Array);
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
  const list = rt.temp(toList(rt, array));
  if (!isText(array.format)) return rt.str(`${head}, ${rt.reprText(list)})`);
  const text = rt.temp(rt.str((list as PyList).items.map((item) => (item as PyStr).value).join("")));
  return rt.str(`${head}, ${rt.reprText(text)})`);
}

function position(rt: Runtime, array: PyArray, item: PyObject, from = 0): number {
  for (let i = from; i < array.length; i++) {
    rt.charge(1);
    const found = read(rt, array, i);
    const same = rt.equal(found, item);
    release(found);
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
    extend(rt, array, source);
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
  method("index(self, v, start=0, stop=9223372036854775807, /)", (rt, [self, item, start]) => {
    const at = position(rt, self as PyArray, item, start ? Math.max(ssizeIndex(rt, start), 0) : 0);
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
  method("tounicode(self, /)", (rt, [self]) => {
    if (!isText((self as PyArray).format)) rt.raise("ValueError", "tounicode() may only be called on unicode type arrays");
    const list = rt.temp(toList(rt, self as PyArray)) as PyList;
    return rt.str(list.items.map((item) => (item as PyStr).value).join(""));
  }),
  method("buffer_info(self, /)", (rt, [self]) => rt.takeTuple([rt.int(self.id + 64), rt.int((self as PyArray).length)])),
  method("__copy__(self, /)", (rt, [self]) => fromBytes(rt, self as PyArray, (self as PyArray).data.slice(0, (self as PyArray).byteLength))),
  method("__deepcopy__(self, unused, /)", (rt, [self]) => fromBytes(rt, self as PyArray, (self as PyArray).data.slice(0, (self as PyArray).byteLength))),
  method("__reduce_ex__(self, value, /)", (rt, [self]) => rt.takeTuple([retain(self.type), rt.takeTuple([rt.str((self as PyArray).format.code), toList(rt, self as PyArray)]), retain(rt.none)])),
  method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
  classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item]), (rt) => rt.profile.dataModules.arrayClear),
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
      if (!(other instanceof PyArray)) return rt.raise("TypeError", `can only extend with array (not "${other.type.shownName}")`);
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
