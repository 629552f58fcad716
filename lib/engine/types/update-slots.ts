import { type SlotName, type Slots, SlotTable } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { PyNewFunction } from "./builtin-function.ts";
import { PyMethodDescriptor, PyWrapperDescriptor } from "./descriptors.ts";
import { DEFS_BY_DUNDER, DEFS_BY_SLOT } from "./slot-defs.ts";
import { GENERIC_SLOTS } from "./slot-functions.ts";

/**
 * Fills the slots of a heap type from the dunder methods that its resolution order finds (fixup_slot_dispatchers): a
 * built-in type's own function where nothing overrides it, else one that calls the method. Where the order is that of its
 * only base behind the class itself, only the names that the class defines make a difference (inherit_slots).
 */
export function fillSlots(type: PyType): void {
  const [base] = type.bases;
  if (type.bases.length > 1 || type.mro.length !== base.mro.length + 1 || !base.mro.every((each, i) => each === type.mro[i + 1])) {
    type.slots = resolveAll(type);
    return;
  }
  type.slots = SlotTable.from(slotsForHeirs(base), {});
  for (const name of type.dict.keys()) for (const slot of slotsNamed(name)) renewSlot(type, slot);
}

function resolveAll(type: PyType): SlotTable {
  const slots = new SlotTable();
  for (const slot of DEFS_BY_SLOT.keys()) copySlot(slots, slot, resolveSlot(type, slot));
  copySlot(slots, "new", resolveNew(type));
  return slots;
}

/** The slots of a class that adds nothing to this base. A built-in type has others of its own, and never changes. */
function slotsForHeirs(base: PyType): SlotTable {
  if (base.isHeapType) return base.slots;
  base.slotsForHeirs ??= resolveAll(base);
  return base.slotsForHeirs;
}

/** A class attribute has changed: renews the slots that the name stands for, in the class and all that derive from it (update_slot). */
export function updateSlots(type: PyType, dunder: string): void {
  const names = slotsNamed(dunder);
  if (names.length === 0) return;
  const renew = (target: PyType) => {
    for (const name of names) renewSlot(target, name);
    for (const derived of target.subclasses) if (derived.isHeapType) renew(derived);
  };
  renew(type);
}

const NO_SLOTS: readonly SlotName[] = [];

/** The slots that a dunder name stands for. */
function slotsNamed(dunder: string): readonly SlotName[] {
  if (dunder === "__new__") return ["new"];
  return DEFS_BY_DUNDER.get(dunder)?.map((def) => def.slot) ?? NO_SLOTS;
}

function renewSlot(type: PyType, slot: SlotName): void {
  copySlot(type.slots, slot, slot === "new" ? resolveNew(type) : resolveSlot(type, slot));
}

function copySlot<K extends SlotName>(slots: Slots, name: K, value: Slots[K] | undefined): void {
  slots[name] = value;
}

/** What one slot becomes (update_one_slot). */
function resolveSlot<K extends SlotName>(type: PyType, name: K): Slots[K] | undefined {
  let specific: Slots[K] | undefined;
  let useGeneric = false;
  for (const def of DEFS_BY_SLOT.get(name)!) {
    const found = type.peek(def.dunder);
    if (!found) continue;
    if (found instanceof PyWrapperDescriptor && found.def.dunder === def.dunder && type.isSubtypeOf(found.owner)) {
      // The wrapper of a twin slot, as list.__add__ is of `concat`, says nothing about this one.
      if (found.def.slot !== name) continue;
      const own = found.slots[name];
      if (specific === undefined || specific === own) specific = own;
      else useGeneric = true;
    } else if (found instanceof PyMethodDescriptor && found.owner.spec?.coexisting?.includes(def.dunder) && type.isSubtypeOf(found.owner)) {
      // CPython would call the method, which does the same.
      specific = found.owner.slots[name];
    } else if (name === "hash" && found === type.rt.none) return null as Slots[K];
    else useGeneric = true;
  }
  return useGeneric ? GENERIC_SLOTS[name] : specific;
}

function resolveNew(type: PyType): Slots["new"] {
  const found = type.peek("__new__");
  return found instanceof PyNewFunction ? found.owner.slots.new : GENERIC_SLOTS.new;
}
