import { classMethod } from "../core/define.ts";
import { type NameSpace, type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyInt } from "./int-object.ts";

/** `list[int]` and its like: an alias of the type. */
export const classGetItem = classMethod("__class_getitem__(cls, object, /)", (rt, [cls, item]) => rt.call(rt.types.GenericAlias, [cls, item]));

/** What `__setstate__` was given, between two bounds (PyLong_AsSsize_t: no `__index__` is asked). */
export function givenPosition(rt: Runtime, state: PyObject, least: number, most: number): number {
  if (!(state instanceof PyInt)) return rt.raise("TypeError", "an integer is required");
  const value = BigInt(state.value);
  if (BigInt.asIntN(64, value) !== value) rt.raise("OverflowError", "Python int too large to convert to C ssize_t");
  return Math.max(Math.min(Number(value), most), least);
}

/** `(maker, (source,), position)`: what makes an iterator again; without a position, one that is at its end. */
export function reducedTo(rt: Runtime, maker: PyObject, source: PyObject, position?: number): PyObject {
  const args = rt.takeTuple([source]);
  return rt.takeTuple(position === undefined ? [retain(maker), args] : [retain(maker), args, rt.int(position)]);
}

/** The built-in `iter`, borrowed. */
export function iterFunction(rt: Runtime): PyObject {
  return (rt.builtins as NameSpace).peekName("iter") ?? rt.raise("AttributeError", "iter");
}

/** `(iter, ([…],))`: a list of what an iterator without a position has left. */
export function reducedToRest(rt: Runtime, copy: PyObject): PyObject {
  return reducedTo(rt, iterFunction(rt), rt.call(rt.types.list, [rt.temp(copy)]));
}
