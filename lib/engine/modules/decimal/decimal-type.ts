import { classMethod, defineType, type FunctionSpec, method } from "../../core/define.ts";
import { type PyObject, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { Binary, CompareOp, KeywordNames, Unary } from "../../core/slots.ts";
import type { PyType } from "../../core/type.ts";
import { compares } from "../../types/comparison.ts";
import { PyComplex } from "../../types/complex-object.ts";
import { PyFloat } from "../../types/float-object.ts";
import { hashAddress } from "../../types/hash/numbers.ts";
import { chargeInt, PyInt } from "../../types/int-object.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import * as arithmetic from "./arithmetic.ts";
import { contextOf, exactWork, peekDecimalName, type PyContext, signal, workOf } from "./context.ts";
import { convert, fromFloat, hashDecimal, inContext, integerRatio, operandOf, PyDecimal, requireOperand } from "./number.ts";
import { type BinaryOperation, contextQuestions, integralUnary, plainUnary, questions, sharedBinary, sharedUnary, type UnaryOperation } from "./operations.ts";
import { compareFinite, numberClass, sameQuantum } from "./order.ts";
import { decimalText, formatDecimal, parseDecimalFormat } from "./text.ts";
import { power } from "./transcendental.ts";
import { adjusted, Condition, type Decimal, digitCount, finite, isNan, isSpecial, isZero, powerOfTen, rescale, type Rounding, ROUNDINGS, type Work } from "./value.ts";

export function valueOf(self: PyObject): Decimal {
  return (self as PyDecimal).value;
}

/** A new Decimal object; owned. */
export function makeDecimal(rt: Runtime, value: Decimal): PyObject {
  const digits = digitCount(value.coefficient);
  if (digits > 76) {
    chargeInt(rt, Math.ceil(digits * 3.33));
    rt.heap.reserve(digits >> 1);
  }
  return new PyDecimal(rt.typeOf(decimalSpec), value);
}

export function takePair(rt: Runtime, [first, second]: readonly [Decimal, Decimal]): PyObject {
  return rt.takeTuple([makeDecimal(rt, first), makeDecimal(rt, second)]);
}

function operator(operation: BinaryOperation): Binary {
  return (rt, left, right) => {
    const a = operandOf(rt, left);
    const b = a && operandOf(rt, right);
    if (!a || !b) return retain(rt.notImplemented);
    return makeDecimal(rt, inContext(rt, contextOf(rt, undefined), (work) => operation(work, a, b)));
  };
}

function unary(operation: UnaryOperation): Unary {
  return (rt, self) => makeDecimal(rt, inContext(rt, contextOf(rt, undefined), (work) => operation(work, valueOf(self))));
}

const divmod: Binary = (rt, left, right) => {
  const a = operandOf(rt, left);
  const b = a && operandOf(rt, right);
  if (!a || !b) return retain(rt.notImplemented);
  return takePair(rt, inContext(rt, contextOf(rt, undefined), (work) => arithmetic.divmod(work, a, b)));
};

function powerSlot(rt: Runtime, left: PyObject, right: PyObject, modulus: PyObject | null): PyObject {
  const a = operandOf(rt, left);
  const b = a && operandOf(rt, right);
  const m = modulus && modulus !== rt.none ? operandOf(rt, modulus) : undefined;
  if (!a || !b || m === null) return retain(rt.notImplemented);
  return makeDecimal(rt, inContext(rt, contextOf(rt, undefined), (work) => (m ? arithmetic.powerModulo(work, a, b, m) : power(work, a, b))));
}

/** What a number of another type is compared as: the other side too may change (`a / b` against `n` is `a` against `n * b`). */
function comparands(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): readonly [Decimal, Decimal] | null {
  const value = valueOf(self);
  const plain = operandOf(rt, other);
  if (plain) return [value, plain];
  const equality = op === "==" || op === "!=";
  const complex = other instanceof PyComplex && equality && other.imag === 0 ? other.real : null;
  const float = other instanceof PyFloat ? other.value : complex;
  if (float !== null) {
    const context = contextOf(rt, undefined);
    if (equality) context.flags |= Condition.floatOperation;
    else signal(rt, context, Condition.floatOperation);
    return [value, fromFloat(rt, float)];
  }
  if (other instanceof PyComplex || other instanceof PyStr) return null;
  const parts = rt.temp(rt.call(peekDecimalName(rt, "_ratio"), [other]));
  if (!(parts instanceof PyTuple)) return null;
  const [numerator, denominator] = parts.items.map((part) => requireOperand(rt, part));
  return [isSpecial(value) ? value : arithmetic.multiply(exactWork(rt), value, denominator), numerator];
}

function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  const sides = self instanceof PyDecimal ? comparands(rt, self, other, op) : null;
  if (!sides) return retain(rt.notImplemented);
  const [a, b] = sides;
  if (isNan(a) || isNan(b)) {
    const quietly = (op === "==" || op === "!=") && a.kind !== "signaling" && b.kind !== "signaling";
    if (!quietly) signal(rt, contextOf(rt, undefined), Condition.invalid);
    return rt.bool(op === "!=");
  }
  return rt.bool(compares(compareFinite(exactWork(rt), a, b), 0, op));
}

