import { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { PyType } from "../../core/type.ts";
import { exactFloat } from "../../arithmetic/division.ts";
import { PyFloat } from "../../types/float-object.ts";
import { chargeReading, PyInt } from "../../types/int-object.ts";
import { PyList } from "../../types/list.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTuple } from "../../types/tuple.ts";
import { type PyContext, signal, workOf } from "./context.ts";
import { parseDecimal } from "./text.ts";
import { Condition, type Decimal, digitCount, finite, fix, infinity, NOT_A_NUMBER, powerOfTen, type Work } from "./value.ts";

/** Digits that lie in the object itself; more lie elsewhere, in words of 19. */
const INLINE_DIGITS = 76;
const BASIC_SIZE = 104;

function sizeOf(value: Decimal): number {
  if (value.coefficient < 10n ** 76n) return BASIC_SIZE;
  const digits = digitCount(value.coefficient);
  return BASIC_SIZE + (digits > INLINE_DIGITS ? Math.ceil(digits / 19) * 8 : 0);
}

/** An immutable decimal number (Modules/_decimal/_decimal.c). */
export class PyDecimal extends PyObject {
  readonly value: Decimal;

  constructor(type: PyType, value: Decimal) {
    super(type, sizeOf(value));
    this.value = value;
  }
}

export function fromBigInt(value: bigint): Decimal {
  return value < 0n ? finite(1, -value, 0) : finite(0, value, 0);
}

/** The exact value of a float, with the exponent nearest to 0. */
export function fromFloat(rt: Runtime, value: number): Decimal {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0;
  if (!Number.isFinite(value)) return infinity(sign);
  let { mantissa, exponent } = exactFloat(Math.abs(value));
  if (mantissa === 0n) return finite(sign, 0n, 0);
  while (exponent < 0 && mantissa % 2n === 0n) {
    mantissa /= 2n;
    exponent++;
  }
  rt.charge(8);
  if (exponent >= 0) return finite(sign, mantissa << BigInt(exponent), 0);
  return finite(sign, mantissa * 5n ** BigInt(-exponent), exponent);
}

/** The value of an operand that is a Decimal or an int, else null. */
export function operandOf(rt: Runtime, object: PyObject): Decimal | null {
  if (object instanceof PyDecimal) return object.value;
  if (!(object instanceof PyInt)) return null;
  chargeReading(rt, object);
  return fromBigInt(object.value);
}

export function requireOperand(rt: Runtime, object: PyObject): Decimal {
  return operandOf(rt, object) ?? rt.raise("TypeError", `conversion from ${object.type.shownName} to Decimal is not supported`);
}

const SPECIAL_EXPONENTS: Readonly<Record<string, Decimal["kind"] | undefined>> = { F: "infinite", n: "quiet", N: "signaling" };

/** The value that a tuple of sign, digits and exponent describes. */
function fromParts(rt: Runtime, parts: readonly PyObject[]): Decimal {
  if (parts.length !== 3) rt.raise("ValueError", "argument must be a sequence of length 3");
  const [signObject, digitsObject, exponentObject] = parts;
  if (!(signObject instanceof PyInt) || (signObject.value !== 0n && signObject.value !== 1n)) rt.raise("ValueError", "sign must be an integer with the value 0 or 1");
  const sign = (signObject as PyInt).value === 1n ? 1 : 0;
  let kind: Decimal["kind"] = "finite";
  let exponent = 0;
  if (exponentObject instanceof PyStr) {
    kind = SPECIAL_EXPONENTS[["F", "n", "N"].includes(exponentObject.value) ? exponentObject.value : ""] ?? rt.raise("ValueError", "string argument in the third position must be 'F', 'n' or 'N'");
  } else if (exponentObject instanceof PyInt) exponent = Number(exponentObject.value);
  else rt.raise("ValueError", "exponent must be an integer");
  if (!(digitsObject instanceof PyTuple || digitsObject instanceof PyList)) rt.raise("ValueError", "coefficient must be a tuple of digits");
  const { items } = digitsObject as PyTuple | PyList;
  rt.charge(items.length);
  const digits = items.map((item) => (item instanceof PyInt && item.value >= 0n && item.value <= 9n ? String(item.value) : rt.raise("ValueError", "coefficient must be a tuple of digits")));
  return { kind, sign, coefficient: kind === "infinite" ? 0n : BigInt(digits.join("") || "0"), exponent };
}

/** `Decimal(object)`: exact, the context only asked whether what goes wrong raises. */
export function convert(rt: Runtime, object: PyObject, context: () => PyContext): Decimal {
  if (object instanceof PyStr) {
    const value = parseDecimal(rt, object.value);
    if (value) return value;
    signal(rt, context(), Condition.conversionSyntax);
    return NOT_A_NUMBER;
  }
  if (object instanceof PyFloat) {
    signal(rt, context(), Condition.floatOperation);
    return fromFloat(rt, object.value);
  }
  if (object instanceof PyTuple || object instanceof PyList) return fromParts(rt, object.items);
  return requireOperand(rt, object);
}

/** `context.create_decimal(object)`: converted and rounded; the text of a NaN has to fit. */
export function convertRounded(rt: Runtime, object: PyObject, context: PyContext): Decimal {
  const exact = convert(rt, object, () => context);
  const work = workOf(rt, context);
  if (exact.kind !== "finite" && exact.kind !== "infinite") {
    if (digitCount(exact.coefficient) <= work.precision - (work.clamp ? 1 : 0)) return exact;
    signal(rt, context, Condition.conversionSyntax);
    return NOT_A_NUMBER;
  }
  const value = fix(work, exact);
  signal(rt, context, work.status);
  return value;
}

const MODULUS = (1n << 61n) - 1n;
const INVERSE_OF_TEN = 2075258708292324556n;

/** Equal to the hash of an equal int, float or fraction; not for NaNs. */
export function hashDecimal(rt: Runtime, value: Decimal): bigint {
  if (value.kind === "infinite") return value.sign ? -314159n : 314159n;
  rt.charge(8);
  let [factor, power, residue] = [value.exponent >= 0 ? 10n : INVERSE_OF_TEN, BigInt(Math.abs(value.exponent)), value.coefficient % MODULUS];
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) residue = (residue * factor) % MODULUS;
    factor = (factor * factor) % MODULUS;
  }
  const hash = value.sign ? -residue : residue;
  return hash === -1n ? -2n : hash;
}

/** Numerator and denominator in lowest terms of a finite number. */
export function integerRatio(rt: Runtime, value: Decimal): readonly [bigint, bigint] {
  let numerator = value.coefficient;
  let denominator = 1n;
  if (value.exponent >= 0) numerator *= powerOfTen(rt, value.exponent);
  else {
    denominator = powerOfTen(rt, -value.exponent);
    for (const prime of [2n, 5n]) {
      while (numerator !== 0n && numerator % prime === 0n && denominator % prime === 0n) {
        rt.charge(1);
        numerator /= prime;
        denominator /= prime;
      }
    }
    if (numerator === 0n) denominator = 1n;
  }
  return [value.sign ? -numerator : numerator, denominator];
}

/** Runs an operation in a context and makes its conditions known. */
export function inContext<T>(rt: Runtime, context: PyContext, operation: (work: Work) => T): T {
  const work = workOf(rt, context);
  const result = operation(work);
  signal(rt, context, work.status);
  return result;
}

