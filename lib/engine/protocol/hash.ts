import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** `hash(object)` as a 64-bit signed number. TypeError for an unhashable type (PyObject_Hash). */
export function hash(rt: Runtime, object: PyObject): bigint {
  const slot = object.type.slots.hash;
  if (!slot) return rt.raise("TypeError", `unhashable type: '${object.type.shownName}'`);
  return slot(rt, object);
}

/** The hash of an object that equals only itself: its address, low bits turned to the top because they are always 0 (Py_HashPointer). */
export function pointerHash(object: PyObject): bigint {
  const address = BigInt(object.address);
  return BigInt.asIntN(64, (address >> 4n) | (address << 60n));
}
