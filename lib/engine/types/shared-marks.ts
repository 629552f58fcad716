import type { GetSetSpec } from "../core/define.ts";
import { type PyObject, retain, type Visit } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyGetSetDescriptor } from "./descriptors.ts";

/** The descriptors of `__dict__` and `__weakref__` that all classes of a machine share: they are those of `object` (3.15, type_add_common_descriptors). */
export class SharedMarks {
  private readonly made = new Map<GetSetSpec, PyGetSetDescriptor>();

  /** Owned. */
  take(rt: Runtime, spec: GetSetSpec): PyObject {
    let known = this.made.get(spec);
    if (known === undefined) this.made.set(spec, (known = new PyGetSetDescriptor(rt, rt.types.object, spec, true)));
    return retain(known);
  }

  roots(visit: Visit): void {
    for (const mark of this.made.values()) visit(mark);
  }
}
