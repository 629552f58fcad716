import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { truthOfResult } from "./compare.ts";
import { isInstance, isSubclass } from "./instance-check.ts";

type Test = (rt: Runtime, object: PyObject, cls: PyObject) => boolean;

/** `isinstance(object, cls)`: classes, tuples of them, and whatever has `__instancecheck__` (object_recursive_isinstance). */
export function testInstance(rt: Runtime, object: PyObject, cls: PyObject): boolean {
  if (object.type === cls) return true;
  if (cls.type === rt.types.type) return isInstance(rt, object, cls);
  return testSpecial(rt, object, cls, "__instancecheck__", testInstance, isInstance);
}

/** `issubclass(derived, cls)` (object_issubclass). */
export function testSubclass(rt: Runtime, derived: PyObject, cls: PyObject): boolean {
  if (cls.type === rt.types.type) return derived === cls || isSubclass(rt, derived, cls);
  return testSpecial(rt, derived, cls, "__subclasscheck__", testSubclass, isSubclass);
}

function testSpecial(rt: Runtime, object: PyObject, cls: PyObject, dunder: string, test: Test, plain: Test): boolean {
  if (cls.type.isSubtypeOf(rt.types.tuple)) {
    const { items } = cls as PyObject & { readonly items: readonly PyObject[] };
    rt.enterNative(` in ${dunder}`);
    try {
      return items.some((item) => test(rt, object, item));
    } finally {
      rt.leaveNative();
    }
  }
  const found = cls.type.peek(dunder) ? rt.callSpecial(cls, dunder, [object]) : null;
  return found ? truthOfResult(rt, found) : plain(rt, object, cls);
}

/** `format(value, spec)` as an owned str. */
export function formatWith(rt: Runtime, value: PyObject, spec: PyObject): PyObject {
  const result = rt.callSpecial(value, "__format__", [spec]);
  if (!result) return rt.raise("TypeError", `Type ${value.type.shownName} doesn't define __format__`);
  if (result.type.isSubtypeOf(rt.types.str)) return result;
  const { shownName } = result.type;
  release(result);
  return rt.raise("TypeError", rt.message("formatNotText", value.type.shownName, shownName));
}
