import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { boundsOf, floatArgument, type ItemFormat, nativeFormats, readItem, writeFloat, writeInt } from "../types/item-format.ts";
import { PyStr } from "../types/str-object.ts";
import type { PyArray } from "./array-object.ts";

/** The letters of the formats, without the one that came later. */
export const CODES = "bBuhHiIlLqQfd";
const TEXT: ItemFormat = { code: "u", size: 4, kind: "unsigned" };
/** The same under the name that stays (3.13). */
const WIDE_TEXT: ItemFormat = { ...TEXT, code: "w" };
const NAMES: Readonly<Record<string, string>> = { b: "signed char", B: "unsigned byte integer", h: "signed short integer", H: "unsigned short" };

/** Items are characters. */
export const isText = ({ code }: ItemFormat) => code === "u" || code === "w";

/** The format of a letter; undefined where there is none. */
export function formatOf(rt: Runtime, code: string): ItemFormat | undefined {
  if (code === "w") return rt.profile.dataModules.arrayClear ? WIDE_TEXT : undefined;
  return code === "u" ? TEXT : CODES.includes(code) ? nativeFormats.get(code) : undefined;
}

/** An item as an object, owned. */
export function read(rt: Runtime, array: PyArray, position: number): PyObject {
  const { format, data } = array;
  if (!isText(format)) return readItem(rt, format, data, position * format.size, true);
  const point = pointAt(array, position);
  if (point > LAST_POINT) rt.raise("ValueError", "chr() arg not in range(0x110000)");
  return rt.str(String.fromCodePoint(point));
}

const LAST_POINT = 0x10ffff;

const pointAt = ({ data }: PyArray, position: number) => new DataView(data.buffer, data.byteOffset).getUint32(position * 4, true);

/** The text of an array of characters; ValueError where memory holds none. */
export function textOf(rt: Runtime, array: PyArray): PyObject {
  rt.charge(array.length >> 2);
  const points = Array.from({ length: array.length }, (_, i) => pointAt(array, i));
  const strange = points.find((point) => point > LAST_POINT);
  if (strange !== undefined) rt.raise("ValueError", `character U+${strange.toString(16)} is not in range [U+0000; U+10ffff]`);
  return rt.str(points.map((point) => String.fromCodePoint(point)).join(""));
}

const noCharacter = (rt: Runtime, told: string) => (rt.profile.dataModules.arrayTellsTexts ? told : "array item must be unicode character");
/** How a method for characters refuses other arrays. */
export const notText = (rt: Runtime, name: string) => `${name}() may only be called on unicode type arrays${rt.profile.dataModules.arrayClear ? " ('u' or 'w')" : ""}`;

/** Writes one item; errors as Modules/arraymodule.c words them. */
export function write(rt: Runtime, array: PyArray, position: number, value: PyObject): void {
  const { format } = array;
  const at = position * format.size;
  if (isText(format)) {
    if (!(value instanceof PyStr)) return rt.raise("TypeError", noCharacter(rt, `must be a unicode character, not ${value.type.shownName}`));
    if (value.length !== 1) rt.raise("TypeError", noCharacter(rt, `array item must be a unicode character, not a string of length ${value.length}`));
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
      if (format.size === 4 && fitsLong) rt.raise("OverflowError", `signed integer is ${over ? "greater than maximum" : "less than minimum"}`);
      rt.raise("OverflowError", format.code === "q" ? "int too big to convert" : "Python int too large to convert to C long");
    }
    if (!over) rt.raise("OverflowError", `can't convert negative ${format.code === "Q" ? "int to unsigned" : "value to unsigned int"}`);
    if (format.size === 4) rt.raise("OverflowError", "unsigned int is greater than maximum");
    rt.raise("OverflowError", format.code === "Q" ? "int too big to convert" : "Python int too large to convert to C unsigned long");
  }
  writeInt(format, number, array.data, at, true);
}
