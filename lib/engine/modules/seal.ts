import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import { PyType } from "../core/type.ts";
import { PyStr } from "../types/str-object.ts";
import type { Machine } from "../vm/machine.ts";

/** What a class statement leaves in the namespace, and CPython's types do not have. */
const TRACES = ["__slots__", "__weakref__", "__firstlineno__", "__static_attributes__"];

/**
 * Makes a class of a Python half look like the one that CPython writes in C: it cannot be changed, error texts name its
 * module, `dir` leaves out what only the half uses, and it has the size of CPython's structure, in bytes as 3.10 has it.
 */
const sealFunction = nativeFunction("_seal(cls, size, item_size=0, tracked=True, final=False)", (rt, [cls, size, itemSize, tracked, final]) => {
  if (!(cls instanceof PyType)) return rt.raise("TypeError", `_seal() seals classes, not ${cls.type.shownName}`);
  const module = cls.dict.get("__module__");
  cls.isImmutable = true;
  cls.sealedName = module instanceof PyStr && module.value !== "builtins" ? `${module.value}.${cls.qualname}` : cls.qualname;
  const { structSizes } = rt.profile;
  const changed = structSizes.get(cls.shownName);
  cls.basicSize = changed?.basic ?? Number(rt.index(size));
  cls.itemSize = changed?.item ?? (itemSize ? Number(rt.index(itemSize)) : 0);
  if (tracked) cls.isCollected = rt.truth(tracked);
  if (final) cls.isBaseType = !rt.truth(final);
  cls.hasManagedDict = false;
  cls.hasPreHeader = false;
  cls.sharedKeys = null;
  cls.countsInstances = false;
  for (const name of cls.isOnHeap ? TRACES : [...TRACES, "__module__"]) if (cls.dict.has(name)) cls.delete(name);
  return retain(rt.none);
});

/** `_seal`, as a Python half of this module knows it. */
export const sealFor = (module: string) => (vm: Machine): Record<string, PyObject> => ({ _seal: vm.importer.makeFunction(sealFunction, module) });
