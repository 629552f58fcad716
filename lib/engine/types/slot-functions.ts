import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, CompareOp, KeywordNames, SlotName, Slots, Unary } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { isAttributeError } from "../protocol/attributes.ts";
import { callSpecial } from "../protocol/call.ts";
import { PyWrapperDescriptor } from "./descriptors.ts";
import { PyInt } from "./int-object.ts";
import { rareMembers } from "./rare-members.ts";

/*
 * The slots of a class whose dunder method is guest code (slot_* in Objects/typeobject.c): each looks its method up on
 * the type and calls it. One function per slot, so that two classes can be seen to share it.
 */

/** Calls a special method that must be there (vectorcall_method). */
function callRequired(rt: Runtime, self: PyObject, dunder: string, args: readonly PyObject[]): PyObject {
  return callSpecial(rt, self, dunder, args) ?? rt.raise("AttributeError", dunder);
}

const unary = (dunder: string): Unary => (rt, self) => callRequired(rt, self, dunder, []);

const callOrDecline = (rt: Runtime, self: PyObject, dunder: string, other: PyObject) =>
  callSpecial(rt, self, dunder, [other]) ?? retain(rt.notImplemented);

/**
 * A two-way operator: the left method first, unless the right operand's class derives from the left's and has another
 * right method (SLOT1BINFULL). `isOwn` says whether a class's slot is this very function.
 */
function twoWay(rt: Runtime, left: PyObject, right: PyObject, dunder: string, reflected: string, isOwn: (type: PyType) => boolean): PyObject {
  const leftHas = isOwn(left.type);
  const rightHas = left.type !== right.type && isOwn(right.type);
  const rightFirst = leftHas && rightHas && right.type.isSubtypeOf(left.type) && left.type.peek(reflected) !== right.type.peek(reflected);
  if (rightFirst) {
    const result = callOrDecline(rt, right, reflected, left);
    if (result !== rt.notImplemented) return result;
    release(result);
  }
  if (leftHas) {
    const result = callOrDecline(rt, left, dunder, right);
    if (result !== rt.notImplemented) return result;
    release(result);
  }
  return rightHas && !rightFirst ? callOrDecline(rt, right, reflected, left) : retain(rt.notImplemented);
}

function binary(slot: SlotName, dunder: string, reflected: string): Binary {
  const isOwn = (type: PyType) => type.slots[slot] === operation;
  const operation: Binary = (rt, left, right) => twoWay(rt, left, right, dunder, reflected, isOwn);
  return operation;
}

const inplace = (dunder: string): Binary => (rt, self, other) => callOrDecline(rt, self, dunder, other);

const power: NonNullable<Slots["power"]> = (rt, left, right, modulus) => {
  const isOwn = (type: PyType) => type.slots.power === power;
  if (modulus === null || modulus === rt.none) return twoWay(rt, left, right, "__pow__", "__rpow__", isOwn);
  if (!isOwn(left.type)) return retain(rt.notImplemented);
  return callSpecial(rt, left, "__pow__", [right, modulus]) ?? retain(rt.notImplemented);
};

const COMPARE_DUNDERS: Readonly<Record<CompareOp, string>> = { "<": "__lt__", "<=": "__le__", "==": "__eq__", "!=": "__ne__", ">": "__gt__", ">=": "__ge__" };

const MAX_HASH = 2n ** 63n;

function hash(rt: Runtime, self: PyObject): bigint {
  const found = self.type.peek("__hash__");
  if (!found || found === rt.none) return rt.raise("TypeError", `unhashable type: '${self.type.shownName}'`);
  const result = callRequired(rt, self, "__hash__", []);
  try {
    if (!(result instanceof PyInt)) return rt.raise("TypeError", "__hash__ method should return an integer");
    const { value } = result;
    const fits = value >= -MAX_HASH && value < MAX_HASH;
    const code = fits ? value : rt.types.int.slots.hash!(rt, result);
    return code === -1n ? -2n : code;
  } finally {
    release(result);
  }
}

/** `__getattribute__` first; when it finds nothing, `__getattr__` (slot_tp_getattr_hook). */
function getAttribute(rt: Runtime, self: PyObject, name: string): PyObject {
  const type = self.type;
  const getattribute = type.peek("__getattribute__");
  const hasFallback = type.peek("__getattr__") !== null;
  const native = getattribute instanceof PyWrapperDescriptor ? getattribute.slots.getAttribute : undefined;
  let key: PyObject | null = null;
  try {
    if (native) return native(rt, self, name);
    key = rt.intern(name);
    return callRequired(rt, self, "__getattribute__", [key]);
  } catch (error) {
    if (!hasFallback || !isAttributeError(rt, error)) throw error;
    release(error.exception);
    key ??= rt.intern(name);
    return callRequired(rt, self, "__getattr__", [key]);
  } finally {
    if (key) release(key);
  }
}

function setAttribute(rt: Runtime, self: PyObject, name: string, value: PyObject | null): void {
  const key = rt.intern(name);
  try {
    release(value ? callRequired(rt, self, "__setattr__", [key, value]) : callRequired(rt, self, "__delattr__", [key]));
  } finally {
    release(key);
  }
}

const call = (rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames) =>
  callSpecial(rt, self, "__call__", args, kwnames) ?? rt.raise("AttributeError", "__call__");

function init(rt: Runtime, self: PyObject, args: readonly PyObject[], kwnames: KeywordNames): void {
  const result = callSpecial(rt, self, "__init__", args, kwnames) ?? rt.raise("AttributeError", "__init__");
  const { type } = result;
  release(result);
  if (result !== rt.none) rt.raise("TypeError", `__init__() should return None, not '${type.shownName}'`);
}

