import type { Runtime } from "../core/runtime.ts";
import type { PyType } from "../core/type.ts";
import { PyMethodDescriptor } from "./descriptors.ts";
import { rareMembers } from "./rare-members.ts";

/** The C3 linearisation of a class and its bases, borrowed references, the class first. TypeError when there is none (mro_implementation). */
export function linearize(rt: Runtime, type: PyType, bases: readonly PyType[]): PyType[] {
  for (let i = 0; i < bases.length; i++) {
    if (bases.indexOf(bases[i]) !== i) rt.raise("TypeError", `duplicate base class ${bases[i].name}`);
  }
  if (bases.length === 1) return [type, ...bases[0].mro];
  const result: PyType[] = [type];
  const lists = [...bases.map((base) => base.mro), [...bases]];
  const heads = lists.map(() => 0);
  for (;;) {
    const open = lists.filter((list, i) => heads[i] < list.length).length;
    if (open === 0) return result;
    rt.charge(lists.length);
    const next = nextCandidate(rt, lists, heads);
    if (!next) return raiseConflict(rt, lists, heads);
    result.push(next);
    lists.forEach((list, i) => {
      if (list[heads[i]] === next) heads[i]++;
    });
  }
}

/** The first head that is in no list's tail. */
function nextCandidate(rt: Runtime, lists: readonly (readonly PyType[])[], heads: readonly number[]): PyType | null {
  for (let i = 0; i < lists.length; i++) {
    const candidate = lists[i][heads[i]];
    rt.charge(lists.length >> 2);
    if (candidate && !lists.some((list, j) => list.indexOf(candidate, heads[j] + 1) > 0)) return candidate;
  }
  return null;
}

function raiseConflict(rt: Runtime, lists: readonly (readonly PyType[])[], heads: readonly number[]): never {
  const names = new Set<PyType>();
  lists.forEach((list, i) => {
    if (heads[i] < list.length) names.add(list[heads[i]]);
  });
  const text = [...names].map((type) => type.name).join(", ");
  return rt.raise("TypeError", rt.message("mroConflict", text));
}

/** The resolution order, from the metaclass's `mro()` when it has one of its own; borrowed references (mro_invoke). */
export function resolutionOrder(rt: Runtime, type: PyType): PyType[] {
  const own = type.type.peek("mro");
  return !own || own instanceof PyMethodDescriptor ? linearize(rt, type, type.bases) : rareMembers.get().givenOrder(rt, type);
}
