import { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { intToFloat, PyInt } from "./int-object.ts";

/** A double (Objects/floatobject.c). */
export class PyFloat extends PyObject {
  readonly value: number;

  constructor(type: PyType, value: number) {
    super(null);
    const { basicSize } = type;
    const { heap } = type.rt;
    this.type = type;
    this.refs = 1;
    this.size = basicSize;
    this.value = value;
    this.place = type.isHeapType ? heap.allocate(this, basicSize) : heap.allocatePlain(this, basicSize);
  }

  override die(): void {
    const { type } = this;
    if (type.isHeapType) type.rt.heap.deallocate(this);
    else {
      this.refs = 0;
      type.rt.heap.freePlain(this, this.size, this.place);
    }
  }
}

/** The operand of an operation with floats: a float's value, an int's nearest float, else null. OverflowError for an int too large. */
export function floatOperand(rt: Runtime, object: PyObject): number | null {
  if (object instanceof PyFloat) return object.value;
  return object instanceof PyInt ? intToFloat(rt, object.value) : null;
}
