import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyBytes } from "./bytes-object.ts";
import { boundsOf, floatArgument, type ItemFormat, readItem, writeFloat, writeInt } from "./item-format.ts";
import { CHARACTER, type MemoryLayout, nativeFormat, open } from "./memory-object.ts";

function formatOf(rt: Runtime, { format }: MemoryLayout): ItemFormat {
  return nativeFormat(format) ?? rt.raise("NotImplementedError", `memoryview: format ${format} not supported`);
}

/** The item at a place; owned (unpack_single). */
export function itemAt(rt: Runtime, layout: MemoryLayout, bytes: Uint8Array, place: number): PyObject {
  const format = formatOf(rt, layout);
  return format === CHARACTER ? rt.bytes(bytes.slice(place, place + 1)) : readItem(rt, format, bytes, place, true);
}

/** Writes the item at a place (pack_single). */
export function writeAt(rt: Runtime, layout: MemoryLayout, bytes: Uint8Array, place: number, value: PyObject): void {
  const format = formatOf(rt, layout);
  const wrong = (type: "TypeError" | "ValueError") => rt.raise(type, `memoryview: invalid ${type === "TypeError" ? "type" : "value"} for format '${format.code}'`);
  if (format === CHARACTER) {
    if (!(value instanceof PyBytes)) return wrong("TypeError");
    if (value.value.length !== 1) wrong("ValueError");
    bytes[place] = value.value[0];
  } else if (format.kind === "bool") bytes[place] = rt.truth(value) ? 1 : 0;
  else if (format.kind === "float") {
    const number = floatArgument(rt, value);
    if (number === null) return wrong("TypeError");
    if (!writeFloat(format, number, bytes, place, true)) new DataView(bytes.buffer, bytes.byteOffset).setFloat32(place, number, true);
  } else {
    if (!value.type.slots.index) return wrong("TypeError");
    const number = rt.index(value);
    const [low, high] = boundsOf(format);
    if (number < low || number > high) wrong("ValueError");
    writeInt(format, number, bytes, place, true);
  }
}

/** All items as lists of lists, one level for each dimension (memory_tolist). */
export function listItems(rt: Runtime, self: PyObject): PyObject {
  const { bytes, layout } = open(rt, self);
  const { shape, strides } = layout;
  formatOf(rt, layout);
  const list = (place: number, dimension: number): PyObject => {
    if (dimension === shape.length) return itemAt(rt, layout, bytes, place);
    rt.charge(shape[dimension]);
    rt.heap.reserve(shape[dimension] * 8);
    return rt.takeList(Array.from({ length: shape[dimension] }, (_, i) => list(place + i * strides[dimension], dimension + 1)));
  };
  return list(layout.start, 0);
}
