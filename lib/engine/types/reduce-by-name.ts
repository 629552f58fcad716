import { type FunctionSpec, method } from "../core/define.ts";
import { type NameSpace, type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** How an attribute of something is pickled: as `getattr(owner, name)`; takes over the name. */
export function reduceByName(rt: Runtime, owner: PyObject, name: PyObject): PyObject {
  const getattr = (rt.builtins as NameSpace).peekName("getattr") as PyObject;
  return rt.takeTuple([retain(getattr), rt.takeTuple([retain(owner), name])]);
}

/** A `__reduce__` that pickles so (method___reduce__ in Objects/classobject.c, descr_reduce). */
export const reducedByName = (ownerOf: (self: PyObject) => PyObject, nameOf: (rt: Runtime, self: PyObject) => PyObject): FunctionSpec =>
  method("__reduce__(self, /)", (rt, [self]) => reduceByName(rt, ownerOf(self), nameOf(rt, self)));
