import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** `bool(object)`: `__bool__`, else a length other than 0, else true (PyObject_IsTrue). */
export function truth(rt: Runtime, object: PyObject): boolean {
  if (object === rt.true) return true;
  if (object === rt.false || object === rt.none) return false;
  const { slots } = object.type;
  if (slots.bool) return slots.bool(rt, object);
  if (slots.length) return slots.length(rt, object) > 0;
  return true;
}
