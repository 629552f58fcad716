import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";

/** `isinstance` for one class, without `__instancecheck__` (object_isinstance): the class of the object, else its `__class__`. */
export function isInstance(rt: Runtime, object: PyObject, type: PyObject): boolean {
  if (type instanceof PyType) {
    if (object.type.isSubtypeOf(type)) return true;
    const claimed = rt.getAttributeOrNull(object, "__class__");
    if (!claimed) return false;
    try {
      return claimed !== object.type && claimed instanceof PyType && claimed.isSubtypeOf(type);
    } finally {
      release(claimed);
    }
  }
  checkClass(rt, type, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  const claimed = rt.getAttributeOrNull(object, "__class__");
  if (!claimed) return false;
  try {
    return derivesFrom(rt, claimed, type);
  } finally {
    release(claimed);
  }
}

/** `issubclass` for one class, without `__subclasscheck__` (recursive_issubclass). */
export function isSubclass(rt: Runtime, derived: PyObject, type: PyObject): boolean {
  if (type instanceof PyType && derived instanceof PyType) return derived.isSubtypeOf(type);
  checkClass(rt, derived, "issubclass() arg 1 must be a class");
  checkClass(rt, type, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return derivesFrom(rt, derived, type);
}

function basesOf(rt: Runtime, type: PyObject): PyObject | null {
  const bases = rt.getAttributeOrNull(type, "__bases__");
  if (!bases || bases.type.isSubtypeOf(rt.types.tuple)) return bases;
  release(bases);
  return null;
}

function checkClass(rt: Runtime, type: PyObject, message: string): void {
  const bases = basesOf(rt, type);
  if (!bases) rt.raise("TypeError", message);
  else release(bases);
}

/** Follows `__bases__` of anything that looks like a class (abstract_issubclass). */
function derivesFrom(rt: Runtime, derived: PyObject, type: PyObject): boolean {
  if (derived === type) return true;
  rt.charge(1);
  const bases = basesOf(rt, derived);
  if (!bases) return false;
  try {
    return (bases as PyObject & { readonly items: readonly PyObject[] }).items.some((base) => derivesFrom(rt, base, type));
  } finally {
    release(bases);
  }
}
