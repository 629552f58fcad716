import { type FunctionSpec, nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import { contains } from "../protocol/contains.ts";
import { deleteItem, getItem, isSequenceLike, lengthHint, setItem } from "../protocol/item.ts";
import { absolute, type BinaryOperator, binaryOperation, indexObject, inplaceOperation, power, unaryOperation } from "../protocol/number.ts";
import { ssizeIndex } from "../protocol/sequence.ts";
import type { ModuleSpec } from "../vm/importer.ts";

type Operation = (rt: Runtime, args: PyObject[]) => PyObject;

const comparisons: Readonly<Record<string, CompareOp>> = { lt: "<", le: "<=", eq: "==", ne: "!=", ge: ">=", gt: ">" };

const arithmetic: Readonly<Record<string, BinaryOperator>> = {
  add: "+", and_: "&", floordiv: "//", lshift: "<<", mod: "%", mul: "*", matmul: "@", or_: "|", rshift: ">>", sub: "-", truediv: "/", xor: "^",
};

const inplace: Readonly<Record<string, BinaryOperator>> = {
  iadd: "+", isub: "-", imul: "*", itruediv: "/", ifloordiv: "//", imod: "%", ipow: "**", iand: "&", ior: "|", ixor: "^", ilshift: "<<", irshift: ">>", imatmul: "@",
};

/** PySequence_Concat and its in-place form refuse what is no sequence before `+` is asked. */
function concatenation(operation: typeof binaryOperation): Operation {
  return (rt, [left, right]) => {
    if (!isSequenceLike(left)) return rt.raise("TypeError", `'${left.type.shownName}' object can't be concatenated`);
    return operation(rt, "+", left, right);
  };
}

/** What `__index__` gave, or `True`, as an int of no subclass (PyNumber_Index). Takes and gives a reference. */
function exactInt(rt: Runtime, value: PyObject): PyObject {
  if (value.type === rt.types.int) return value;
  return rt.int(rt.index(rt.temp(value)));
}

const others: readonly (readonly [string, Operation])[] = [
  ["is_(a, b, /)", (rt, [a, b]) => rt.bool(a === b)],
  ["is_not(a, b, /)", (rt, [a, b]) => rt.bool(a !== b)],
  ["not_(a, /)", (rt, [a]) => rt.bool(!rt.truth(a))],
  ["truth(a, /)", (rt, [a]) => rt.bool(rt.truth(a))],
  ["abs(a, /)", (rt, [a]) => absolute(rt, a)],
  ["index(a, /)", (rt, [a]) => exactInt(rt, indexObject(rt, a))],
  ["neg(a, /)", (rt, [a]) => unaryOperation(rt, "-", a)],
  ["pos(a, /)", (rt, [a]) => unaryOperation(rt, "+", a)],
  ["inv(a, /)", (rt, [a]) => unaryOperation(rt, "~", a)],
  ["invert(a, /)", (rt, [a]) => unaryOperation(rt, "~", a)],
  ["pow(a, b, /)", (rt, [a, b]) => power(rt, a, b, null)],
  ["contains(a, b, /)", (rt, [a, b]) => rt.bool(contains(rt, a, b))],
  ["getitem(a, b, /)", (rt, [a, b]) => getItem(rt, a, b)],
  ["setitem(a, b, c, /)", (rt, [a, b, c]) => (setItem(rt, a, b, c), retain(rt.none))],
  ["delitem(a, b, /)", (rt, [a, b]) => (deleteItem(rt, a, b), retain(rt.none))],
  ["concat(a, b, /)", concatenation(binaryOperation)],
  ["iconcat(a, b, /)", concatenation(inplaceOperation)],
  ["length_hint(obj, default=0, /)", (rt, [object, given]) => {
    const hint = given ? ssizeIndex(rt, given) : 0;
    const told = lengthHint(rt, object, hint);
    return rt.int(told < 2 ** 63 ? told : 2n ** 63n - 1n);
  }],
];

function declared(): FunctionSpec[] {
  const binary = (name: string, body: Operation) => nativeFunction(`${name}(a, b, /)`, body);
  return [
    ...Object.entries(comparisons).map(([name, op]) => binary(name, (rt, [a, b]) => rt.compare(a, b, op))),
    ...Object.entries(arithmetic).map(([name, op]) => binary(name, (rt, [a, b]) => binaryOperation(rt, op, a, b))),
    ...Object.entries(inplace).map(([name, op]) => binary(name, (rt, [a, b]) => inplaceOperation(rt, op, a, b))),
    ...others.map(([signature, body]) => nativeFunction(signature, body)),
  ];
}

/** `_operator`: the operators as built-in functions (Modules/_operator.c). */
export const operatorHostModule: ModuleSpec = { name: "_operator", functions: declared() };
