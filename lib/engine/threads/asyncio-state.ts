import type { NameSpace, PyObject } from "../core/object.ts";
import { PyMemberDescriptor } from "../types/descriptors.ts";
import { PyModule } from "../types/module.ts";
import { PySet } from "../types/set.ts";
import { PyWeakRef } from "../types/weakref.ts";
import type { Machine } from "../vm/machine.ts";

// What the modelled `asyncio` (lib/engine/python/asyncio) keeps in its own structures. Looking runs no guest code and changes no count.

/** The value of an attribute of this instance or of one of its slots, borrowed. What only the class has is null. */
export function peekField(object: PyObject, name: string): PyObject | null {
  const { attributes, slotValues, type } = object;
  const value = attributes?.values?.get(name) ?? attributes?.dict?.peekName(name) ?? null;
  if (value !== null || slotValues === null) return value;
  for (const base of type.mro) {
    const member = base.isHeapType ? base.dict.get(name) : undefined;
    if (member instanceof PyMemberDescriptor) return slotValues[member.index] ?? null;
  }
  return null;
}

/** A global name of a module that was imported, borrowed; else null. */
export function peekGlobal(vm: Machine, module: string, name: string): PyObject | null {
  const found = vm.modules.peekName(module);
  return found instanceof PyModule ? ((found.dict as NameSpace | null)?.peekName(name) ?? null) : null;
}

/** The tasks that are not done, in no particular order. */
export function scheduledTasks(vm: Machine): PyObject[] {
  const scheduled = peekGlobal(vm, "asyncio.tasks", "_scheduled");
  const data = scheduled && peekField(scheduled, "data");
  if (!(data instanceof PySet)) return [];
  return data.table.places.flatMap((place) => {
    const task = place !== null && place !== "dummy" && place.key instanceof PyWeakRef ? place.key.referent : null;
    return task ?? [];
  });
}
