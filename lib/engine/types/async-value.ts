import { defineType } from "../core/define.ts";
import { PyObject, release, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** A value that an asynchronous generator yields to its consumer, told apart from what it awaits (_PyAsyncGenWrappedValue). */
export class PyAsyncValue extends PyObject {
  value: PyObject | null;

  constructor(rt: Runtime, value: PyObject) {
    super(rt.types.async_generator_wrapped_value);
    this.value = retain(value);
  }

  override edges(visit: Visit): void {
    if (this.value) visit(this.value);
  }

  override clear(): void {
    const { value } = this;
    this.value = null;
    if (value) release(value);
  }
}

export const asyncValueSpec = defineType({ name: "async_generator_wrapped_value", basicSize: 24, collected: true, baseType: false, slots: {} });
