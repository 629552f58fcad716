import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/**
 * Runs `body` unless a repr of the same object is running already; then gives `placeholder`, e.g. `[...]`
 * (Py_ReprEnter, Py_ReprLeave).
 */
export function guardedRepr(rt: Runtime, object: PyObject, placeholder: string, body: () => string): string {
  const objects = rt.shown;
  if (objects.has(object)) return placeholder;
  rt.enterNative(" while getting the repr of an object");
  objects.add(object);
  try {
    return body();
  } finally {
    objects.delete(object);
    rt.leaveNative();
  }
}
