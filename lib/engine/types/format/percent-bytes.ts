import { type PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { bytesOf } from "../bytes-object.ts";
import { PyStr } from "../str-object.ts";
import { PyTuple } from "../tuple.ts";
import { formatPercent } from "./percent.ts";

/**
 * `bytes % operand`: the conversions of str on texts of the same numbers; `%s` and `%b` take bytes.
 * Differs: keys and `__bytes__` are not looked for, which no program here needs.
 */
export function formatPercentBytes(rt: Runtime, format: Uint8Array, operand: PyObject): Uint8Array {
  const items = operand instanceof PyTuple ? operand.items : [operand];
  // What has items by key may be left without a conversion.
  const isMapping = !(operand instanceof PyTuple || operand instanceof PyStr || bytesOf(operand)) && !!operand.type.slots.getItem;
  const values = isMapping ? operand : rt.temp(rt.takeTuple(items.map((item) => asText(rt, item))));
  let text = "";
  for (const byte of format) text += String.fromCharCode(byte);
  const template = rt.temp(new PyStr(rt.types.str, text.replace(/%([-+ #0]*[0-9*]*(?:\.[0-9*]+)?)b/g, "%$1s")));
  const result = rt.temp(formatPercent(rt, template, values, "bytes")) as PyStr;
  return Uint8Array.from(result.value, (character) => character.charCodeAt(0));
}

function asText(rt: Runtime, item: PyObject): PyObject {
  const bytes = bytesOf(item);
  if (!bytes) {
    if (item instanceof PyStr) rt.raise("TypeError", "%b requires a bytes-like object, or an object that implements __bytes__, not 'str'");
    return retain(item);
  }
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return rt.str(text);
}
