import { type PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { PyType } from "../core/type.ts";

/** The class whose structure an instance really has: the nearest that adds fields of its own (solid_base). */
export function solidBase(type: PyType): PyType {
  const { base } = type;
  if (!base) return type;
  const solid = solidBase(base);
  const grows = type.isHeapType ? type.slotCount > base.slotCount : type.basicSize !== base.basicSize || type.allocateInstance !== base.allocateInstance;
  return grows ? type : solid;
}

/** The base whose layout a class with these bases gets. TypeError for a base that forbids it and for two layouts that do not fit (best_base). */
export function bestBase(rt: Runtime, bases: readonly PyObject[]): PyType {
  let winner: PyType | null = null;
  let best: PyType | null = null;
  for (const base of bases) {
    if (!(base instanceof PyType)) return rt.raise("TypeError", "bases must be types");
    if (!base.isBaseType) rt.raise("TypeError", `type '${base.shownName}' is not an acceptable base type`);
    const candidate = solidBase(base);
    if (!winner || !best) {
      winner = candidate;
      best = base;
    } else if (!winner.isSubtypeOf(candidate)) {
      if (!candidate.isSubtypeOf(winner)) rt.raise("TypeError", "multiple bases have instance lay-out conflict");
      winner = candidate;
      best = base;
    }
  }
  return best!;
}

/** Whether an instance of one class may become one of the other (compatible_for_assignment). */
export function sameLayout(a: PyType, b: PyType): boolean {
  if (a.hasDict !== b.hasDict || a.hasWeakrefs !== b.hasWeakrefs || a.slotCount !== b.slotCount) return false;
  const left = solidBase(a);
  const right = solidBase(b);
  return left === right || (left.slotCount === right.slotCount && left.isHeapType && right.isHeapType && left.base === right.base && sameSlotNames(left, right));
}

function sameSlotNames(a: PyType, b: PyType): boolean {
  const names = (type: PyType) => [...type.dict].filter(([, value]) => value.type === type.rt.types.member_descriptor).map(([name]) => name).join();
  return names(a) === names(b);
}

/** The most derived metatype of the bases and the one given. TypeError when there is none (_PyType_CalculateMetaclass). */
export function calculateMetaclass(rt: Runtime, metatype: PyType, bases: readonly PyObject[]): PyType {
  let winner = metatype;
  for (const { type } of bases) {
    if (winner.isSubtypeOf(type)) continue;
    if (type.isSubtypeOf(winner)) winner = type;
    else rt.raise("TypeError", "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases");
  }
  return winner;
}