/** The integer next to a finite number; errors for the rest. */
function toInt(rt: Runtime, value: Decimal, rounding: Rounding): PyObject {
  if (isNan(value)) rt.raise("ValueError", "cannot convert NaN to integer");
  if (value.kind === "infinite") rt.raise("OverflowError", "cannot convert Infinity to integer");
  const whole = rescale(rt, value, Math.max(value.exponent, 0), rounding);
  const magnitude = whole.coefficient * powerOfTen(rt, whole.exponent);
  return rt.int(whole.sign ? -magnitude : magnitude);
}

function toNumber(rt: Runtime, value: Decimal): number {
  if (value.kind === "signaling") rt.raise("ValueError", "cannot convert signaling NaN to float");
  if (value.kind === "quiet") return Number.NaN;
  return Number(decimalText(value, true));
}

function newDecimal(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const given: (PyObject | undefined)[] = args.slice(0, args.length - (kwnames?.length ?? 0));
  if (args.length > 2) rt.raise("TypeError", `function takes at most 2 arguments (${args.length} given)`);
  kwnames?.forEach((name, i) => {
    const at = ["value", "context"].indexOf(name);
    if (at < 0) rt.raise("TypeError", rt.profile.numericModules.decimal.keywordText.replace("{0}", "Decimal").replace("{1}", name));
    given[at] = args[args.length - kwnames.length + i];
  });
  const [object, context] = given;
  if (context !== undefined && context !== rt.none) contextOf(rt, context);
  if (object === undefined) return new PyDecimal(type, finite(0, 0n, 0));
  if (object.type === type && type === rt.typeOf(decimalSpec)) return retain(object);
  return new PyDecimal(type, convert(rt, object, () => contextOf(rt, context)));
}

/** A classmethod's result: of the class itself, through its constructor where it is a subclass. */
function asClass(rt: Runtime, type: PyObject, value: Decimal): PyObject {
  const made = makeDecimal(rt, value);
  return type === rt.typeOf(decimalSpec) ? made : rt.call(type, [rt.temp(made)]);
}

