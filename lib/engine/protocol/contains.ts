import { type PyObject, release } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { equal } from "./compare.ts";
import { isSequence, iter, next } from "./iterate.ts";

/** `item in container` (PySequence_Contains): the type's own answer, else a search by iteration. */
export function contains(rt: Runtime, container: PyObject, item: PyObject): boolean {
  const slot = container.type.slots.contains;
  if (slot) return slot(rt, container, item);
  if (!container.type.slots.iter && !isSequence(rt, container)) {
    rt.raise("TypeError", rt.message("notAContainer", container.type.shownName));
  }
  const iterator = iter(rt, container);
  try {
    for (let found = next(rt, iterator); found; found = next(rt, iterator)) {
      rt.charge(1);
      const candidate = found;
      try {
        if (equal(rt, candidate, item)) return true;
      } finally {
        release(candidate);
      }
    }
    return false;
  } finally {
    release(iterator);
  }
}
