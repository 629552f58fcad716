import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

const running = new WeakMap<Runtime, Set<PyObject>>();

/**
 * Runs `body` unless a repr of the same object is running already; then gives `placeholder`, e.g. `[...]`
 * (Py_ReprEnter, Py_ReprLeave).
 */
export function guardedRepr(rt: Runtime, object: PyObject, placeholder: string, body: () => string): string {
  let objects = running.get(rt);
  if (!objects) running.set(rt, (objects = new Set()));
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
