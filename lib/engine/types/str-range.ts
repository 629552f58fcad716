import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { sliceIndex } from "../protocol/sequence.ts";
import { PyStr } from "./str-object.ts";

/** How an argument of a wrong type is named (_PyArg_BadArgument). */
export function argumentTypeName(rt: Runtime, object: PyObject): string {
  return object === rt.none ? "None" : object.type.shownName;
}

/** A str argument's text. TypeError in the version's words. */
export function textArgument(rt: Runtime, object: PyObject, method: string, position = 1): string {
  if (object instanceof PyStr) return object.value;
  return rt.raise("TypeError", `${method}() argument ${position} must be str, not ${argumentTypeName(rt, object)}`);
}

/** The positions that `start` and `end` arguments mean, negative ones from the end (ADJUST_INDICES); `start` may lie beyond `end`. */
export function searchRange(rt: Runtime, length: number, start: PyObject | undefined, end: PyObject | undefined): [start: number, end: number] {
  const adjust = (part: PyObject | undefined, fallback: number): number => {
    if (part === undefined || part === rt.none) return fallback;
    const position = sliceIndex(rt, part);
    return position < 0 ? Math.max(position + length, 0) : position;
  };
  return [adjust(start, 0), Math.min(adjust(end, length), length)];
}

/** The result of a method that may have changed nothing: the very object then, if it is an exact str. */
export function strResult(rt: Runtime, self: PyObject, text: string): PyObject {
  return self.type === rt.types.str && (self as PyStr).value === text ? retain(self) : rt.str(text);
}
