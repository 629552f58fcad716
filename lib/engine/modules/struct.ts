import { sealFor } from "./seal.ts";
import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truth } from "../protocol/truth.ts";
import { PyByteArray } from "../types/bytes-object.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";
import { pythonHalf } from "../python/halves.ts";
import { bufferArgument, bufferOf } from "./buffer.ts";
import { boundsOf, floatArgument, type ItemFormat, nativeFormats, readItem, standardFormats, writeFloat, writeInt } from "../types/item-format.ts";

/** One field: a number, or `c`, `s`, `p`. */
interface Field {
  readonly code: string;
  readonly offset: number;
  readonly size: number;
  readonly format: ItemFormat | null;
}

interface Layout {
  readonly fields: readonly Field[];
  readonly size: number;
  readonly little: boolean;
  /** Sizes and rules of this machine: a C cast makes infinity of a float that is too large. */
  readonly native: boolean;
}

/** Most bytes that a layout may have before it counts as a mistake. */
const MOST = 2 ** 31;

function fail(rt: Runtime, text: string): never {
  const error = rt.temp(rt.getAttribute(rt.temp(rt.importModule("struct")), "error"));
  return (rt as Machine).raiseClass(error, text);
}

function formatText(rt: Runtime, object: PyObject): string {
  if (object instanceof PyStr) return object.value;
  const bytes = bufferOf(rt, object);
  return bytes ? String.fromCharCode(...bytes) : rt.raise("TypeError", `Struct() argument 1 must be a str or bytes object, not ${object.type.shownName}`);
}

/** Reads a format: byte order, counts, letters (Modules/_struct.c, prepare_s). */
function layoutOf(rt: Runtime, object: PyObject): Layout {
  const text = formatText(rt, object);
  const order = /^[@=<>!]/.exec(text)?.[0] ?? "";
  const native = order === "" || order === "@";
  const formats = native ? nativeFormats : standardFormats;
  const fields: Field[] = [];
  let size = 0;
  let i = order.length;
  while (i < text.length) {
    rt.charge(1);
    const character = text[i++];
    if (/\s/.test(character)) continue;
    let code = character;
    let count = 1;
    if (/\d/.test(character)) {
      let digits = character;
      while (i < text.length && /\d/.test(text[i])) digits += text[i++];
      if (i >= text.length) fail(rt, "repeat count given without format specifier");
      count = Number(digits);
      code = text[i++];
    }
    const format = formats.get(code) ?? null;
    if (code === "\0") fail(rt, "embedded null character");
    if (!format && !"xcsp".includes(code)) fail(rt, "bad char in struct format");
    if (format && native) size = Math.ceil(size / format.size) * format.size;
    if (size + count * (format?.size ?? 1) > MOST) fail(rt, "total struct size too long");
    if (code === "s" || code === "p") fields.push({ code, offset: size, size: count, format: null });
    else if (code !== "x") {
      rt.charge(count);
      rt.heap.reserve(count * 8);
      for (let k = 0; k < count; k++) fields.push({ code, offset: size + k * (format?.size ?? 1), size: format?.size ?? 1, format });
    }
    size += count * (format?.size ?? 1);
  }
  return { fields, size, little: order !== ">" && order !== "!", native };
}

function packInt(rt: Runtime, format: ItemFormat, value: PyObject, bytes: Uint8Array, at: number, little: boolean): void {
  if (!value.type.slots.index) fail(rt, "required argument is not an integer");
  const number = rt.index(value);
  const [low, high] = boundsOf(format);
  if (number < low || number > high) {
    if (format.size === 8 && !rt.profile.dataModules.structNamesBounds) fail(rt, "int too large to convert");
    const name = format.size === 2 ? (format.kind === "signed" ? "short" : "ushort") : null;
    fail(rt, name && rt.message("structShort", name, String(low), String(high)) || `'${format.code}' format requires ${low} <= number <= ${high}`);
  }
  writeInt(format, number, bytes, at, little);
}

function packBytes(rt: Runtime, field: Field, value: PyObject, bytes: Uint8Array): void {
  const { code, offset, size } = field;
  const given = bufferOf(rt, value);
  if (code === "c") {
    if (given?.length !== 1) fail(rt, "char format requires a bytes object of length 1");
    bytes[offset] = (given as Uint8Array)[0];
    return;
  }
  if (!given) return fail(rt, `argument for '${code}' must be a bytes object`);
  if (code === "s") bytes.set(given.subarray(0, size), offset);
  else if (size > 0) {
    // The count is a byte, whatever follows it.
    bytes[offset] = Math.min(given.length, size - 1, 255);
    bytes.set(given.subarray(0, size - 1), offset + 1);
  }
}

function packInto(rt: Runtime, layout: Layout, name: string, values: readonly PyObject[], bytes: Uint8Array): void {
  const { fields, little } = layout;
  if (values.length !== fields.length) fail(rt, `${name} expected ${fields.length} items for packing (got ${values.length})`);
  rt.charge(fields.length);
  fields.forEach((field, i) => {
    const { format, offset } = field;
    if (!format) packBytes(rt, field, values[i], bytes);
    else if (format.kind === "bool") bytes[offset] = truth(rt, values[i]) ? 1 : 0;
    else if (format.kind === "float") {
      const number = floatArgument(rt, values[i]);
      if (number === null) return fail(rt, "required argument is not a float");
      const written = writeFloat(format, number, bytes, offset, little);
      if (!written && layout.native && format.size === 4) writeFloat(format, Math.fround(number), bytes, offset, little);
      else if (!written) rt.raise("OverflowError", `float too large to pack with ${format.code} format`);
    } else packInt(rt, format, values[i], bytes, offset, little);
  });
}

