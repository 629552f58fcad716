import { defineType, type TypeSpec } from "../core/define.ts";
import type { SlotName, Slots } from "../core/slots.ts";
import { Lazy } from "../lazy/lazy.ts";
import { baseExceptionSpec } from "./exception.ts";
import { PyByteArray } from "./bytes-object.ts";
import { PyComplex } from "./complex-object.ts";

/** Types that few programs have an object of: their declarations, as the chunk has them. */
export const rareTypes = new Lazy<Readonly<Record<RareType, TypeSpec>>>("rare");

type RareType = "asyncSend" | "asyncThrow" | "asyncGenerator" | "baseExceptionGroup" | "bytearray" | "complex" | "frameLocalsProxy" | "frozenDict" | "memoryView" | "memoryIterator" | "sentinel";

type Work = (...args: readonly unknown[]) => unknown;

/** What the core knows of such a type: its shape, and the names of its slots, each of which does what the chunk's does. */
function rareType(name: RareType, shape: Omit<TypeSpec, "slots">, ...slotNames: readonly SlotName[]): TypeSpec {
  const whole = (): TypeSpec => rareTypes.get()[name];
  const slots = Object.fromEntries(slotNames.map((slot): [SlotName, Work] => [slot, (...args) => (whole().slots[slot] as Work)(...args)])) as Slots;
  return defineType({ allocate: (type) => (whole().allocate as NonNullable<TypeSpec["allocate"]>)(type), ...shape, slots, more: whole });
}

/** What `except*` takes apart (PEP 654). */
export const baseExceptionGroupSpec = rareType(
  "baseExceptionGroup", { name: "BaseExceptionGroup", base: baseExceptionSpec, addedSize: 16, allocate: baseExceptionSpec.allocate, when: (rt) => rt.profile.syntax.exceptStar },
  "new", "str",
);

export const rareTypeSpecs: readonly TypeSpec[] = [
  rareType("asyncSend", { name: "async_generator_asend", basicSize: 40, collected: true, baseType: false }, "await", "iter", "next", "finalize"),
  rareType("asyncThrow", { name: "async_generator_athrow", basicSize: 40, collected: true, baseType: false }, "await", "iter", "next", "finalize"),
  rareType("asyncGenerator", { name: "async_generator", basicSize: 112, collected: true, hasWeakrefs: true, baseType: false }, "repr", "asyncIter", "asyncNext", "finalize"),
  rareType(
    "bytearray", { name: "bytearray", basicSize: 56, allocate: (type) => new PyByteArray(type, new Uint8Array(0)) },
    "new", "init", "repr", "str", "richCompare", "iter", "length", "getItem", "setItem", "contains", "concat", "repeat", "remainder", "inplaceConcat", "inplaceRepeat", "getBuffer", "releaseBuffer",
  ),
  rareType(
    "complex", { name: "complex", basicSize: 32, allocate: (type) => new PyComplex(type, 0, 0) },
    "new", "repr", "hash", "richCompare", "add", "subtract", "multiply", "trueDivide", "power", "negative", "positive", "absolute", "bool",
  ),
  rareType(
    "memoryView", { name: "memoryview", basicSize: 144, itemSize: 8, collected: true, hasWeakrefs: true, baseType: false },
    "new", "repr", "hash", "iter", "richCompare", "length", "getItem", "setItem", "getBuffer", "releaseBuffer",
  ),
  rareType(
    "frameLocalsProxy", { name: "FrameLocalsProxy", basicSize: 24, collected: true, baseType: false },
    "new", "repr", "length", "getItem", "setItem", "contains", "iter", "or", "inplaceOr", "richCompare",
  ),
  rareType(
    "frozenDict", { name: "frozendict", coexisting: ["__contains__", "__getitem__"], basicSize: 56, collected: true, when: (rt) => rt.profile.containers.frozendict },
    "new", "repr", "hash", "richCompare", "iter", "length", "getItem", "contains", "or",
  ),
  rareType("sentinel", { name: "sentinel", basicSize: 40, collected: true, baseType: false, when: (rt) => rt.profile.containers.frozendict }, "new", "repr", "or"),
  rareType("memoryIterator", { name: "memory_iterator", basicSize: 48, collected: true, baseType: false }, "iter", "next"),
];
