import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";

/** Reading what gives access to the inside of a program is an event (PY_AUDIT_READ in Include/descrobject.h). */
export function auditRead(rt: Runtime, self: PyObject, name: string): void {
  rt.audit("object.__getattr__", () => [retain(self), rt.str(name)]);
}

/** So is setting or, with null, deleting it. */
export function auditWrite(rt: Runtime, self: PyObject, name: string, value: PyObject | null): void {
  if (value) rt.audit("object.__setattr__", () => [retain(self), rt.str(name), retain(value)]);
  else rt.audit("object.__delattr__", () => [retain(self), rt.str(name)]);
}
