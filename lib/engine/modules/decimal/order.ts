import { add } from "./arithmetic.ts";
import {
  adjusted, Condition, type Decimal, finite, fix, infinity, invalid, isNan, isSpecial, isZero, passNan, powerOfTen, tiny, top, type Work, withSign,
} from "./value.ts";

/** The order of two numbers that are no NaN. */
export function compareFinite(work: Work, a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = [signum(a), signum(b)];
  if (left !== right) return left < right ? -1 : 1;
  if (left === 0) return 0;
  const forward: -1 | 1 = left > 0 ? 1 : -1;
  if (a.kind === "infinite" || b.kind === "infinite") {
    if (a.kind === b.kind) return 0;
    return a.kind === "infinite" ? forward : forward === 1 ? -1 : 1;
  }
  const [high, low] = [adjusted(a), adjusted(b)];
  const size = high !== low ? high - low : compareDigits(work, a, b);
  return size === 0 ? 0 : size > 0 ? forward : forward === 1 ? -1 : 1;
}

function signum(value: Decimal): number {
  return isZero(value) ? 0 : value.sign ? -1 : 1;
}

function compareDigits(work: Work, a: Decimal, b: Decimal): number {
  const gap = a.exponent - b.exponent;
  const left = gap > 0 ? a.coefficient * powerOfTen(work.rt, gap) : a.coefficient;
  const right = gap < 0 ? b.coefficient * powerOfTen(work.rt, -gap) : b.coefficient;
  return left < right ? -1 : left > right ? 1 : 0;
}

function fromSign(order: number): Decimal {
  return finite(order < 0 ? 1 : 0, order === 0 ? 0n : 1n, 0);
}

export function compare(work: Work, a: Decimal, b: Decimal): Decimal {
  return passNan(work, a, b) ?? fromSign(compareFinite(work, a, b));
}

export function compareSignal(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) work.status |= Condition.invalid;
  return nan ?? fromSign(compareFinite(work, a, b));
}

/** The total order of IEEE 754: by representation where values are equal. */
export function totalOrder(work: Work, a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign) return a.sign ? -1 : 1;
  const forward = a.sign ? -1 : 1;
  const rank = (value: Decimal): number => (value.kind === "quiet" ? 2 : value.kind === "signaling" ? 1 : 0);
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -forward : forward;
  if (isNan(a)) return a.coefficient === b.coefficient ? 0 : a.coefficient < b.coefficient ? -forward : forward;
  const order = compareFinite(work, a, b);
  if (order !== 0 || isSpecial(a)) return order;
  return a.exponent === b.exponent ? 0 : a.exponent < b.exponent ? -forward : forward;
}

export function compareTotal(work: Work, a: Decimal, b: Decimal): Decimal {
  return fromSign(totalOrder(work, a, b));
}

export function compareTotalMagnitude(work: Work, a: Decimal, b: Decimal): Decimal {
  return fromSign(totalOrder(work, withSign(a, 0), withSign(b, 0)));
}

/** The larger (or smaller) of two: a number goes before a quiet NaN; equal values are told apart by the total order. */
function extreme(wanted: 1 | -1, magnitude: boolean) {
  return (work: Work, a: Decimal, b: Decimal): Decimal => {
    if (isNan(a) || isNan(b)) {
      if (a.kind === "quiet" && !isNan(b)) return fix(work, b);
      if (b.kind === "quiet" && !isNan(a)) return fix(work, a);
      return passNan(work, a, b) as Decimal;
    }
    const order = (magnitude ? compareFinite(work, withSign(a, 0), withSign(b, 0)) : compareFinite(work, a, b)) || totalOrder(work, a, b);
    return fix(work, order * wanted < 0 ? b : a);
  };
}

export const max = extreme(1, false);
export const min = extreme(-1, false);
export const maxMagnitude = extreme(1, true);
export const minMagnitude = extreme(-1, true);

/** The next number that the context can hold, upwards or downwards. */
function neighbour(up: boolean) {
  return (work: Work, value: Decimal): Decimal => {
    const nan = passNan(work, value);
    if (nan) return nan;
    const away: 0 | 1 = up ? 0 : 1;
    if (value.kind === "infinite") return value.sign === away ? value : finite(value.sign, powerOfTen(work.rt, work.precision) - 1n, top(work));
    const quiet: Work = { ...work, rounding: up ? "ROUND_CEILING" : "ROUND_FLOOR", status: 0 };
    const fixed = fix(quiet, value);
    if (isSpecial(fixed) || compareFinite(work, fixed, value) !== 0) return fixed;
    return add(quiet, value, finite(away, 1n, tiny(work) - 1));
  };
}

