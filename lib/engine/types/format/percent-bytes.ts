import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { asciiText } from "../../protocol/repr.ts";
import { indexObject } from "../../protocol/number.ts";
import { forgetTypeError } from "./percent.ts";
import { bytesOf, FULL_READ_ONLY, isBytes } from "../bytes-object.ts";
import { PyStr } from "../str-object.ts";
import { PyInt, takeIntValue } from "../int-object.ts";
import { Arguments, type PercentDialect, percentText } from "./percent.ts";

/** Bytes as the text of the same numbers, and back. */
const asText = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
const asBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** `%` of bytes and bytearray (Objects/bytesobject.c). */
const bytesDialect: PercentDialect = {
  what: "bytes",
  key: (rt, text) => rt.bytes(asBytes(text)),
  text: (rt, value, type, values) => (type === "s" || type === "b" ? asText(bytesFor(rt, value, values)) : type === "r" || type === "a" ? asciiText(rt, value) : null),
  character: byteOf,
  isText: (operand) => operand instanceof PyStr || bytesOf(operand, FULL_READ_ONLY) !== null,
  notFloat: "percentBytesFloat",
};

export function formatPercentBytes(rt: Runtime, format: Uint8Array, operand: PyObject): Uint8Array {
  return asBytes(percentText(rt, Array.from(asText(format)), new Arguments(rt, operand, bytesDialect)));
}

/** What `%b` writes: a buffer, or what `__bytes__` gives (format_obj). */
function bytesFor(rt: Runtime, value: PyObject, values: Arguments): Uint8Array {
  const made = bytesOf(value, FULL_READ_ONLY) ? null : rt.callSpecial(value, "__bytes__", []);
  const bytes = bytesOf(made ? rt.temp(made) : value, FULL_READ_ONLY);
  if (bytes) return bytes;
  if (made) return rt.raise("TypeError", rt.message("bytesNotBytes", value.type.shownName, made.type.shownName));
  return rt.raise("TypeError", values.shown + rt.message("percentBytes", value.type.shownName));
}

function byteOf(rt: Runtime, value: PyObject, values: Arguments): string {
  const bytes = isBytes(value) ? value.value : null;
  if (bytes?.length === 1) return asText(bytes);
  if (bytes) return rt.raise("TypeError", values.shown + rt.message("percentByte", `a ${value.type.shownName} object of length ${bytes.length}`));
  if (!value.type.slots.index) return rt.raise("TypeError", values.shown + rt.message("percentByte", value.type.shownName));
  let code = 0n;
  try {
    code = value instanceof PyInt ? value.value : takeIntValue(indexObject(rt, value));
  } catch (error) {
    if (!rt.profile.memberRules.byteHidesErrors) throw error;
    forgetTypeError(rt, error);
    rt.raise("TypeError", values.shown + rt.message("percentByte", value.type.shownName));
  }
  if (code < 0n || code > 255n) rt.raise("OverflowError", values.shown + rt.message("percentCharacterRange", "256"));
  return String.fromCharCode(Number(code));
}
