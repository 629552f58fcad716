import { floorDivide, floorModulo, trueDivide } from "../arithmetic/division.ts";
import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp } from "../core/slots.ts";
import { bitLength, chargeInt, type PyInt } from "./int-object.ts";

/*
 * The operators of ints. While both operands and the result are exact as host numbers, no bigint is made: most programs
 * never leave these first lines. A result that was rounded is never a safe integer, so looking at it is enough.
 */

const MOST = Number.MAX_SAFE_INTEGER;
/** Beyond one digit the size of a product is worked out before. */
const DIGIT = 1n << 30n;
const TWO_DIGITS = 1n << 60n;

function isExact(value: number): boolean {
  return value <= MOST && value >= -MOST;
}

export function addInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (isExact(sum)) return rt.int(sum);
  }
  return rt.int(BigInt(a) + BigInt(b));
}

export function subtractInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (isExact(difference)) return rt.int(difference);
  }
  return rt.int(BigInt(a) - BigInt(b));
}

export function multiplyInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (isExact(product)) return rt.int(product);
  }
  return multiplyLarge(rt, left.value, right.value);
}

function multiplyLarge(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (left > DIGIT || right > DIGIT || left < -DIGIT || right < -DIGIT) chargeInt(rt, bitLength(left) + bitLength(right) - 1);
  return rt.int(left * right);
}

export function floorDivideInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (b === 0) rt.raise("ZeroDivisionError", rt.message("intFloorDivideByZero"));
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    const quotient = (a - rest) / b;
    return rt.int(rest !== 0 && rest < 0 !== b < 0 ? quotient - 1 : quotient);
  }
  chargeLarge(rt, left.value);
  return rt.int(floorDivide(left.value, right.value));
}

export function moduloInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (b === 0) rt.raise("ZeroDivisionError", rt.message("intModuloByZero"));
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return rt.int(rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest);
  }
  chargeLarge(rt, left.value);
  return rt.int(floorModulo(left.value, right.value));
}

export function divmodInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  if (right.form === 0) rt.raise("ZeroDivisionError", rt.message("intDivmodByZero"));
  return rt.takeTuple([floorDivideInts(rt, left, right), moduloInts(rt, left, right)]);
}

export function trueDivideInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (b === 0) rt.raise("ZeroDivisionError", "division by zero");
  const isExactly = typeof a === "number" && typeof b === "number";
  if (!isExactly) {
    chargeLarge(rt, left.value);
    chargeLarge(rt, right.value);
  }
  const result = isExactly ? a / b : trueDivide(left.value, right.value);
  if (!Number.isFinite(result)) rt.raise("OverflowError", "integer division result too large for a float");
  return rt.float(result);
}

/** Charges for going through an integer of many digits. */
function chargeLarge(rt: Runtime, value: bigint): void {
  if (value >= TWO_DIGITS || value <= -TWO_DIGITS) chargeInt(rt, bitLength(value));
}

export function shiftLeftInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (typeof a === "number" && typeof b === "number" && b >= 0 && b < 53) {
    const shifted = a * 2 ** b;
    if (isExact(shifted)) return rt.int(shifted);
  }
  return shiftLeft(rt, left.value, right.value);
}

function shiftLeft(rt: Runtime, left: bigint, right: bigint): PyObject {
  if (right < 0n) rt.raise("ValueError", "negative shift count");
  if (left === 0n) return rt.int(0);
  if (right >= 1n << 63n) rt.raise("OverflowError", "too many digits in integer");
  chargeInt(rt, bitLength(left) + Number(right));
  return rt.int(left << right);
}

export function shiftRightInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  const a = left.form;
  const b = right.form;
  if (typeof a === "number" && typeof b === "number" && b >= 0 && b < 64) return rt.int(Math.floor(a / 2 ** b));
  if (b < 0) rt.raise("ValueError", "negative shift count");
  if (b > rt.limits.integerBits) return rt.int(a < 0 ? -1 : 0);
  return rt.int(left.value >> right.value);
}

/** Whether the host's operators on 32 bits give the same as those on bits without end. */
function isNarrow(a: number | bigint, b: number | bigint): boolean {
  return typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b;
}

export function andInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  if (isNarrow(left.form, right.form)) return rt.int((left.form as number) & (right.form as number));
  return bitwise(rt, left.value, right.value, (a, b) => a & b);
}

export function orInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  if (isNarrow(left.form, right.form)) return rt.int((left.form as number) | (right.form as number));
  return bitwise(rt, left.value, right.value, (a, b) => a | b);
}

export function xorInts(rt: Runtime, left: PyInt, right: PyInt): PyObject {
  if (isNarrow(left.form, right.form)) return rt.int((left.form as number) ^ (right.form as number));
  return bitwise(rt, left.value, right.value, (a, b) => a ^ b);
}

function bitwise(rt: Runtime, left: bigint, right: bigint, operation: (left: bigint, right: bigint) => bigint): PyObject {
  chargeLarge(rt, left > right ? left : right);
  return rt.int(operation(left, right));
}

/** A comparison of two ints by their forms: a number and a bigint are never equal. */
export function compareInts(left: PyInt, right: PyInt, op: CompareOp): boolean {
  const a = left.form;
  const b = right.form;
  switch (op) {
    case "<": return a < b;
    case "<=": return a <= b;
    case "==": return a === b;
    case "!=": return a !== b;
    case ">": return a > b;
    case ">=": return a >= b;
  }
}
