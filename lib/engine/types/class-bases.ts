import { type PyObject, release, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";
import { bestBase, sameLayout, solidBase } from "./class-layout.ts";
import { isBaseOf } from "./mro-given.ts";
import { resolutionOrder } from "./mro.ts";
import { PyTuple } from "./tuple.ts";
import { fillSlots } from "./update-slots.ts";

/** A class whose resolution order was changed; the orders are owned. */
interface Reordered {
  readonly type: PyType;
  readonly before: PyType[];
  readonly after: PyType[];
}

/**
 * Gives a class other bases, and it and all that derive from it other resolution orders; if one of these fails, nothing
 * has changed. A metaclass's `mro()` may do the same meanwhile: then its bases stay (type_set_bases).
 */
export function replaceBases(rt: Runtime, type: PyType, value: PyObject): void {
  const bases = checkedBases(rt, type, value);
  const best = bestBase(rt, bases);
  if (type.base) checkLayout(rt, best, type.base);
  const old = type.bases.map(retain) as PyType[];
  const oldBase = type.base ? (retain(type.base) as PyType) : null;
  const changed: Reordered[] = [];
  type.setBases(bases, best);
  try {
    reorder(rt, type, changed);
    if (type.bases === bases) tellBases(type, old);
  } catch (error) {
    for (const each of changed) if (each.type.mro === each.after) each.type.setMro(each.before);
    if (type.bases === bases) type.setBases([...old], oldBase);
    throw error;
  } finally {
    for (const { before, after } of changed) {
      releaseAll(before);
      releaseAll(after);
    }
    releaseAll(old);
    if (oldBase) release(oldBase);
  }
}

/** Instances must stay what they are: TypeError where the new base gives them another structure (compatible_for_assignment). */
function checkLayout(rt: Runtime, best: PyType, base: PyType): void {
  const { looseBases } = rt.profile.classes;
  const differ = (what: string): never => rt.raise("TypeError", `__bases__ assignment: '${best.shownName}' ${what} differs from '${base.shownName}'`);
  if (!looseBases && best.isCollected !== base.isCollected) differ("deallocator");
  if (looseBases ? solidBase(best) !== solidBase(base) : !sameLayout(best, base)) differ("object layout");
}

function checkedBases(rt: Runtime, type: PyType, value: PyObject): PyType[] {
  if (!(value instanceof PyTuple)) return rt.raise("TypeError", `can only assign tuple to ${type.name}.__bases__, not ${value.type.shownName}`);
  if (value.items.length === 0) rt.raise("TypeError", `can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  for (const base of value.items) {
    if (!(base instanceof PyType)) return rt.raise("TypeError", `${type.name}.__bases__ must be tuple of classes, not '${base.type.shownName}'`);
    if (base.isSubtypeOf(type) || isBaseOf(type, base)) rt.raise("TypeError", "a __bases__ item causes an inheritance cycle");
  }
  return [...value.items] as PyType[];
}

/** Renews the resolution orders of a class and of those that derive from it (mro_hierarchy). One that was renewed meanwhile stays. */
function reorder(rt: Runtime, type: PyType, changed: Reordered[]): void {
  const before = type.mro.map(retain) as PyType[];
  const current = type.mro;
  let after: PyType[];
  try {
    after = resolutionOrder(rt, type).map(retain) as PyType[];
  } catch (error) {
    releaseAll(before);
    throw error;
  }
  changed.push({ type, before, after });
  if (type.mro !== current) return;
  type.setMro(after);
  for (const derived of [...type.subclasses]) reorder(rt, derived, changed);
}

/** Tells the old bases and the new ones, and renews the slots. */
function tellBases(type: PyType, old: readonly PyType[]): void {
  for (const each of old) each.removeSubclass(type);
  for (const each of type.bases) each.addSubclass(type);
  renewSlots(type);
}

function renewSlots(type: PyType): void {
  fillSlots(type);
  for (const derived of type.subclasses) renewSlots(derived);
}
