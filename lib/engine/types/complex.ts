import { deprecations } from "../protocol/deprecations.ts";
import { classMethod, defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { Binary, CompareOp, KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";
import { complexOperand, complexRepr, type ComplexValue, makeComplex, PyComplex } from "./complex-object.ts";
import { divide, multiply, power as complexPower } from "./complex-arithmetic.ts";
import { DIGITS, numberFloat, parseFloatText } from "./float.ts";
import { PyFloat } from "./float-object.ts";
import { formatComplex } from "./format/number-format.ts";
import { hashComplex, hashFloat } from "./hash/numbers.ts";
import { PyInt } from "./int-object.ts";
import { numeralText } from "./int-text.ts";
import { PyStr } from "./str-object.ts";
import { argumentTypeName } from "./str-range.ts";

export { PyComplex } from "./complex-object.ts";

type Operation = (rt: Runtime, left: ComplexValue, right: ComplexValue) => ComplexValue;

function arithmetic(operation: Operation): Binary {
  return (rt, left, right) => {
    const a = complexOperand(rt, left);
    const b = a === null ? null : complexOperand(rt, right);
    if (a === null || b === null) return retain(rt.notImplemented);
    return makeComplex(rt, operation(rt, a, b));
  };
}

/** Sum and difference: where real operands stay real, the other's imaginary part keeps its sign. */
function additive(sign: 1 | -1): Binary {
  const plain = arithmetic((_rt, a, b) => ({ real: a.real + sign * b.real, imag: a.imag + sign * b.imag }));
  return (rt, left, right) => {
    if (rt.profile.complex.mixedOperands && left instanceof PyComplex !== right instanceof PyComplex) {
      const a = complexOperand(rt, left);
      const b = complexOperand(rt, right);
      if (a && b) return makeComplex(rt, { real: a.real + sign * b.real, imag: left instanceof PyComplex ? a.imag : sign * b.imag });
    }
    return plain(rt, left, right);
  };
}

const multiplied: Binary = (rt, left, right) => {
  const a = complexOperand(rt, left);
  const b = a === null ? null : complexOperand(rt, right);
  if (a === null || b === null) return retain(rt.notImplemented);
  if (rt.profile.complex.mixedOperands && left instanceof PyComplex !== right instanceof PyComplex) {
    const [factor, z] = left instanceof PyComplex ? [b.real, a] : [a.real, b];
    return makeComplex(rt, { real: z.real * factor, imag: z.imag * factor });
  }
  return makeComplex(rt, multiply(a, b));
};

const divided: Operation = (rt, a, b) => {
  if (b.real === 0 && b.imag === 0) rt.raise("ZeroDivisionError", rt.message("complexDivideByZero"));
  return divide(a, b);
};

function power(rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject | null): PyObject {
  const base = complexOperand(rt, left);
  const exponent = base === null ? null : complexOperand(rt, right);
  if (base === null || exponent === null) return retain(rt.notImplemented);
  if (modulus && modulus !== rt.none) rt.raise("ValueError", "complex modulo");
  const result = complexPower(base, exponent);
  if (result === null) rt.raise("ZeroDivisionError", rt.message("complexZeroPower"));
  const finite = [base.real, base.imag, exponent.real, exponent.imag].every(Number.isFinite);
  if (finite && !(Number.isFinite(result.real) && Number.isFinite(result.imag))) rt.raise("OverflowError", "complex exponentiation");
  return makeComplex(rt, result);
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if ((op !== "==" && op !== "!=") || !(self instanceof PyComplex)) return retain(rt.notImplemented);
  let equal: boolean;
  if (other instanceof PyComplex) equal = self.real === other.real && self.imag === other.imag;
  // An int is compared by its exact value.
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number are equal only loosely
  else if (other instanceof PyInt || other instanceof PyFloat) equal = self.imag === 0 && self.real == other.value;
  else return retain(rt.notImplemented);
  return retain(equal === (op === "==") ? rt.true : rt.false);
}

function newComplex(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [real, imag] = complexArguments(rt, args, kwnames);
  if (real && !imag && type === rt.types.complex && real.type === type) return retain(real);
  if (real instanceof PyStr) {
    if (imag) rt.raise("TypeError", rt.message("complexTextAndImag"));
    rt.charge(real.value.length >> 3);
    const value = parseComplex(numeralText(real.value));
    if (value === null) rt.raise("ValueError", "complex() arg is a malformed string");
    return new PyComplex(type, value.real, value.imag);
  }
  if (imag instanceof PyStr) rt.raise("TypeError", rt.message("complexImagText"));
  const first = real ? toComplex(rt, real, imag ? "complexRealOfTwo" : "complexReal") : { real: 0, imag: 0 };
  if (!imag) return new PyComplex(type, first.real, first.imag);
  const second = toComplex(rt, imag, "complexImag");
  const carried = imag instanceof PyComplex ? first.real - second.imag : first.real;
  return new PyComplex(type, carried, real instanceof PyComplex ? first.imag + second.real : second.real);
}

function complexArguments(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): [PyObject | undefined, PyObject | undefined] {
  const positional = args.length - (kwnames?.length ?? 0);
  if (args.length > 2) rt.raise("TypeError", `complex() takes at most 2 arguments (${args.length} given)`);
  const found: [PyObject | undefined, PyObject | undefined] = [args[0], positional > 1 ? args[1] : undefined];
  if (positional === 0) found[0] = undefined;
  (kwnames ?? []).forEach((name, i) => {
    if (name !== "real" && name !== "imag") raiseUnexpectedKeyword(rt, "complex", name, ["real", "imag"]);
    const position = name === "real" ? 0 : 1;
    if (found[position]) rt.raise("TypeError", `argument for complex() given by name ('${name}') and position (${position + 1})`);
    found[position] = args[positional + i];
  });
  return found;
}

/** `__complex__`, else `__float__` or `__index__`. */
function toComplex(rt: Runtime, object: PyObject, errorKey: "complexReal" | "complexRealOfTwo" | "complexImag"): ComplexValue {
  if (object instanceof PyComplex && (errorKey === "complexImag" || object.type === rt.types.complex)) return object;
  const special = errorKey !== "complexImag" ? rt.callSpecial(object, "__complex__", []) : null;
  if (special) {
    if (special instanceof PyComplex) {
      const value = { real: special.real, imag: special.imag };
      const { type } = rt.temp(special);
      if (type !== rt.types.complex) deprecations.get().warnOfSubclass(rt, rt.message("complexNotComplex", object.type.shownName, type.shownName), "complex");
      return value;
    }
    const found = special.type.shownName;
    release(special);
    rt.raise("TypeError", rt.message("complexNotComplex", object.type.shownName, found));
  }
  if (!object.type.slots.float && !object.type.slots.index) rt.raise("TypeError", rt.message(errorKey, object.type.shownName));
  return { real: numberFloat(rt, object), imag: 0 };
}

const PART = `(?:(?:${DIGITS}(?:\\.(?:${DIGITS})?)?|\\.${DIGITS})(?:e[+-]?${DIGITS})?|inf(?:inity)?|nan)`;
const COMPLEX = new RegExp(`^(?:([+-]?${PART})(?:([+-]${PART}?)j)?|([+-]?${PART}?)j)$`, "i");

/** `1+2j`, `(1+2j)`, `3`, `j`, `-j`; null for anything else. */
function parseComplex(text: string): ComplexValue | null {
  const inner = text.startsWith("(") && text.endsWith(")") ? text.slice(1, -1).trim() : text;
  const match = COMPLEX.exec(inner);
  if (!match) return null;
  const part = (piece: string | undefined): number | null => {
    if (piece === undefined) return 0;
    return /^[+-]?$/.test(piece) ? Number(`${piece}1`) : parseFloatText(piece);
  };
  const real = part(match[1]);
  const imag = part(match[2] ?? match[3]);
  return real === null || imag === null ? null : { real, imag };
}

function format(rt: Runtime, [self, spec]: PyObject[]): PyObject {
  if (!(spec instanceof PyStr)) rt.raise("TypeError", `__format__() argument must be str, not ${argumentTypeName(rt, spec)}`);
  if (spec.value === "") return rt.str(rt.strText(self));
  const { real, imag } = self as PyComplex;
  return rt.str(formatComplex(rt, real, imag, spec.value, self.type.shownName));
}

function absolute(rt: Runtime, self: PyObject): PyObject {
  const { real, imag } = self as PyComplex;
  const size = Math.hypot(real, imag);
  if (!Number.isFinite(size) && Number.isFinite(real) && Number.isFinite(imag)) rt.raise("OverflowError", "absolute value too large");
  return rt.float(size);
}

export const complexSpec = defineType({
  name: "complex",
  basicSize: 32,
  allocate: (type) => new PyComplex(type, 0, 0),
  slots: {
    new: newComplex,
    repr: (rt, self) => rt.str(complexRepr(self as PyComplex)),
    hash: (_rt, self) => hashComplex(hashFloat((self as PyComplex).real, self.address), hashFloat((self as PyComplex).imag, self.address)),
    richCompare: compare,
    add: additive(1),
    subtract: additive(-1),
    multiply: multiplied,
    trueDivide: arithmetic(divided),
    power,
    negative: (rt, self) => makeComplex(rt, { real: -(self as PyComplex).real, imag: -(self as PyComplex).imag }),
    positive: (rt, self) => (self.type === rt.types.complex ? retain(self) : makeComplex(rt, self as PyComplex)),
    absolute,
    bool: (_rt, self) => (self as PyComplex).real !== 0 || (self as PyComplex).imag !== 0,
  },
  methods: [
    classMethod("from_number(type, number, /)", (rt, [type, object]) => rt.call(type, [object])),
    method("conjugate(self, /)", (rt, [self]) => makeComplex(rt, { real: (self as PyComplex).real, imag: -(self as PyComplex).imag })),
    method("__complex__(self, /)", (rt, [self]) => makeComplex(rt, self as PyComplex)),
    method("__format__(self, format_spec, /)", format),
    method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.float((self as PyComplex).real), rt.float((self as PyComplex).imag)])),
  ],
  getset: [
    { name: "real", isMember: true, get: (rt, self) => rt.float((self as PyComplex).real) },
    { name: "imag", isMember: true, get: (rt, self) => rt.float((self as PyComplex).imag) },
  ],
});
