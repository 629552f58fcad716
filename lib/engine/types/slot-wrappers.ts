import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, CompareOp, SlotName, Slots, Unary } from "../core/slots.ts";
import { PyType } from "../core/type.ts";
import type { Wrap } from "./slot-defs.ts";
import { rareMembers } from "./rare-members.ts";
import { PyStr } from "./str-object.ts";

/*
 * How a slot function is called under its dunder name (wrap_* in Objects/typeobject.c): each checks its arguments and
 * passes them on.
 */

type SlotsOf<F> = { [K in SlotName]-?: NonNullable<Slots[K]> extends F ? (F extends NonNullable<Slots[K]> ? K : never) : never }[SlotName];

function expect(rt: Runtime, args: readonly PyObject[], count: number): void {
  if (args.length !== count) rt.raise("TypeError", `expected ${count} argument${count === 1 ? "" : "s"}, got ${args.length}`);
}

function expectBetween(rt: Runtime, args: readonly PyObject[], min: number, max: number, name = ""): void {
  if (args.length >= min && args.length <= max) return;
  rareMembers.get().refuseBetween(rt, args.length, min, max, name);
}

/** Raises when there are not so many. */
function expectNamed(rt: Runtime, args: readonly PyObject[], count: number, name: string): void {
  if (args.length === count) return;
  rareMembers.get().refuseNamed(rt, args.length, count, name);
}

const none = (rt: Runtime) => retain(rt.none);

export const unary = (slot: SlotsOf<Unary>): Wrap => (rt, slots, self, args) => {
  expect(rt, args, 0);
  return slots[slot]!(rt, self);
};

export const left = (slot: SlotsOf<Binary>): Wrap => (rt, slots, self, args) => {
  expect(rt, args, 1);
  return slots[slot]!(rt, self, args[0]);
};

export const right = (slot: SlotsOf<Binary>): Wrap => (rt, slots, self, args) => {
  expect(rt, args, 1);
  return slots[slot]!(rt, args[0], self);
};

export const getBuffer: Wrap = (rt, slots, self, args) => {
  expectNamed(rt, args, 1, "__buffer__");
  return slots.getBuffer!(rt, self, rareMembers.get().bufferFlags(rt, args[0]));
};

export const releaseBuffer: Wrap = (rt, slots, self, args) => {
  expectNamed(rt, args, 1, "__release_buffer__");
  slots.releaseBuffer!(rt, self, args[0]);
  return none(rt);
};

/** `sequence * count`. */
export const repeated = (slot: "repeat" | "inplaceRepeat"): Wrap => (rt, slots, self, args) => {
  expectNamed(rt, args, 1, "");
  return slots[slot]!(rt, self, args[0]);
};

export const power = (reflected: boolean): Wrap => (rt, slots, self, args) => {
  expectBetween(rt, args, 1, 2);
  const modulus = args.length > 1 && args[1] !== rt.none ? args[1] : null;
  return reflected ? slots.power!(rt, args[0], self, modulus) : slots.power!(rt, self, args[0], modulus);
};

export const compare = (op: CompareOp): Wrap => (rt, slots, self, args) => {
  expect(rt, args, 1);
  return slots.richCompare!(rt, self, args[0], op);
};

export const hash: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 0);
  rt.heap.seedSeen = true;
  return rt.int(slots.hash!(rt, self));
};

export const bool: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 0);
  return rt.bool(slots.bool!(rt, self));
};

export const length: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 0);
  return rt.int(slots.length!(rt, self));
};

export const contains: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 1);
  return rt.bool(slots.contains!(rt, self, args[0]));
};

export const setItem: Wrap = (rt, slots, self, args) => {
  expectNamed(rt, args, 2, "__setitem__");
  slots.setItem!(rt, self, args[0], args[1]);
  return none(rt);
};

export const deleteItem: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 1);
  slots.setItem!(rt, self, args[0], null);
  return none(rt);
};

export const next: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 0);
  return slots.next!(rt, self) ?? rt.raiseWith("StopIteration", []);
};

export const call: Wrap = (rt, slots, self, args, kwnames) => slots.call!(rt, self, args, kwnames);

export const init: Wrap = (rt, slots, self, args, kwnames) => {
  slots.init!(rt, self, args, kwnames);
  return none(rt);
};

export const finalize: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 0);
  slots.finalize!(rt, self);
  return none(rt);
};

function attributeName(rt: Runtime, name: PyObject): string {
  if (name instanceof PyStr) return name.value;
  return rt.raise("TypeError", `attribute name must be string, not '${name.type.shownName}'`);
}

export const getAttribute: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 1);
  return slots.getAttribute!(rt, self, attributeName(rt, args[0]));
};

/** `object.__setattr__(cls, …)` must not get round a built-in base's own rules (hackcheck). */
function checkOwnSetAttribute(rt: Runtime, self: PyObject, owner: PyType, what: string): void {
  let type: PyType | null = self.type;
  while (type?.isHeapType) type = type.base;
  if (type && type.slots.setAttribute !== owner.slots.setAttribute && self instanceof PyType) {
    rt.raise("TypeError", `can't apply this ${what} to ${self.type.shownName} object`);
  }
}

export const setAttribute: Wrap = (rt, slots, self, args, _kwnames, owner) => {
  expectNamed(rt, args, 2, "__setattr__");
  checkOwnSetAttribute(rt, self, owner, "__setattr__");
  slots.setAttribute!(rt, self, attributeName(rt, args[0]), args[1]);
  return none(rt);
};

export const deleteAttribute: Wrap = (rt, slots, self, args, _kwnames, owner) => {
  expect(rt, args, 1);
  checkOwnSetAttribute(rt, self, owner, "__delattr__");
  slots.setAttribute!(rt, self, attributeName(rt, args[0]), null);
  return none(rt);
};

export const descrGet: Wrap = (rt, slots, self, args) => {
  expectBetween(rt, args, 1, 2, "__get__");
  const instance = args[0] === rt.none ? null : args[0];
  const owner = args.length > 1 && args[1] !== rt.none ? args[1] : null;
  if (!instance && !owner) rt.raise("TypeError", "__get__(None, None) is invalid");
  return slots.descrGet!(rt, self, instance, (owner ?? instance!.type) as PyType);
};

export const descrSet: Wrap = (rt, slots, self, args) => {
  expectNamed(rt, args, 2, "__set__");
  slots.descrSet!(rt, self, args[0], args[1]);
  return none(rt);
};

export const descrDelete: Wrap = (rt, slots, self, args) => {
  expect(rt, args, 1);
  slots.descrSet!(rt, self, args[0], null);
  return none(rt);
};

