import { defineType } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, CompareOp, KeywordNames, Unary } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { positionalArguments } from "../protocol/arity.ts";
import { index } from "../protocol/number.ts";
import { deprecations } from "../protocol/deprecations.ts";
import { compares } from "./comparison.ts";
import { power as floatPower } from "../arithmetic/elementary.ts";
import { floatGetSet, floatMethods, floatToInt } from "./float-methods.ts";
import { floatOperand, PyFloat } from "./float-object.ts";
import { floatRepr } from "./format/float-text.ts";
import { hashFloat } from "./hash/numbers.ts";
import { numeralOf, numeralSource } from "./int-conversion.ts";
import { intToFloat, PyInt } from "./int-object.ts";
import { numeralText } from "./int-text.ts";

export { PyFloat } from "./float-object.ts";

function valueOf(self: PyObject): number {
  return (self as PyFloat).value;
}

/** A slot of two floats, an int operand converted; all others are declined. */
function arithmetic(operation: (rt: Runtime, left: number, right: number) => number): Binary {
  return (rt, left, right) => {
    const a = floatOperand(rt, left);
    const b = a === null ? null : floatOperand(rt, right);
    if (a === null || b === null) return retain(rt.notImplemented);
    return rt.float(operation(rt, a, b));
  };
}

/** Quotient rounded down and remainder with the divisor's sign (_float_div_mod); the divisor is not 0. */
export function floatDivmod(left: number, right: number): [quotient: number, remainder: number] {
  let remainder = left % right;
  let quotient = (left - remainder) / right;
  if (remainder !== 0) {
    if (right < 0 !== remainder < 0) {
      remainder += right;
      quotient -= 1;
    }
  } else remainder = right < 0 ? -0 : 0;
  if (quotient === 0) return [left / right < 0 || Object.is(left / right, -0) ? -0 : 0, remainder];
  const floored = Math.floor(quotient);
  return [quotient - floored > 0.5 ? floored + 1 : floored, remainder];
}

function floorDivide(rt: Runtime, left: number, right: number): number {
  if (right === 0) rt.raise("ZeroDivisionError", rt.message("floatFloorDivideByZero"));
  return floatDivmod(left, right)[0];
}

function remainder(rt: Runtime, left: number, right: number): number {
  if (right === 0) rt.raise("ZeroDivisionError", rt.message("floatModuloByZero"));
  return floatDivmod(left, right)[1];
}

function divide(rt: Runtime, left: number, right: number): number {
  if (right === 0) rt.raise("ZeroDivisionError", rt.message("floatDivideByZero"));
  return left / right;
}

const divmod: Binary = (rt, left, right) => {
  const a = floatOperand(rt, left);
  const b = a === null ? null : floatOperand(rt, right);
  if (a === null || b === null) return retain(rt.notImplemented);
  if (b === 0) rt.raise("ZeroDivisionError", rt.message("floatDivmodByZero"));
  const [quotient, rest] = floatDivmod(a, b);
  return rt.takeTuple([rt.float(quotient), rt.float(rest)]);
};

/** `left ** right` (float_pow): C99's special cases, a complex result for a negative base with a fractional exponent. */
function power(rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject | null): PyObject {
  const base = floatOperand(rt, left);
  const exponent = base === null ? null : floatOperand(rt, right);
  if (base === null || exponent === null) return retain(rt.notImplemented);
  if (modulus && modulus !== rt.none) rt.raise("TypeError", "pow() 3rd argument not allowed unless all arguments are integers");
  if (base === 1) return rt.float(1);
  if (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent)) return rt.float(1);
  if (base === 0 && exponent < 0 && Number.isFinite(exponent)) rt.raise("ZeroDivisionError", rt.message("zeroToNegativePower"));
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
    const slot = rt.types.complex.slots.power;
    return slot ? slot(rt, left, right, null) : retain(rt.notImplemented);
  }
  rt.charge(8);
  const result = floatPower(base, exponent);
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent)) {
    rt.raiseWith("OverflowError", [rt.int(34), rt.str("Numerical result out of range")]);
  }
  return rt.float(result);
}