function unpackFrom(rt: Runtime, layout: Layout, bytes: Uint8Array): PyObject {
  rt.heap.reserve(8 * layout.fields.length);
  rt.charge(layout.fields.length);
  return rt.takeTuple(layout.fields.map(({ code, offset, size, format }) => {
    if (format) return readItem(rt, format, bytes, offset, layout.little);
    if (code !== "p") return rt.bytes(bytes.slice(offset, offset + size));
    return rt.bytes(bytes.slice(offset + 1, offset + 1 + Math.min(bytes[offset] ?? 0, Math.max(size - 1, 0))));
  }));
}

/** Where a buffer is read or written: the offset, counted from the end when negative. */
function placeIn(rt: Runtime, offset: PyObject | undefined, length: number, size: number, what: "pack into" | "unpack from"): number {
  // Exact beyond what a number of the host holds.
  const exact = offset === undefined ? 0n : rt.index(offset);
  if (BigInt.asIntN(64, exact) !== exact) {
    if (what === "pack into") rt.raise("IndexError", `cannot fit '${(offset as PyObject).type.shownName}' into an index-sized integer`);
    rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
  }
  const given = Number(exact);
  const at = given < 0 ? given + length : given;
  const verb = what === "pack into" ? "pack_into" : "unpack_from";
  if (given < 0 && given + size > 0) fail(rt, what === "pack into" ? `no space to pack ${size} bytes at offset ${given}` : `not enough data to unpack ${size} bytes at offset ${given}`);
  if (at < 0) fail(rt, `offset ${exact} out of range for ${length}-byte buffer`);
  if (length - at < size) {
    const asked = exact < 0n ? BigInt(at) : exact;
    fail(rt, `${verb} requires a buffer of at least ${asked + BigInt(size)} bytes for ${what === "pack into" ? "packing" : "unpacking"} ${size} bytes at offset ${asked} (actual buffer size is ${length})`);
  }
  return at;
}

function pack(rt: Runtime, [format, values]: PyObject[]): PyObject {
  const layout = layoutOf(rt, format);
  rt.heap.reserve(layout.size);
  const bytes = new Uint8Array(layout.size);
  packInto(rt, layout, "pack", (values as PyTuple).items, bytes);
  return rt.bytes(bytes);
}

function packIntoBuffer(rt: Runtime, [format, buffer, offset, values]: PyObject[]): PyObject {
  const layout = layoutOf(rt, format);
  const lent = buffer instanceof PyByteArray ? buffer.value : buffer.lend();
  const target = lent instanceof Uint8Array ? lent : lent?.isReadOnly ? null : lent?.bytes;
  if (!target) return rt.raise("TypeError", rt.message("packTarget", buffer.type.shownName));
  const at = placeIn(rt, offset, target.length, layout.size, "pack into");
  const bytes = new Uint8Array(layout.size);
  packInto(rt, layout, "pack_into", (values as PyTuple).items, bytes);
  target.set(bytes, at);
  return retain(rt.none);
}

function unpack(rt: Runtime, [format, buffer]: PyObject[]): PyObject {
  const layout = layoutOf(rt, format);
  const bytes = bufferArgument(rt, buffer);
  if (bytes.length !== layout.size) fail(rt, `unpack requires a buffer of ${layout.size} bytes`);
  return unpackFrom(rt, layout, bytes);
}

function unpackFromBuffer(rt: Runtime, [format, buffer, offset]: PyObject[]): PyObject {
  const layout = layoutOf(rt, format);
  const bytes = bufferArgument(rt, buffer);
  const at = placeIn(rt, offset, bytes.length, layout.size, "unpack from");
  return unpackFrom(rt, layout, bytes.subarray(at, at + layout.size));
}

/** All items of a buffer that is a whole number of them, as a list. */
function unpackAll(rt: Runtime, [format, buffer]: PyObject[]): PyObject {
  const layout = layoutOf(rt, format);
  const bytes = bufferArgument(rt, buffer);
  if (layout.size === 0) fail(rt, "cannot iteratively unpack with a struct of length 0");
  if (bytes.length % layout.size !== 0) fail(rt, `iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  const items: PyObject[] = [];
  for (let at = 0; at < bytes.length; at += layout.size) items.push(unpackFrom(rt, layout, bytes.subarray(at, at + layout.size)));
  return rt.takeList(items);
}

/** `_struct`: numbers as bytes, by a format. */
export const structHostModule: ModuleSpec = {
  name: "_struct",
  functions: [
    nativeFunction("calcsize(format, /)", (rt, [format]) => rt.int(layoutOf(rt, format).size)),
    nativeFunction("pack(format, /, *values)", pack),
    nativeFunction("pack_into(format, buffer, offset, /, *values)", packIntoBuffer),
    nativeFunction("unpack(format, buffer, /)", unpack),
    nativeFunction("unpack_from(format, /, buffer, offset=0)", unpackFromBuffer),
    nativeFunction("_unpack_all(format, buffer, /)", unpackAll),
  ],
};

export const structModule: ModuleSpec = { name: "struct", source: () => pythonHalf("struct"), names: sealFor("struct") };
