import { type PyObject, release } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { floatRepr } from "../../types/format/float-text.ts";
import { toFloat } from "../../types/float.ts";
import { PyFloat } from "../../types/float-object.ts";
import { intToFloat, PyInt } from "../../types/int-object.ts";

/** The float that an argument stands for. TypeError for what is no real number, OverflowError for an int too large. */
export function real(rt: Runtime, object: PyObject): number {
  if (object instanceof PyFloat) return object.value;
  if (object instanceof PyInt) return intToFloat(rt, object.value);
  const { slots } = object.type;
  if (!slots.float && !slots.index) rt.raise("TypeError", `must be real number, not ${object.type.shownName}`);
  return toFloat(rt, object);
}

/** What a function says of an argument outside its domain; before 3.14 all say the same. */
export type Domain = "mathNonnegative" | "mathPositive" | "mathUnitClosed" | "mathUnitOpen" | "mathFinite" | "mathAboveMinusOne" | "mathAtLeastOne" | "mathNoPole";

export function domainError(rt: Runtime, domain: Domain, value: number): never {
  return rt.raise("ValueError", rt.message(domain, floatRepr(value)));
}

export function rangeError(rt: Runtime): never {
  return rt.raise("OverflowError", "math range error");
}

/** The result of a special method, owned; null for an exact float, which needs none, and where there is none. */
export function special(rt: Runtime, object: PyObject, name: string): PyObject | null {
  if (object instanceof PyFloat && object.type === rt.types.float) return null;
  return rt.callSpecial(object, name, []);
}

/** Calls back with each item of an iterable, borrowed. */
export function eachItem(rt: Runtime, iterable: PyObject, visit: (item: PyObject) => void): void {
  const iterator = rt.iter(iterable);
  try {
    for (let item = rt.next(iterator); item; item = rt.next(iterator)) {
      try {
        rt.charge(1);
        visit(item);
      } finally {
        release(item);
      }
    }
  } finally {
    release(iterator);
  }
}
