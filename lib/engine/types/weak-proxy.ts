import { defineType, method, type TypeSpec } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, Slots, Unary } from "../core/slots.ts";
import { getAttribute, setAttribute } from "../protocol/attributes.ts";
import { contains } from "../protocol/contains.ts";
import { deleteItem, getItem, length, setItem } from "../protocol/item.ts";
import { absolute, type BinaryOperator, binaryOperation, divmod, indexObject, inplaceOperation, power, unaryOperation } from "../protocol/number.ts";
import { checkWeakref, nameOfType, peekSharedWeakref, PyWeakRef } from "./weakref.ts";

/** A weak reference that behaves like the object it refers to (Objects/weakrefobject.c). */
class PyWeakProxy extends PyWeakRef {}

/** Runs an operation on the object behind a proxy, kept alive meanwhile. ReferenceError when it is dead. */
function through<T>(rt: Runtime, object: PyObject, use: (target: PyObject) => T): T {
  if (!(object instanceof PyWeakProxy)) return use(object);
  const target = object.referent ?? rt.raise("ReferenceError", "weakly-referenced object no longer exists");
  retain(target);
  try {
    return use(target);
  } finally {
    release(target);
  }
}

const binary = (op: BinaryOperator): Binary => (rt, left, right) => through(rt, left, (a) => through(rt, right, (b) => binaryOperation(rt, op, a, b)));
const inplace = (op: BinaryOperator): Binary => (rt, left, right) => through(rt, left, (a) => through(rt, right, (b) => inplaceOperation(rt, op, a, b)));
const unary = (operation: Unary): Unary => (rt, self) => through(rt, self, (target) => operation(rt, target));

const slots: Slots = {
  getAttribute: (rt, self, name) => through(rt, self, (target) => getAttribute(rt, target, name)),
  setAttribute: (rt, self, name, value) => through(rt, self, (target) => setAttribute(rt, target, name, value)),
  repr: (rt, self) => {
    const { referent } = self as PyWeakProxy;
    const target = referent ?? rt.none;
    const at = `<weakproxy at 0x${self.id.toString(16)}`;
    const whom = `at 0x${target.id.toString(16)}>`;
    if (!rt.profile.memberRules.proxiesTellDeath) return rt.str(`${at} to ${target.type.shownName} ${whom}`);
    return rt.str(referent ? `${at}; to '${nameOfType(rt, target)}' ${whom}` : `${at}; dead>`);
  },
  str: unary((rt, target) => rt.str(rt.strText(target))),
  hash: null,
  richCompare: (rt, left, right, op) => through(rt, left, (a) => through(rt, right, (b) => rt.compare(a, b, op))),
  iter: unary((rt, target) => rt.iter(target)),
  next: (rt, self) => through(rt, self, (target) => (target.type.slots.next ? rt.next(target) : rt.raise("TypeError", `Weakref proxy referenced a non-iterator '${target.type.shownName}' object`))),
  bool: (rt, self) => through(rt, self, (target) => rt.truth(target)),
  length: (rt, self) => through(rt, self, (target) => length(rt, target)),
  getItem: (rt, self, key) => through(rt, self, (target) => getItem(rt, target, key)),
  setItem: (rt, self, key, value) => through(rt, self, (target) => (value ? setItem(rt, target, key, value) : deleteItem(rt, target, key))),
  contains: (rt, self, item) => through(rt, self, (target) => contains(rt, target, item)),
  add: binary("+"), subtract: binary("-"), multiply: binary("*"), matrixMultiply: binary("@"), trueDivide: binary("/"),
  floorDivide: binary("//"), remainder: binary("%"), lshift: binary("<<"), rshift: binary(">>"), and: binary("&"), xor: binary("^"), or: binary("|"),
  inplaceAdd: inplace("+"), inplaceSubtract: inplace("-"), inplaceMultiply: inplace("*"), inplaceMatrixMultiply: inplace("@"),
  inplaceTrueDivide: inplace("/"), inplaceFloorDivide: inplace("//"), inplaceRemainder: inplace("%"), inplaceLshift: inplace("<<"),
  inplaceRshift: inplace(">>"), inplaceAnd: inplace("&"), inplaceXor: inplace("^"), inplaceOr: inplace("|"), inplacePower: inplace("**"),
  divmod: (rt, left, right) => through(rt, left, (a) => through(rt, right, (b) => divmod(rt, a, b))),
  power: (rt, left, right, modulus) => through(rt, left, (a) => through(rt, right, (b) => power(rt, a, b, modulus))),
  negative: unary((rt, target) => unaryOperation(rt, "-", target)),
  positive: unary((rt, target) => unaryOperation(rt, "+", target)),
  invert: unary((rt, target) => unaryOperation(rt, "~", target)),
  absolute: unary(absolute),
  index: unary(indexObject),
  int: unary((rt, target) => rt.call(rt.types.int, [target])),
  float: unary((rt, target) => rt.call(rt.types.float, [target])),
};

function proxyType(name: string, extra: Slots, methods: TypeSpec["methods"] = []): TypeSpec {
  return defineType({ name, module: "weakref", basicSize: 56, collected: true, baseType: false, slots: { ...slots, ...extra }, methods });
}

/** `weakref.proxy(object)`; retains nothing but the callback. */
export function makeProxy(rt: Runtime, referent: PyObject, callback: PyObject | null): PyObject {
  const type = referent.type.slots.call ? rt.typeOf(callableProxySpec) : rt.typeOf(weakProxySpec);
  const given = checkWeakref(rt, referent, callback);
  const shared = given ? null : peekSharedWeakref(referent, type);
  return shared ? retain(shared) : new PyWeakProxy(type, referent, given);
}

export const weakProxySpec = proxyType("ProxyType", {}, [
  method("__bytes__(self, /)", (rt, [self]) => through(rt, self, (target) => rt.callMethod(target, "__bytes__", []))),
  method("__reversed__(self, /)", (rt, [self]) => through(rt, self, (target) => rt.callMethod(target, "__reversed__", []))),
]);

export const callableProxySpec = proxyType("CallableProxyType", {
  call: (rt, self, args, kwnames) => through(rt, self, (target) => rt.call(target, args, kwnames)),
});
