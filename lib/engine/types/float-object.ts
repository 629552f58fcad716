import { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { intToFloat, PyInt } from "./int-object.ts";

/** A double (Objects/floatobject.c). */
export class PyFloat extends PyObject {
  readonly value: number;

  constructor(type: PyType, value: number) {
    super(type);
    this.value = value;
  }
}

/** The operand of an operation with floats: a float's value, an int's nearest float, else null. OverflowError for an int too large. */
export function floatOperand(rt: Runtime, object: PyObject): number | null {
  if (object instanceof PyFloat) return object.value;
  return object instanceof PyInt ? intToFloat(rt, object.value) : null;
}
