import { PyObject, releaseAll, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";

/** `start:stop:step` (Objects/sliceobject.c). */
export class PySlice extends PyObject {
  start: PyObject;
  stop: PyObject;
  step: PyObject;

  /** Takes over the three references. */
  constructor(type: PyType, start: PyObject, stop: PyObject, step: PyObject) {
    super(type);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  override edges(visit: Visit): void {
    visit(this.start);
    visit(this.stop);
    visit(this.step);
  }

  override clear(): void {
    releaseAll([this.start, this.stop, this.step]);
  }

  override get clearable(): boolean {
    return false;
  }
}

/** A slice of borrowed parts. */
export function makeSlice(rt: Runtime, start: PyObject, stop: PyObject, step: PyObject): PySlice {
  return new PySlice(rt.types.slice, retain(start), retain(stop), retain(step));
}