/** The rounding that an argument names. */
export function roundingOf(rt: Runtime, object: PyObject): Rounding {
  const found = object instanceof PyStr ? ROUNDINGS.find((name) => name === object.value) : undefined;
  return found ?? rt.raise("TypeError", "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

/** Work of a call with a rounding of its own. */
function rounded(rt: Runtime, rounding: PyObject | undefined, context: PyContext, operation: (work: Work) => Decimal): PyObject {
  const work = workOf(rt, context);
  const own: Work = rounding === undefined || rounding === rt.none ? work : { ...work, rounding: roundingOf(rt, rounding) };
  const value = operation(own);
  signal(rt, context, own.status);
  return makeDecimal(rt, value);
}

function round(rt: Runtime, [self, places]: PyObject[]): PyObject {
  if (places === undefined) return toInt(rt, valueOf(self), "ROUND_HALF_EVEN");
  if (!(places instanceof PyInt)) return rt.raise("TypeError", "optional arg must be an integer");
  const like = finite(0, 1n, -Number(places.value));
  return makeDecimal(rt, inContext(rt, contextOf(rt, undefined), (work) => arithmetic.quantize(work, valueOf(self), like)));
}

function format(rt: Runtime, [self, text]: PyObject[]): PyObject {
  if (!(text instanceof PyStr)) return rt.raise("TypeError", "format arg must be str");
  const context = contextOf(rt, undefined);
  const spec = parseDecimalFormat(rt, text.value);
  if (!spec) return rt.raise("ValueError", rt.profile.numericModules.decimal.formatText.replace("{0}", text.value));
  return rt.str(formatDecimal(rt, valueOf(self), spec, context.rounding, context.capitals === 1));
}

function ratio(rt: Runtime, [self]: PyObject[]): PyObject {
  const value = valueOf(self);
  if (isNan(value)) rt.raise("ValueError", "cannot convert NaN to integer ratio");
  if (value.kind === "infinite") rt.raise("OverflowError", "cannot convert Infinity to integer ratio");
  const [numerator, denominator] = integerRatio(rt, value);
  return rt.takeTuple([rt.int(numerator), rt.int(denominator)]);
}

function asTuple(rt: Runtime, [self]: PyObject[]): PyObject {
  const { kind, sign, coefficient, exponent } = valueOf(self);
  const shown = kind === "finite" || coefficient !== 0n ? coefficient.toString() : kind === "infinite" ? "0" : "";
  rt.heap.reserve(shown.length * 8);
  rt.charge(shown.length);
  const digits = rt.temp(rt.takeTuple(Array.from(shown, (digit) => rt.int(Number(digit)))));
  const last = kind === "finite" ? rt.int(exponent) : rt.str(kind === "infinite" ? "F" : kind === "quiet" ? "n" : "N");
  return rt.call(peekDecimalName(rt, "DecimalTuple"), [rt.temp(rt.int(sign)), digits, rt.temp(last)]);
}

function text(rt: Runtime, self: PyObject, engineering = false, context?: PyObject): PyObject {
  return rt.str(decimalText(valueOf(self), contextOf(rt, context).capitals === 1, engineering));
}

function fromNumber(rt: Runtime, [type, object]: PyObject[]): PyObject {
  const value = object instanceof PyFloat ? fromFloat(rt, object.value) : operandOf(rt, object);
  if (value) return asClass(rt, type, value);
  return rt.raise("TypeError", `Cannot convert ${rt.reprText(object)} to Decimal`);
}

function fromFloatMethod(rt: Runtime, [type, object]: PyObject[]): PyObject {
  if (object instanceof PyFloat) return asClass(rt, type, fromFloat(rt, object.value));
  if (!(object instanceof PyInt)) rt.raise("TypeError", "argument must be int or float");
  return asClass(rt, type, requireOperand(rt, object));
}

const self: (rt: Runtime, args: PyObject[]) => PyObject = (_rt, [object]) => retain(object);

const tabled: readonly FunctionSpec[] = [
  ...sharedUnary.map(([name, run]) => method(`${name}(self, /, context=None)`, (rt, [object, context]) => makeDecimal(rt, inContext(rt, contextOf(rt, context), (work) => run(work, valueOf(object)))))),
  ...integralUnary.map(([name, run]) => method(`${name}(self, /, rounding=None, context=None)`, (rt, [object, rounding, context]) => rounded(rt, rounding, contextOf(rt, context), (work) => run(work, valueOf(object))))),
  ...plainUnary.map(([name, run]) => method(`${name}(self, /)`, (rt, [object]) => makeDecimal(rt, run(exactWork(rt), valueOf(object))))),
  ...sharedBinary.map(([name, run]) => method(`${name}(self, /, other, context=None)`, (rt, [object, other, context]) => {
    const b = requireOperand(rt, other);
    return makeDecimal(rt, inContext(rt, contextOf(rt, context), (work) => run(work, valueOf(object), b)));
  })),
  ...questions.map(([name, test]) => method(`${name}(self, /)`, (rt, [object]) => rt.bool(test(valueOf(object))))),
  ...contextQuestions.map(([name, test]) => method(`${name}(self, /, context=None)`, (rt, [object, context]) => rt.bool(test(workOf(rt, contextOf(rt, context)), valueOf(object))))),
];

const methods: readonly FunctionSpec[] = [
  ...tabled,
  method("fma(self, /, other, third, context=None)", (rt, [object, other, third, context]) => {
    const [b, c] = [requireOperand(rt, other), requireOperand(rt, third)];
    return makeDecimal(rt, inContext(rt, contextOf(rt, context), (work) => arithmetic.fma(work, valueOf(object), b, c)));
  }),
  method("quantize(self, /, exp, rounding=None, context=None)", (rt, [object, like, rounding, context]) => {
    const b = requireOperand(rt, like);
    return rounded(rt, rounding, contextOf(rt, context), (work) => arithmetic.quantize(work, valueOf(object), b));
  }),
  method("same_quantum(self, /, other, context=None)", (rt, [object, other]) => rt.bool(sameQuantum(valueOf(object), requireOperand(rt, other)))),
  method("number_class(self, /, context=None)", (rt, [object, context]) => rt.str(numberClass(workOf(rt, contextOf(rt, context)), valueOf(object)))),
  method("to_eng_string(self, /, context=None)", (rt, [object, context]) => text(rt, object, true, context)),
  method("adjusted(self, /)", (rt, [object]) => rt.int(isSpecial(valueOf(object)) ? 0 : adjusted(valueOf(object)))),
  method("conjugate(self, /)", self),
  method("radix(self, /)", (rt) => makeDecimal(rt, finite(0, 10n, 0))),
  method("as_tuple(self, /)", asTuple),
  method("as_integer_ratio(self, /)", ratio),
  classMethod("from_float(type, f, /)", fromFloatMethod),
  classMethod("from_number(type, number, /)", fromNumber, (rt) => rt.profile.numericModules.decimal.hasFromNumber),
  method("__copy__(self, /)", self),
  method("__deepcopy__(self, memo, /)", self),
  method("__reduce__(self, /)", (rt, [object]) => rt.takeTuple([retain(object.type), rt.takeTuple([rt.str(decimalText(valueOf(object), true))])])),
  method("__format__(self, fmtarg, /)", format),
  method("__round__(self, ndigits=None, /)", round),
  method("__ceil__(self, /)", (rt, [object]) => toInt(rt, valueOf(object), "ROUND_CEILING")),
  method("__floor__(self, /)", (rt, [object]) => toInt(rt, valueOf(object), "ROUND_FLOOR")),
  method("__trunc__(self, /)", (rt, [object]) => toInt(rt, valueOf(object), "ROUND_DOWN")),
  method("__complex__(self, /)", (rt, [object]) => rt.call(rt.types.complex, [rt.temp(rt.float(toNumber(rt, valueOf(object))))])),
  method("__sizeof__(self, /)", (rt, [object]) => rt.int(object.size)),
];

export const decimalSpec = defineType({
  name: "Decimal",
  module: "decimal",
  basicSize: 104,
  allocate: (type) => new PyDecimal(type, finite(0, 0n, 0)),
  slots: {
    new: newDecimal,
    init: () => {},
    repr: (rt, object) => rt.str(`Decimal('${decimalText(valueOf(object), contextOf(rt, undefined).capitals === 1)}')`),
    str: (rt, object) => text(rt, object),
    hash: (rt, object) => {
      const value = valueOf(object);
      if (value.kind === "signaling") rt.raise("TypeError", "Cannot hash a signaling NaN value");
      return value.kind === "quiet" ? hashAddress(object.address) : hashDecimal(rt, value);
    },
    richCompare: compare,
    add: operator(arithmetic.add),
    subtract: operator(arithmetic.subtract),
    multiply: operator(arithmetic.multiply),
    trueDivide: operator(arithmetic.divide),
    floorDivide: operator(arithmetic.divideInteger),
    remainder: operator(arithmetic.remainder),
    divmod,
    power: powerSlot,
    negative: unary(arithmetic.minus),
    positive: unary(arithmetic.plus),
    absolute: unary(arithmetic.absolute),
    bool: (_rt, object) => !isZero(valueOf(object)),
    int: (rt, object) => toInt(rt, valueOf(object), "ROUND_DOWN"),
    float: (rt, object) => rt.float(toNumber(rt, valueOf(object))),
  },
  methods,
  getset: [
    { name: "real", get: (_rt, object) => retain(object) },
    { name: "imag", get: (rt) => makeDecimal(rt, finite(0, 0n, 0)) },
  ],
});
