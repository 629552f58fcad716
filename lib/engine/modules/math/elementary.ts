import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import type { Runtime } from "../../core/runtime.ts";
import type { PyObject } from "../../core/object.ts";
import { decompose } from "../../arithmetic/division.ts";
import * as elementary from "../../arithmetic/elementary.ts";
import { bitLength, chargeReading, PyInt } from "../../types/int-object.ts";
import { type Domain, domainError, rangeError, real } from "./arguments.ts";

/** A function of one float (math_1): NaN from a number is a domain error, infinity from a finite number a range error. */
function oneFloat(name: string, body: (x: number) => number, domain: Domain): FunctionSpec {
  return nativeFunction(`${name}(x, /)`, (rt, [argument]) => {
    const x = real(rt, argument);
    rt.charge(8);
    const result = body(x);
    if (Number.isNaN(result) && !Number.isNaN(x)) domainError(rt, domain, x);
    if (!Number.isFinite(result) && !Number.isNaN(result) && Number.isFinite(x)) {
      if (name === "atanh" || name === "log1p") domainError(rt, domain, x);
      rangeError(rt);
    }
    return rt.float(result);
  });
}

type Logarithm = (x: number) => number;

/** A logarithm of any int or float (loghelper): an int too large for a float is scaled first. */
export function logarithm(rt: Runtime, argument: PyObject, log: Logarithm): number {
  if (argument instanceof PyInt) {
    const { value } = argument;
    if (value <= 0n) rt.raise("ValueError", rt.message("mathPositiveInt"));
    const x = Number(value);
    if (Number.isFinite(x)) return log(x);
    chargeReading(rt, argument);
    const bits = bitLength(value);
    return log(Number(value >> BigInt(bits - 64)) / 2 ** 64) + log(2) * bits;
  }
  const x = real(rt, argument);
  if (x <= 0) domainError(rt, "mathPositive", x);
  return log(x);
}

/** Exact for powers of two (m_log2). */
function log2(x: number): number {
  const [mantissa, exponent] = decompose(x);
  return mantissa === 0.5 ? exponent - 1 : Math.log2(x);
}

function log(rt: Runtime, [argument, base]: PyObject[]): PyObject {
  const top = logarithm(rt, argument, elementary.log);
  if (base === undefined) return rt.float(top);
  const bottom = logarithm(rt, base, elementary.log);
  if (bottom === 0) rt.raise("ZeroDivisionError", rt.message("floatDivideByZero"));
  return rt.float(top / bottom);
}

/** Functions of two floats (math_2). */
function twoFloats(name: string, body: (x: number, y: number) => number): FunctionSpec {
  return nativeFunction(`${name}(x, y, /)`, (rt, [first, second]) => {
    const x = real(rt, first);
    const y = real(rt, second);
    const result = body(x, y);
    if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) rt.raise("ValueError", "math domain error");
    if (!Number.isFinite(result) && !Number.isNaN(result) && Number.isFinite(x) && Number.isFinite(y)) {
      if (name === "pow" && x !== 0) rangeError(rt);
      rt.raise("ValueError", "math domain error");
    }
    return rt.float(result);
  });
}

/** IEEE 754 remainder: the quotient is rounded to the nearest, halves to even (m_remainder). */
function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return Number.isFinite(x) && !Number.isNaN(y) ? x : Number.NaN;
  if (y === 0) return Number.NaN;
  const size = Math.abs(x);
  const divisor = Math.abs(y);
  const rest = size % divisor;
  const other = divisor - rest;
  const result = rest < other ? rest : rest > other ? -other : rest - 2 * ((0.5 * (size - rest)) % divisor);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

export const elementaryFunctions: readonly FunctionSpec[] = [
  oneFloat("sqrt", Math.sqrt, "mathNonnegative"),
  oneFloat("cbrt", Math.cbrt, "mathFinite"),
  oneFloat("exp", elementary.exp, "mathFinite"),
  oneFloat("exp2", (x) => 2 ** x, "mathFinite"),
  oneFloat("expm1", Math.expm1, "mathFinite"),
  oneFloat("log1p", Math.log1p, "mathAboveMinusOne"),
  oneFloat("sin", elementary.sin, "mathFinite"),
  oneFloat("cos", elementary.cos, "mathFinite"),
  oneFloat("tan", elementary.tan, "mathFinite"),
  oneFloat("asin", elementary.asin, "mathUnitClosed"),
  oneFloat("acos", elementary.acos, "mathUnitClosed"),
  oneFloat("atan", elementary.atan, "mathFinite"),
  oneFloat("sinh", Math.sinh, "mathFinite"),
  oneFloat("cosh", elementary.cosh, "mathFinite"),
  oneFloat("tanh", Math.tanh, "mathFinite"),
  oneFloat("asinh", Math.asinh, "mathFinite"),
  oneFloat("acosh", Math.acosh, "mathAtLeastOne"),
  oneFloat("atanh", Math.atanh, "mathUnitOpen"),
  oneFloat("fabs", Math.abs, "mathFinite"),
  oneFloat("degrees", (x) => x * (180 / Math.PI), "mathFinite"),
  oneFloat("radians", (x) => x * (Math.PI / 180), "mathFinite"),
  twoFloats("pow", elementary.power),
  twoFloats("fmod", (x, y) => x % y),
  twoFloats("remainder", remainder),
  twoFloats("atan2", Math.atan2),
  twoFloats("copysign", (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  nativeFunction("log(x, [base], /)", log),
  nativeFunction("log2(x, /)", (rt, [x]) => rt.float(logarithm(rt, x, log2))),
  nativeFunction("log10(x, /)", (rt, [x]) => rt.float(logarithm(rt, x, Math.log10))),
];
