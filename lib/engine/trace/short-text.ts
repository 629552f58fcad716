import type { CodeSpec } from "../compiler/code.ts";
import { CodeFlag } from "../compiler/code.ts";
import type { PyObject } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { PyBytes } from "../types/bytes-object.ts";
import { PyCode } from "../types/code.ts";
import { PyDict } from "../types/dict.ts";
import { PyException } from "../types/exception.ts";
import { PyFrame } from "../types/frame-object.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyList } from "../types/list.ts";
import { PyMethod } from "../types/method.ts";
import { PyModule } from "../types/module.ts";
import { PyRange } from "../types/range.ts";
import { PySet } from "../types/set.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import { textOfValue } from "./value-text.ts";

/** Characters of one text. */
const MOST_CHARACTERS = 60;

/** So much of a text as is shown of it; one that was cut ends with an ellipsis. */
export function cutText(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

/**
 * What an object is, in a few words and without the objects that it refers to: "" where its references say everything.
 * No guest code runs.
 */
export function shortText(object: PyObject): string {
  if (object instanceof PyTuple || object instanceof PyList || object instanceof PyDict || object instanceof PySet) return "";
  if (object instanceof PyStr) return cutText(textOfValue(object));
  if (object instanceof PyBytes) return `b'${[...object.value.subarray(0, MOST_CHARACTERS / 4)].map(byteText).join("")}${object.value.length > MOST_CHARACTERS / 4 ? "…" : ""}'`;
  if (object instanceof PyType) return object.qualname;
  if (object instanceof PyFunction) return cutText(`${nameOf(object.qualname)}${parameters(object.code.spec)}`);
  if (object instanceof PyMethod) return object.func instanceof PyFunction ? nameOf(object.func.qualname) : "";
  if (object instanceof PyCode) return object.spec.qualname;
  if (object instanceof PyBuiltinFunction) return object.spec.name;
  if (object instanceof PyModule) return nameOf(object.dict?.peekName("__name__") ?? null);
  if (object instanceof PyGenerator) return nameOf(object.qualname);
  if (object instanceof PyException) return cutText(`${object.type.name}(${object.args.items.map((item) => textOfValue(item)).join(", ")})`);
  if (object instanceof PyFrame) return object.frame.code.spec.name;
  if (object instanceof PyRange) return rangeText(object);
  const text = textOfValue(object);
  return text.startsWith("<") && text.endsWith(" object>") ? "" : cutText(text);
}

function nameOf(name: PyObject | null): string {
  return name instanceof PyStr ? name.value : "";
}

function byteText(byte: number): string {
  if (byte === 0x27 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
}

function rangeText({ start, stop, step, stride }: PyRange): string {
  const ends = `${textOfValue(start)}, ${textOfValue(stop)}`;
  return stride === 1n ? `range(${ends})` : `range(${ends}, ${textOfValue(step)})`;
}

/** The names of the parameters in the notation of a def. */
function parameters({ varNames, argCount, posOnlyArgCount, kwOnlyArgCount, flags }: CodeSpec): string {
  const names: string[] = varNames.slice(0, argCount);
  if (posOnlyArgCount > 0) names.splice(posOnlyArgCount, 0, "/");
  const keywords = varNames.slice(argCount, argCount + kwOnlyArgCount);
  let at = argCount + kwOnlyArgCount;
  if (flags & CodeFlag.VARARGS) names.push(`*${varNames[at++]}`);
  else if (kwOnlyArgCount > 0) names.push("*");
  names.push(...keywords);
  if (flags & CodeFlag.VARKEYWORDS) names.push(`**${varNames[at]}`);
  return `(${names.join(", ")})`;
}
