import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { callSpecial } from "../protocol/call.ts";
import { solidBase } from "./class-layout.ts";

/** `isSubtypeOf` along the bases, for a class whose resolution order is not set yet (type_is_subtype_base_chain). */
export function isBaseOf(base: PyType, type: PyType): boolean {
  for (let current: PyType | null = type; current; current = current.base) if (current === base) return true;
  return false;
}

/** The resolution order that the metaclass's own `mro()` gives; borrowed references (mro_check). */
export function givenOrder(rt: Runtime, type: PyType): PyType[] {
  const result = callSpecial(rt, type, "mro", [])!;
  const tuple = rt.temp(rt.call(rt.types.tuple, [rt.temp(result)])) as PyObject & { readonly items: readonly PyObject[] };
  if (tuple.items.length === 0) rt.raise("TypeError", "type MRO must not be empty");
  const solid = solidBase(type);
  return tuple.items.map((item) => {
    if (!(item instanceof PyType)) return rt.raise("TypeError", rt.message("mroNoClass", type.name, item.type.shownName));
    if (!isBaseOf(solidBase(item), solid)) rt.raise("TypeError", rt.message("mroLayout", type.name, item.shownName));
    return item;
  });
}
