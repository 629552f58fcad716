import { floorDivide, floorModulo, trueDivide } from "../../arithmetic/division.ts";
import { power } from "../../arithmetic/elementary.ts";
import { Lazy } from "../../lazy/lazy.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Const } from "../code.ts";
import type { Complex, complexBinary } from "./fold-complex.ts";

type Limits = Profile["compiler"]["folding"];
export const complexFolding = new Lazy<typeof complexBinary>("rare");

type NumberConst = Extract<Const, { kind: "bool" | "int" | "float" | "complex" }>;
export type ArithmeticOperator = "+" | "&" | "//" | "<<" | "@" | "*" | "%" | "|" | "**" | ">>" | "-" | "/" | "^";

/** Arithmetic on two numbers as Python does it; null when it raises or passes a limit. */
export function numericBinary(op: ArithmeticOperator, left: Const, right: Const, limits: Limits): Const | null {
  if (!isNumber(left) || !isNumber(right)) return null;
  if (left.kind === "complex" || right.kind === "complex") return ofComplex(complexFolding.get()(op, toComplex(left, limits), toComplex(right, limits)));
  if (left.kind === "bool" && right.kind === "bool" && (op === "&" || op === "|" || op === "^")) return boolBinary(op, left.value, right.value);
  if (left.kind === "float" || right.kind === "float") return floatBinary(op, Number(left.value), Number(right.value), left, right);
  return intBinary(op, BigInt(left.value), BigInt(right.value), limits);
}

function isNumber(c: Const): c is NumberConst {
  return c.kind === "bool" || c.kind === "int" || c.kind === "float" || c.kind === "complex";
}

function toComplex(c: NumberConst, limits: Limits): Complex {
  return c.kind === "complex" ? { real: c.real, imag: c.imag } : { real: Number(c.value), imag: limits.realStaysReal ? null : 0 };
}

function ofComplex(value: Complex | null): Const | null {
  return value === null ? null : { kind: "complex", real: value.real, imag: value.imag ?? 0 };
}

function boolBinary(op: "&" | "|" | "^", a: boolean, b: boolean): Const {
  return { kind: "bool", value: op === "&" ? a && b : op === "|" ? a || b : a !== b };
}

function intBinary(op: ArithmeticOperator, a: bigint, b: bigint, limits: Limits): Const | null {
  switch (op) {
    case "/":
      return b === 0n ? null : finite(trueDivide(a, b));
    case "**":
      return intPower(a, b, limits);
    default: {
      const value = intOnly(op, a, b, limits);
      return value === null ? null : { kind: "int", value };
    }
  }
}

function intOnly(op: ArithmeticOperator, a: bigint, b: bigint, limits: Limits): bigint | null {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a !== 0n && b !== 0n && bits(a) + bits(b) > limits.maxIntBits ? null : a * b;
    case "//":
      return b === 0n ? null : floorDivide(a, b);
    case "%":
      return b === 0n ? null : floorModulo(a, b);
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case ">>":
      return b < 0n ? null : a >> b;
    case "<<":
      if (b < 0n || (a !== 0n && b + BigInt(bits(a)) > BigInt(limits.maxIntBits))) return null;
      return a === 0n ? 0n : a << b;
    default:
      return null;
  }
}

function intPower(a: bigint, b: bigint, limits: Limits): Const | null {
  // Both become floats, which must be able to hold them.
  if (b < 0n) return Number.isFinite(Number(a)) ? floatPower(Number(a), Number(b)) : null;
  if (a !== 0n && b > 0n && BigInt(bits(a)) > BigInt(limits.maxIntBits) / b) return null;
  return { kind: "int", value: a ** b };
}

/** Bits of the absolute value. */
function bits(value: bigint): number {
  return value === 0n ? 0 : (value < 0n ? -value : value).toString(2).length;
}

function float(value: number): Const {
  return { kind: "float", value };
}

/** A result that is too large for a float raises. */
function finite(value: number): Const | null {
  return Number.isFinite(value) ? float(value) : null;
}

function floatBinary(op: ArithmeticOperator, a: number, b: number, left: NumberConst, right: NumberConst): Const | null {
  // An int too large for a float raises.
  if ((left.kind === "int" && !Number.isFinite(a)) || (right.kind === "int" && !Number.isFinite(b))) return null;
  switch (op) {
    case "+":
      return float(a + b);
    case "-":
      return float(a - b);
    case "*":
      return float(a * b);
    case "/":
      return b === 0 ? null : float(a / b);
    case "//":
      return b === 0 ? null : float(floorDivideFloats(a, b));
    case "%":
      return b === 0 ? null : float(moduloFloats(a, b));
    case "**":
      return floatPower(a, b);
    default:
      return null;
  }
}

/** The sign of the result is that of the divisor (Objects/floatobject.c). */
function moduloFloats(a: number, b: number): number {
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return b < 0 !== remainder < 0 ? remainder + b : remainder;
}

function floorDivideFloats(a: number, b: number): number {
  const modulo = a % b;
  let quotient = (a - modulo) / b;
  if (modulo !== 0 && b < 0 !== modulo < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floored = Math.floor(quotient);
  return quotient - floored > 0.5 ? floored + 1 : floored;
}

function floatPower(a: number, b: number): Const | null {
  if (b === 0 || a === 1) return float(1);
  if (Number.isNaN(a) || Number.isNaN(b)) return float(Number.NaN);
  if (a === -1 && !Number.isFinite(b)) return float(1);
  if (a === 0 && b < 0) return null;
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    return ofComplex(complexFolding.get()("**", { real: a, imag: 0 }, { real: b, imag: 0 }));
  }
  const result = power(a, b);
  return !Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b) ? null : float(result);
}