export const nextPlus = neighbour(true);
export const nextMinus = neighbour(false);

export function nextToward(work: Work, value: Decimal, goal: Decimal): Decimal {
  const nan = passNan(work, value, goal);
  if (nan) return nan;
  const order = compareFinite(work, value, goal);
  if (order === 0) return withSign(value, goal.sign);
  const result = order < 0 ? nextPlus(work, value) : nextMinus(work, value);
  if (result.kind === "infinite") work.status |= Condition.overflow | Condition.inexact | Condition.rounded;
  else if (adjusted(result) < work.eMin) {
    work.status |= Condition.underflow | Condition.subnormal | Condition.inexact | Condition.rounded;
    if (isZero(result)) work.status |= Condition.clamped;
  }
  return result;
}

export function logB(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  if (value.kind === "infinite") return infinity(0);
  if (isZero(value)) {
    work.status |= Condition.divisionByZero;
    return infinity(1);
  }
  const size = adjusted(value);
  return fix(work, finite(size < 0 ? 1 : 0, BigInt(Math.abs(size)), 0));
}

/** A number that counts places: an integer no larger than the bound; null for any other. */
function places(value: Decimal, bound: number): number | null {
  if (isSpecial(value) || value.exponent !== 0 || value.coefficient > BigInt(bound)) return null;
  return value.sign ? -Number(value.coefficient) : Number(value.coefficient);
}

export function scaleB(work: Work, value: Decimal, by: Decimal): Decimal {
  const nan = passNan(work, value, by);
  if (nan) return nan;
  const count = places(by, 2 * (work.eMax + work.precision));
  if (count === null) return invalid(work);
  return isSpecial(value) ? value : fix(work, finite(value.sign, value.coefficient, value.exponent + count));
}

function moved(work: Work, value: Decimal, by: Decimal, around: boolean): Decimal {
  const nan = passNan(work, value, by);
  if (nan) return nan;
  const count = places(by, work.precision);
  if (count === null) return invalid(work);
  if (isSpecial(value)) return value;
  const digits = value.coefficient.toString().padStart(work.precision, "0").slice(-work.precision);
  work.rt.charge(digits.length >> 3);
  const at = (count + work.precision) % work.precision;
  if (around) return finite(value.sign, BigInt(digits.slice(at) + digits.slice(0, at)), value.exponent);
  const text = count < 0 ? digits.slice(0, count) : (digits + "0".repeat(count)).slice(-work.precision);
  return finite(value.sign, BigInt(text || "0"), value.exponent);
}

export function shift(work: Work, value: Decimal, by: Decimal): Decimal {
  return moved(work, value, by, false);
}

export function rotate(work: Work, value: Decimal, by: Decimal): Decimal {
  return moved(work, value, by, true);
}

/** Digits 0 and 1 as bits. */
function logicalDigits(work: Work, value: Decimal): string | null {
  if (isSpecial(value) || value.sign !== 0 || value.exponent !== 0) return null;
  const digits = value.coefficient.toString();
  return /^[01]+$/.test(digits) ? digits.padStart(work.precision, "0").slice(-work.precision) : null;
}

function logical(combine: (a: string, b: string) => boolean) {
  return (work: Work, a: Decimal, b: Decimal): Decimal => {
    const [left, right] = [logicalDigits(work, a), logicalDigits(work, b)];
    if (left === null || right === null) return invalid(work);
    work.rt.charge(left.length >> 3);
    return finite(0, BigInt(Array.from(left, (digit, i) => (combine(digit, right[i]) ? "1" : "0")).join("")), 0);
  };
}

export const logicalAnd = logical((a, b) => a === "1" && b === "1");
export const logicalOr = logical((a, b) => a === "1" || b === "1");
export const logicalXor = logical((a, b) => a !== b);

export function logicalInvert(work: Work, value: Decimal): Decimal {
  return logicalXor(work, value, finite(0, (powerOfTen(work.rt, work.precision) - 1n) / 9n, 0));
}

export function numberClass(work: Work, value: Decimal): string {
  if (value.kind === "quiet") return "NaN";
  if (value.kind === "signaling") return "sNaN";
  const sign = value.sign ? "-" : "+";
  if (value.kind === "infinite") return `${sign}Infinity`;
  if (isZero(value)) return `${sign}Zero`;
  return `${sign}${adjusted(value) < work.eMin ? "Subnormal" : "Normal"}`;
}

export function sameQuantum(a: Decimal, b: Decimal): boolean {
  if (isSpecial(a) || isSpecial(b)) return (isNan(a) && isNan(b)) || (a.kind === "infinite" && b.kind === "infinite");
  return a.exponent === b.exponent;
}
