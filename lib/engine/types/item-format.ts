import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { toFloat } from "./float.ts";
import { PyFloat } from "./float-object.ts";

/** How one kind of number lies in memory. */
export interface ItemFormat {
  readonly code: string;
  readonly size: number;
  readonly kind: "signed" | "unsigned" | "float" | "bool";
}

const item = (code: string, size: number, kind: ItemFormat["kind"]): ItemFormat => ({ code, size, kind });

/** As 64-bit Linux has them, by the letter that `struct` and `array` use. */
export const nativeFormats: ReadonlyMap<string, ItemFormat> = new Map(
  [
    item("b", 1, "signed"), item("B", 1, "unsigned"), item("h", 2, "signed"), item("H", 2, "unsigned"), item("i", 4, "signed"),
    item("I", 4, "unsigned"), item("l", 8, "signed"), item("L", 8, "unsigned"), item("q", 8, "signed"), item("Q", 8, "unsigned"),
    item("n", 8, "signed"), item("N", 8, "unsigned"), item("P", 8, "unsigned"), item("e", 2, "float"), item("f", 4, "float"), item("d", 8, "float"), item("?", 1, "bool"),
  ].map((format) => [format.code, format]),
);

/** The same on every machine: `l` and `L` have 4 bytes, `n`, `N` and `P` are missing. */
export const standardFormats: ReadonlyMap<string, ItemFormat> = new Map(
  [...nativeFormats.values()].filter(({ code }) => !"nNP".includes(code)).map((format) => [format.code, "lL".includes(format.code) ? { ...format, size: 4 } : format]),
);

/** The number at a place, as an object; owned. */
export function readItem(rt: Runtime, { size, kind }: ItemFormat, bytes: Uint8Array, at: number, little: boolean): PyObject {
  if (kind === "bool") return rt.bool(bytes[at] !== 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
  if (kind === "float") return rt.float(size === 8 ? view.getFloat64(0, little) : size === 4 ? view.getFloat32(0, little) : readHalf(view.getUint16(0, little)));
  if (size === 8) return rt.int(kind === "signed" ? view.getBigInt64(0, little) : view.getBigUint64(0, little));
  if (size === 4) return rt.int(kind === "signed" ? view.getInt32(0, little) : view.getUint32(0, little));
  if (size === 2) return rt.int(kind === "signed" ? view.getInt16(0, little) : view.getUint16(0, little));
  return rt.int(kind === "signed" ? view.getInt8(0) : view.getUint8(0));
}

/** The least and the greatest int of a format. */
export function boundsOf({ size, kind }: ItemFormat): readonly [bigint, bigint] {
  const bits = BigInt(8 * size);
  return kind === "signed" ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

/** Writes an int that fits. */
export function writeInt({ size }: ItemFormat, value: bigint, bytes: Uint8Array, at: number, little: boolean): void {
  let rest = BigInt.asUintN(8 * size, value);
  for (let i = 0; i < size; i++, rest >>= 8n) bytes[little ? at + i : at + size - 1 - i] = Number(rest & 0xffn);
}

/** Writes a float; false when it is too large for the format. */
export function writeFloat({ size }: ItemFormat, value: number, bytes: Uint8Array, at: number, little: boolean): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, size);
  if (size === 8) view.setFloat64(0, value, little);
  else if (size === 4) {
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) return false;
    view.setFloat32(0, value, little);
  } else {
    const half = toHalf(value);
    if (half === null) return false;
    view.setUint16(0, half, little);
  }
  return true;
}

/** The host number of a float argument, or null when it is none. */
export function floatArgument(rt: Runtime, object: PyObject): number | null {
  return object instanceof PyFloat || object.type.slots.float || object.type.slots.index ? toFloat(rt, object) : null;
}

function readHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** IEEE 754 binary16, rounded half to even; null when out of range (PyFloat_Pack2). */
function toHalf(value: number): number | null {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  if (size < 2 ** -14) return sign | roundEven(size * 2 ** 24);
  let exponent = Math.floor(Math.log2(size));
  if (2 ** exponent > size) exponent--;
  if (2 ** (exponent + 1) <= size) exponent++;
  const bits = ((exponent + 15) << 10) + roundEven((size / 2 ** exponent - 1) * 1024);
  return bits >= 0x7c00 ? null : sign | bits;
}

function roundEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
}
