import type { Const } from "../compiler/code.ts";
import { IMMORTAL, type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/**
 * The one object of a free-threaded build for this constant of any code, which is immortal (Objects/codeobject.c,
 * intern_one_constant). Takes over the reference to `object`, the constant just made, and gives one.
 */
export function shareConstant(rt: Runtime, constants: Map<string, PyObject>, constant: Const, object: PyObject): PyObject {
  if (object.refs >= IMMORTAL || constant.kind === "code") return object;
  if (constant.kind === "str") {
    release(object);
    return rt.scalars.internConstant(constant.value);
  }
  const key = `${constant.kind} ${keyOf(constant, object)}`;
  const known = constants.get(key);
  if (known) {
    release(object);
    return known;
  }
  rt.heap.collector.untrack(object);
  object.refs = IMMORTAL;
  constants.set(key, object);
  return object;
}

/** Numbers by their bits; what holds constants by which objects these are. */
function keyOf(constant: Const, object: PyObject): string {
  if (constant.kind === "complex") return `${bitsOf(constant.real)} ${bitsOf(constant.imag)}`;
  if (constant.kind === "float") return bitsOf(constant.value);
  if ("value" in constant) return String(constant.value);
  const parts: number[] = [];
  object.edges((item) => parts.push(item.place));
  return parts.join();
}

const bitsOf = (value: number): string => (Object.is(value, -0) ? "-0" : String(value));
