import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** TypeError for what cannot make annotations (func_set_annotate, type_set_annotate). */
export function checkAnnotate(rt: Runtime, value: PyObject): void {
  if (value !== rt.none && !value.type.slots.call) rt.raise("TypeError", "__annotate__ must be callable or None");
}

/** The annotations as values, which an annotate function makes (PEP 649); owned. */
export function callAnnotate(rt: Runtime, annotate: PyObject): PyObject {
  const format = rt.temp(rt.int(1));
  const made = rt.call(annotate, [format]);
  if (made.type.isSubtypeOf(rt.types.dict)) return made;
  const { shownName } = made.type;
  release(made);
  return rt.raise("TypeError", rt.message("annotateNotDict", shownName));
}
