import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyFrame } from "./frame-object.ts";

/** The write-through view of a function's variables that `frame.f_locals` is (PEP 667; Objects/frameobject.c). */
export class PyFrameLocalsProxy extends PyObject {
  frame: PyFrame | null;

  constructor(rt: Runtime, frame: PyFrame) {
    super(rt.types.FrameLocalsProxy);
    this.frame = retain(frame);
  }

  override edges(visit: Visit): void {
    if (this.frame) visit(this.frame);
  }

  override clear(): void {
    const { frame } = this;
    this.frame = null;
    if (frame) release(frame);
  }
}
