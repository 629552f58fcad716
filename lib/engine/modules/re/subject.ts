import { type PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { bytesOf, QUIETLY } from "../../types/bytes-object.ts";
import { PyStr } from "../../types/str-object.ts";
import type { Units } from "./matcher.ts";

/** A text or bytes that is searched, as numbers. */
export interface Subject {
  readonly object: PyObject;
  readonly isText: boolean;
  readonly units: Units;
}

/** Strings do not change, so their numbers are kept as long as they live. */
const known = new WeakMap<PyStr, Units>();

function unitsOf(rt: Runtime, text: PyStr): Units {
  const kept = known.get(text);
  if (kept) return kept;
  rt.charge(text.length >> 3);
  const points = text.kind === "astral" ? text.points() : null;
  const units = points ? Uint32Array.from(points, (c) => c.codePointAt(0) as number) : Uint16Array.from({ length: text.length }, (_, i) => text.value.charCodeAt(i));
  known.set(text, units);
  return units;
}

/** A str or bytes-like object as a subject; TypeError for another, or for the other kind than the pattern's. */
export function subjectOf(rt: Runtime, object: PyObject, patternIsText: boolean | null): Subject {
  const bytes = bytesOf(object, QUIETLY);
  if (!(object instanceof PyStr) && !bytes) rt.raise("TypeError", rt.message("regexSubject", object.type.shownName));
  const isText = object instanceof PyStr;
  if (patternIsText === true && !isText) rt.raise("TypeError", "cannot use a string pattern on a bytes-like object");
  if (patternIsText === false && isText) rt.raise("TypeError", "cannot use a bytes pattern on a string-like object");
  return { object, isText, units: isText ? unitsOf(rt, object) : (bytes as Uint8Array) };
}

/** A part of a subject, as the same kind of object; the whole of an exact str or bytes is that object. */
export function sliceOfSubject(rt: Runtime, subject: Subject, start: number, end: number): PyObject {
  const { object, units } = subject;
  if (object instanceof PyStr) {
    if (start === 0 && end === object.length && object.type === rt.types.str) return retain(object);
    return rt.str(start < end ? object.slice(start, end) : "");
  }
  if (start === 0 && end === units.length && object.type === rt.types.bytes) return retain(object);
  return rt.bytes(start < end ? Uint8Array.from({ length: end - start }, (_, i) => units[start + i]) : new Uint8Array());
}
