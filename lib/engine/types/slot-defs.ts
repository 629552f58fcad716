import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames, SlotName, Slots } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import * as wrap from "./slot-wrappers.ts";

/** Calls a slot function the way its dunder method is called. `owner` is the type that the wrapper belongs to. */
export type Wrap = (rt: Runtime, slots: Slots, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames, owner: PyType) => PyObject;

/** One row: a dunder method, the slot that it stands for, and how the one is called as the other (slotdefs in Objects/typeobject.c). */
export interface SlotDef {
  readonly dunder: string;
  readonly slot: SlotName;
  readonly wrap: Wrap;
  /** `__text_signature__`. */
  readonly signature: string;
  readonly takesKeywords: boolean;
}

function row(dunder: string, slot: SlotName, wrapper: Wrap, signature: string, takesKeywords = false): SlotDef {
  return { dunder, slot, wrap: wrapper, signature, takesKeywords };
}

const NONE = "($self, /)";
const VALUE = "($self, value, /)";

type UnarySlot = Parameters<typeof wrap.unary>[0];
type BinarySlot = Parameters<typeof wrap.left>[0];

const unary = (dunder: string, slot: UnarySlot) => row(dunder, slot, wrap.unary(slot), NONE);

function binary(name: string, slot: BinarySlot): SlotDef[] {
  return [
    row(`__${name}__`, slot, wrap.left(slot), VALUE),
    row(`__r${name}__`, slot, wrap.right(slot), VALUE),
  ];
}

const inplace = (name: string, slot: BinarySlot) => row(`__i${name}__`, slot, wrap.left(slot), VALUE);

const compare = (name: string, op: CompareOp) => row(`__${name}__`, "richCompare", wrap.compare(op), VALUE);

/**
 * In CPython's order, which is the order of the names in a built-in type's `__dict__`. The first row of a dunder whose
 * slot a type has wins: `__add__` of a list is its `concat`.
 */
export const SLOT_DEFS: readonly SlotDef[] = [
  row("__getattribute__", "getAttribute", wrap.getAttribute, "($self, name, /)"),
  row("__getattr__", "getAttribute", wrap.getAttribute, "($self, name, /)"),
  row("__setattr__", "setAttribute", wrap.setAttribute, "($self, name, value, /)"),
  row("__delattr__", "setAttribute", wrap.deleteAttribute, "($self, name, /)"),
  unary("__repr__", "repr"),
  row("__hash__", "hash", wrap.hash, NONE),
  row("__call__", "call", wrap.call, "($self, /, *args, **kwargs)", true),
  unary("__str__", "str"),
  compare("lt", "<"),
  compare("le", "<="),
  compare("eq", "=="),
  compare("ne", "!="),
  compare("gt", ">"),
  compare("ge", ">="),
  unary("__iter__", "iter"),
  row("__next__", "next", wrap.next, NONE),
  row("__get__", "descrGet", wrap.descrGet, "($self, instance, owner=None, /)"),
  row("__set__", "descrSet", wrap.descrSet, "($self, instance, value, /)"),
  row("__delete__", "descrSet", wrap.descrDelete, "($self, instance, /)"),
  row("__init__", "init", wrap.init, "($self, /, *args, **kwargs)", true),
  row("__del__", "finalize", wrap.finalize, NONE),
  row("__buffer__", "getBuffer", wrap.getBuffer, "($self, flags, /)"),
  row("__release_buffer__", "releaseBuffer", wrap.releaseBuffer, "($self, buffer, /)"),
  unary("__await__", "await"),
  unary("__aiter__", "asyncIter"),
  unary("__anext__", "asyncNext"),
  ...binary("add", "add"),
  ...binary("sub", "subtract"),
  ...binary("mul", "multiply"),
  ...binary("mod", "remainder"),
  row("__divmod__", "divmod", wrap.left("divmod"), VALUE),
  row("__rdivmod__", "divmod", wrap.right("divmod"), VALUE),
  row("__pow__", "power", wrap.power(false), "($self, value, mod=None, /)"),
  row("__rpow__", "power", wrap.power(true), "($self, value, mod=None, /)"),
  unary("__neg__", "negative"),
  unary("__pos__", "positive"),
  unary("__abs__", "absolute"),
  row("__bool__", "bool", wrap.bool, NONE),
  unary("__invert__", "invert"),
  ...binary("lshift", "lshift"),
  ...binary("rshift", "rshift"),
  ...binary("and", "and"),
  ...binary("xor", "xor"),
  ...binary("or", "or"),
  unary("__int__", "int"),
  unary("__float__", "float"),
  inplace("add", "inplaceAdd"),
  inplace("sub", "inplaceSubtract"),
  inplace("mul", "inplaceMultiply"),
  inplace("mod", "inplaceRemainder"),
  inplace("pow", "inplacePower"),
  inplace("lshift", "inplaceLshift"),
  inplace("rshift", "inplaceRshift"),
  inplace("and", "inplaceAnd"),
  inplace("xor", "inplaceXor"),
  inplace("or", "inplaceOr"),
  ...binary("floordiv", "floorDivide"),
  ...binary("truediv", "trueDivide"),
  inplace("floordiv", "inplaceFloorDivide"),
  inplace("truediv", "inplaceTrueDivide"),
  unary("__index__", "index"),
  ...binary("matmul", "matrixMultiply"),
  inplace("matmul", "inplaceMatrixMultiply"),
  row("__len__", "length", wrap.length, NONE),
  row("__getitem__", "getItem", wrap.left("getItem"), "($self, key, /)"),
  row("__setitem__", "setItem", wrap.setItem, "($self, key, value, /)"),
  row("__delitem__", "setItem", wrap.deleteItem, "($self, key, /)"),
  row("__add__", "concat", wrap.left("concat"), VALUE),
  row("__mul__", "repeat", wrap.repeated("repeat"), VALUE),
  row("__rmul__", "repeat", wrap.repeated("repeat"), VALUE),
  row("__contains__", "contains", wrap.contains, "($self, key, /)"),
  row("__iadd__", "inplaceConcat", wrap.left("inplaceConcat"), VALUE),
  row("__imul__", "inplaceRepeat", wrap.repeated("inplaceRepeat"), VALUE),
];

/** The rows of each slot. */
export const DEFS_BY_SLOT: ReadonlyMap<SlotName, readonly SlotDef[]> = grouped((def) => def.slot);

/** The rows of each dunder name. */
export const DEFS_BY_DUNDER: ReadonlyMap<string, readonly SlotDef[]> = grouped((def) => def.dunder);

function grouped<K>(keyOf: (def: SlotDef) => K): Map<K, SlotDef[]> {
  const groups = new Map<K, SlotDef[]>();
  for (const def of SLOT_DEFS) {
    const group = groups.get(keyOf(def));
    if (group) group.push(def);
    else groups.set(keyOf(def), [def]);
  }
  return groups;
}