/** Comparison with an int is exact, never by conversion. */
function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!(self instanceof PyFloat)) return retain(rt.notImplemented);
  if (!(other instanceof PyFloat || other instanceof PyInt)) return retain(rt.notImplemented);
  return retain(compares(self.value, other.value, op) ? rt.true : rt.false);
}

function newFloat(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [object] = positionalArguments(rt, rt.types.float, type, "init", args, kwnames, 0, 1);
  if (!object) return new PyFloat(type, 0);
  if (type === rt.types.float && object.type === type) return retain(object);
  const { slots } = object.type;
  return new PyFloat(type, slots.float || slots.index ? numberFloat(rt, object) : floatFromText(rt, object));
}

/** Digits with single underscores between them. */
export const DIGITS = "[0-9]+(?:_[0-9]+)*";
/** Nothing in it can be read in two ways, so that a long text costs no more than its length. */
const NUMERAL = new RegExp(`^[+-]?(?:(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[+-]?${DIGITS})?|inf(?:inity)?|nan)$`, "i");

/** The number that a text denotes, or null: decimal with single underscores between digits, `inf`, `nan`. */
export function parseFloatText(text: string): number | null {
  if (!NUMERAL.test(text)) return null;
  const plain = text.replaceAll("_", "").toLowerCase();
  if (plain.includes("nan")) return Number.NaN;
  if (plain.includes("inf")) return plain.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(plain);
}

function refuse(rt: Runtime, object: PyObject): never {
  return rt.raise("TypeError", `float() argument must be a string or a real number, not '${object.type.shownName}'`);
}

/** The number that a text or bytes denote; TypeError for what is neither (PyFloat_FromString). */
function floatFromText(rt: Runtime, object: PyObject): number {
  const source = numeralSource(rt, object);
  if (!source) return refuse(rt, object);
  const text = numeralOf(source);
  rt.charge(Math.ceil(text.length / 16));
  const value = parseFloatText(numeralText(text));
  if (value !== null) return value;
  return rt.raise("ValueError", `could not convert string to float: ${rt.reprText(object)}`);
}

/** `float(x)` of a number: `__float__`, else `__index__` (PyFloat_AsDouble). */
export function toFloat(rt: Runtime, object: PyObject): number {
  return object instanceof PyFloat ? object.value : numberFloat(rt, object);
}

/** The same, where a subclass of float may have a `__float__` of its own (PyNumber_Float). */
export function numberFloat(rt: Runtime, object: PyObject): number {
  const { slots } = object.type;
  if (slots.float) {
    const result = slots.float(rt, object);
    const value = result instanceof PyFloat ? result.value : null;
    const { type } = result;
    if (type === rt.types.float) {
      release(result);
      return value as number;
    }
    const refusal = rt.message("floatNotFloat", object.type.shownName, type.shownName);
    release(result);
    if (value === null) return rt.raise("TypeError", refusal);
    deprecations.get().warnOfSubclass(rt, refusal, "float");
    return value;
  }
  if (slots.index) return intToFloat(rt, index(rt, object));
  return refuse(rt, object);
}

const negative: Unary = (rt, self) => rt.float(-valueOf(self));

export const floatSpec = defineType({
  name: "float",
  basicSize: 24,
  allocate: (type) => new PyFloat(type, 0),
  slots: {
    new: newFloat,
    repr: (rt, self) => rt.str(floatRepr(valueOf(self))),
    hash: (_rt, self) => hashFloat(valueOf(self), self.address),
    richCompare: compare,
    add: arithmetic((_rt, a, b) => a + b),
    subtract: arithmetic((_rt, a, b) => a - b),
    multiply: arithmetic((_rt, a, b) => a * b),
    remainder: arithmetic(remainder),
    divmod,
    power,
    negative,
    positive: (rt, self) => (self.type === rt.types.float ? retain(self) : rt.float(valueOf(self))),
    absolute: (rt, self) => rt.float(Math.abs(valueOf(self))),
    bool: (_rt, self) => valueOf(self) !== 0,
    int: (rt, self) => floatToInt(rt, valueOf(self)),
    float: (rt, self) => (self.type === rt.types.float ? retain(self) : rt.float(valueOf(self))),
    floorDivide: arithmetic(floorDivide),
    trueDivide: arithmetic(divide),
  },
  methods: floatMethods,
  getset: floatGetSet,
});
