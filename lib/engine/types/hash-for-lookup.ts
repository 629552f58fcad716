import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import type { PyStr } from "./str-object.ts";

/**
 * The hash of what is about to be looked up or stored. Versions from 3.14 on say in the TypeError what an unhashable
 * object was to be used as (dict_unhashable_type, set_unhashable_type).
 */
export function hashForLookup(rt: Runtime, key: PyObject, use: "dict key" | "set element"): bigint {
  try {
    return rt.hash(key);
  } catch (error) {
    if (!(error instanceof Raise) || error.exception.type !== rt.types.TypeError || rt.profile.messages.unhashableUse === "") throw error;
    let reason: string;
    try {
      reason = rt.strText(error.exception);
    } finally {
      release(error.exception);
    }
    return rt.raise("TypeError", rt.message("unhashableUse", fullName(key.type), use, reason));
  }
}

/** `module.qualname`, the module left out for builtins and `__main__` (PyType_GetFullyQualifiedName). */
export function fullName(type: PyType): string {
  const module = type.isHeapType ? (type.dict.get("__module__") as PyStr | undefined)?.value : type.spec?.module;
  return module && module !== "builtins" && module !== "__main__" ? `${module}.${type.qualname}` : type.qualname;
}