function construct(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const make = rt.getAttribute(type, "__new__");
  try {
    return rt.call(make, [type, ...args], kwnames);
  } finally {
    release(make);
  }
}

/** Runs `__del__`; what it raises is reported and dropped (slot_tp_finalize). */
function finalize(rt: Runtime, self: PyObject): void {
  const found = self.type.peek("__del__");
  if (!found) return;
  retain(found);
  const { answers } = rt;
  rt.answers = null;
  try {
    const result = callSpecial(rt, self, "__del__", []);
    if (result) release(result);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    rt.unraisable(error.exception, found, "deallocator");
  } finally {
    rt.answers = answers;
    release(found);
  }
}

function descrGet(rt: Runtime, self: PyObject, instance: PyObject | null, owner: PyType): PyObject {
  return callSpecial(rt, self, "__get__", [instance ?? rt.none, owner ?? rt.none]) ?? retain(self);
}

function descrSet(rt: Runtime, self: PyObject, instance: PyObject, value: PyObject | null): void {
  release(value ? callRequired(rt, self, "__set__", [instance, value]) : callRequired(rt, self, "__delete__", [instance]));
}

function iter(rt: Runtime, self: PyObject): PyObject {
  if (self.type.peek("__iter__") === rt.none) rt.raise("TypeError", `'${self.type.shownName}' object is not iterable`);
  return callRequired(rt, self, "__iter__", []);
}

function bool(rt: Runtime, self: PyObject): boolean {
  const result = callRequired(rt, self, "__bool__", []);
  const { type } = result;
  release(result);
  if (type !== rt.types.bool) rt.raise("TypeError", rt.message("boolNotBool", self.type.shownName, type.shownName));
  return result === rt.true;
}

function length(rt: Runtime, self: PyObject): number {
  const result = callRequired(rt, self, "__len__", []);
  try {
    const value = rt.index(result);
    if (value < 0n) rt.raise("ValueError", "__len__() should return >= 0");
    if (value >= MAX_HASH) rt.raise("OverflowError", "cannot fit 'int' into an index-sized integer");
    return Number(value);
  } finally {
    release(result);
  }
}

function contains(rt: Runtime, self: PyObject, item: PyObject): boolean {
  if (self.type.peek("__contains__") === rt.none) rt.raise("TypeError", `'${self.type.shownName}' object is not a container`);
  const result = callRequired(rt, self, "__contains__", [item]);
  try {
    return rt.truth(result);
  } finally {
    release(result);
  }
}

function setItem(rt: Runtime, self: PyObject, key: PyObject, value: PyObject | null): void {
  release(value ? callRequired(rt, self, "__setitem__", [key, value]) : callRequired(rt, self, "__delitem__", [key]));
}

/** By slot. A slot without an entry (`concat` and its kin) is dropped when guest code defines its dunder. */
export const GENERIC_SLOTS: Slots = {
  getAttribute, setAttribute, call, init, finalize, descrGet, descrSet, iter, bool, length, contains, setItem, hash, power,
  new: construct,
  getBuffer: (rt, self, flags) => rareMembers.get().lendByMethod(rt, self, flags),
  releaseBuffer: () => {},
  repr: unary("__repr__"),
  str: unary("__str__"),
  richCompare: (rt, self, other, op) => callOrDecline(rt, self, COMPARE_DUNDERS[op], other),
  next: unary("__next__"),
  await: unary("__await__"),
  asyncIter: unary("__aiter__"),
  asyncNext: unary("__anext__"),
  negative: unary("__neg__"),
  positive: unary("__pos__"),
  absolute: unary("__abs__"),
  invert: unary("__invert__"),
  int: unary("__int__"),
  float: unary("__float__"),
  index: unary("__index__"),
  getItem: (rt, self, key) => callRequired(rt, self, "__getitem__", [key]),
  add: binary("add", "__add__", "__radd__"),
  subtract: binary("subtract", "__sub__", "__rsub__"),
  multiply: binary("multiply", "__mul__", "__rmul__"),
  matrixMultiply: binary("matrixMultiply", "__matmul__", "__rmatmul__"),
  trueDivide: binary("trueDivide", "__truediv__", "__rtruediv__"),
  floorDivide: binary("floorDivide", "__floordiv__", "__rfloordiv__"),
  remainder: binary("remainder", "__mod__", "__rmod__"),
  divmod: binary("divmod", "__divmod__", "__rdivmod__"),
  lshift: binary("lshift", "__lshift__", "__rlshift__"),
  rshift: binary("rshift", "__rshift__", "__rrshift__"),
  and: binary("and", "__and__", "__rand__"),
  xor: binary("xor", "__xor__", "__rxor__"),
  or: binary("or", "__or__", "__ror__"),
  inplaceAdd: inplace("__iadd__"),
  inplaceSubtract: inplace("__isub__"),
  inplaceMultiply: inplace("__imul__"),
  inplaceMatrixMultiply: inplace("__imatmul__"),
  inplaceTrueDivide: inplace("__itruediv__"),
  inplaceFloorDivide: inplace("__ifloordiv__"),
  inplaceRemainder: inplace("__imod__"),
  inplacePower: inplace("__ipow__"),
  inplaceLshift: inplace("__ilshift__"),
  inplaceRshift: inplace("__irshift__"),
  inplaceAnd: inplace("__iand__"),
  inplaceXor: inplace("__ixor__"),
  inplaceOr: inplace("__ior__"),
};
