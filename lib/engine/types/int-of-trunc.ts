import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { deprecations } from "../protocol/deprecations.ts";
import { indexObject } from "../protocol/number.ts";
import { exactInt } from "./int-object.ts";

/** `int()` of what has only a `__trunc__` (PyNumber_Long); owned. */
export function intOfTrunc(rt: Runtime, object: PyObject): PyObject {
  deprecations.get().warnOfTrunc(rt);
  const result = rt.temp(rt.callSpecial(object, "__trunc__", []) ?? retain(rt.none));
  if (!result.type.slots.index) rt.raise("TypeError", `__trunc__ returned non-Integral (type ${result.type.shownName})`);
  return exactInt(rt, rt.temp(indexObject(rt, result)));
}
