import { nativeFunction } from "../core/define.ts";
import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { collectItems } from "../protocol/iterate.ts";
import { PyFrozenSet } from "../types/frozenset.ts";
import { PyStr } from "../types/str-object.ts";

/** Whether a function is marked as abstract (_PyObject_IsAbstract). */
function isAbstract(rt: Runtime, value: PyObject): boolean {
  const mark = rt.getAttributeOrNull(value, "__isabstractmethod__");
  if (mark === null) return false;
  try {
    return rt.truth(mark);
  } finally {
    release(mark);
  }
}

/** The names that a base leaves to be defined; those of a set by name, so that its order is seen by nobody. */
function namesOf(rt: Runtime, base: PyObject): PyStr[] {
  const names = rt.getAttributeOrNull(base, "__abstractmethods__");
  if (names === null) return [];
  const items = names instanceof PyFrozenSet ? names.table.entries().map(({ key }) => key) : collectItems(rt, names).map((item) => rt.temp(item));
  rt.temp(names);
  const texts = items.filter((item) => item instanceof PyStr);
  rt.charge(texts.length);
  return names instanceof PyFrozenSet ? texts.sort((a, b) => (a.value < b.value ? -1 : 1)) : texts;
}

/** What a class leaves to be defined: its own abstract methods, and those of its bases that are still so (compute_abstract_methods in Modules/_abc.c). */
function abstractNames(rt: Runtime, cls: PyType): PyObject {
  const abstract: PyObject[] = [];
  rt.charge(cls.dict.size);
  for (const [name, value] of [...cls.dict]) if (isAbstract(rt, value)) abstract.push(rt.temp(rt.intern(name)));
  for (const base of cls.bases) {
    for (const name of namesOf(rt, base)) {
      const value = rt.getAttributeOrNull(cls, name.value);
      if (value !== null && isAbstract(rt, rt.temp(value))) abstract.push(name);
    }
  }
  return PyFrozenSet.from(rt, abstract);
}

export const abstractNamesFunction = nativeFunction("_abstract_names(cls, /)", (rt, [cls]) => abstractNames(rt, cls as PyType));
