import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type PyObject, release, releaseAll, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { collectItems } from "../../protocol/iterate.ts";
import { binaryOperation } from "../../protocol/number.ts";
import { decompose, exactFloat, scale, trueDivide } from "../../arithmetic/division.ts";
import { PyFloat } from "../../types/float-object.ts";
import { bitLength, PyInt } from "../../types/int-object.ts";
import type { PyTuple } from "../../types/tuple.ts";
import { eachItem, real } from "./arguments.ts";
import { integerSquareRoot } from "./integers.ts";

/** Every finite float is a multiple of 2 ** -UNIT, every product of two of them of 2 ** -2 UNIT. */
const UNIT = 1074;

function inUnits(value: number): bigint {
  const { mantissa, exponent } = exactFloat(value);
  return mantissa << BigInt(Math.max(exponent + UNIT, 0)) >> BigInt(Math.max(-exponent - UNIT, 0));
}

/** `fsum`: the exact sum, rounded once. */
function fsum(rt: Runtime, [iterable]: PyObject[]): PyObject {
  let sum = 0n;
  let special = 0;
  let positive = false;
  let negative = false;
  eachItem(rt, iterable, (item) => {
    const value = real(rt, item);
    if (Number.isFinite(value)) sum += inUnits(value);
    else {
      special += value;
      positive ||= value > 0;
      negative ||= value < 0;
    }
  });
  if (positive && negative) rt.raise("ValueError", "-inf + inf in fsum");
  if (special !== 0) return rt.float(special);
  const result = trueDivide(sum, 1n << BigInt(UNIT));
  if (!Number.isFinite(result)) rt.raise("OverflowError", "intermediate overflow in fsum");
  return rt.float(result);
}

function prod(rt: Runtime, [iterable, start]: PyObject[]): PyObject {
  let product = start === undefined ? rt.int(1) : retain(start);
  try {
    eachItem(rt, iterable, (item) => {
      const next = binaryOperation(rt, "*", product, item);
      release(product);
      product = next;
    });
    return retain(product);
  } finally {
    release(product);
  }
}

/** `sumprod`: exact and rounded once for floats, as sums of products else. */
function sumprod(rt: Runtime, [first, second]: PyObject[]): PyObject {
  const left = collectItems(rt, first);
  let right: PyObject[] = [];
  try {
    right = collectItems(rt, second);
    if (left.length !== right.length) rt.raise("ValueError", "Inputs are not the same length");
    const isPlain = (item: PyObject): boolean => (item.type === rt.types.int && Number.isFinite(Number((item as PyInt).value))) || (item.type === rt.types.float && Number.isFinite((item as PyFloat).value));
    const items = [...left, ...right];
    if (items.some((item) => item instanceof PyFloat) && items.every(isPlain)) return rt.float(exactProducts(left, right));
    return generalProducts(rt, left, right);
  } finally {
    releaseAll(left);
    releaseAll(right);
  }
}

function exactProducts(left: readonly PyObject[], right: readonly PyObject[]): number {
  const units = (item: PyObject): bigint => (item instanceof PyFloat ? inUnits(item.value) : (item as PyInt).value << BigInt(UNIT));
  let sum = 0n;
  left.forEach((item, i) => {
    sum += units(item) * units(right[i]);
  });
  return trueDivide(sum, 1n << BigInt(2 * UNIT));
}

function generalProducts(rt: Runtime, left: readonly PyObject[], right: readonly PyObject[]): PyObject {
  let sum = rt.int(0);
  for (let i = 0; i < left.length; i++) {
    rt.charge(1);
    try {
      const product = binaryOperation(rt, "*", left[i], right[i]);
      try {
        const next = binaryOperation(rt, "+", sum, product);
        release(sum);
        sum = next;
      } finally {
        release(product);
      }
    } catch (error) {
      release(sum);
      throw error;
    }
  }
  return sum;
}

/** The length of a vector: the exact sum of squares, its root rounded once. */
function norm(values: readonly number[]): number {
  if (values.some((value) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (values.some(Number.isNaN)) return Number.NaN;
  const sum = values.reduce((total, value) => total + inUnits(value) ** 2n, 0n);
  if (sum === 0n) return 0;
  // 64 bits of the root and one that remembers whether anything was cut off are enough to round.
  const shift = Math.ceil((128 - bitLength(sum)) / 2);
  const scaled = shift >= 0 ? sum << BigInt(2 * shift) : sum >> BigInt(-2 * shift);
  const root = integerSquareRoot(scaled);
  const exact = root * root === scaled && (shift >= 0 || scaled << BigInt(-2 * shift) === sum);
  const sticky = (root << 1n) | (exact ? 0n : 1n);
  return normalized(sticky, -UNIT - shift - 1);
}

/** `value * 2 ** exponent`, rounded once. */
function normalized(value: bigint, exponent: number): number {
  if (exponent >= 0) return scale(Number(value), exponent);
  return trueDivide(value, 1n << BigInt(-exponent));
}

function hypot(rt: Runtime, [coordinates]: PyObject[]): PyObject {
  rt.charge(4 * (coordinates as PyTuple).items.length);
  return rt.float(norm((coordinates as PyTuple).items.map((item) => real(rt, item))));
}

function dist(rt: Runtime, [p, q]: PyObject[]): PyObject {
  const left = collectItems(rt, p);
  let right: PyObject[] = [];
  try {
    right = collectItems(rt, q);
    if (left.length !== right.length) rt.raise("ValueError", "both points must have the same number of dimensions");
    return rt.float(norm(left.map((item, i) => real(rt, item) - real(rt, right[i]))));
  } finally {
    releaseAll(left);
    releaseAll(right);
  }
}

/** `x * y + z`, rounded once. */
function fma(rt: Runtime, args: PyObject[]): PyObject {
  const [x, y, z] = args.map((argument) => real(rt, argument));
  if (![x, y, z].every(Number.isFinite)) {
    const result = x * y + z;
    if (Number.isNaN(result) && ![x, y, z].some(Number.isNaN)) rt.raise("ValueError", "invalid operation in fma");
    return rt.float(result);
  }
  const sum = inUnits(x) * inUnits(y) + (inUnits(z) << BigInt(UNIT));
  const result = sum === 0n ? x * y + z : trueDivide(sum, 1n << BigInt(2 * UNIT));
  if (!Number.isFinite(result)) rt.raise("OverflowError", "overflow in fma");
  return rt.float(result);
}

/** The float `steps` places from x towards y. */
function stepTowards(x: number, y: number, steps: bigint): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  const view = new DataView(new ArrayBuffer(8));
  // Floats in order as integers: negative ones mirrored.
  const rank = (value: number): bigint => {
    view.setFloat64(0, value);
    const bits = view.getBigInt64(0);
    return bits >= 0n ? bits : -(bits & 0x7fff_ffff_ffff_ffffn);
  };
  const from = rank(x);
  const to = rank(y);
  const distance = to > from ? to - from : from - to;
  if (distance <= steps) return distance === 0n && steps > 0n ? y : distance === 0n ? x : y;
  const place = to > from ? from + steps : from - steps;
  // On the way up from below, zero is still negative.
  if (place === 0n) return from < 0n ? -0 : 0;
  view.setBigInt64(0, place >= 0n ? place : BigInt.asIntN(64, -place | (1n << 63n)));
  return view.getFloat64(0);
}

function nextAfter(rt: Runtime, [x, y, steps]: PyObject[]): PyObject {
  const from = real(rt, x);
  const to = real(rt, y);
  const count = steps === undefined || steps === rt.none ? 1n : rt.index(steps);
  if (count < 0n) rt.raise("ValueError", "steps must be a non-negative integer");
  return rt.float(stepTowards(from, to, count));
}

/** The distance to the next float away from zero. */
function ulp(rt: Runtime, [argument]: PyObject[]): PyObject {
  const x = Math.abs(real(rt, argument));
  if (!Number.isFinite(x)) return rt.float(x);
  const next = stepTowards(x, Number.POSITIVE_INFINITY, 1n);
  return rt.float(Number.isFinite(next) ? next - x : x - stepTowards(x, 0, 1n));
}

function frexp(rt: Runtime, [argument]: PyObject[]): PyObject {
  const [mantissa, exponent] = decompose(real(rt, argument));
  return rt.takeTuple([rt.float(mantissa), rt.int(exponent)]);
}

function ldexp(rt: Runtime, [argument, exponent]: PyObject[]): PyObject {
  const x = real(rt, argument);
  if (!(exponent instanceof PyInt)) return rt.raise("TypeError", "Expected an int as second argument to ldexp.");
  const { value } = exponent;
  const bounded = value > 10_000n ? 10_000 : value < -10_000n ? -10_000 : Number(value);
  const result = scale(x, bounded);
  if (!Number.isFinite(result) && Number.isFinite(x)) rt.raise("OverflowError", "math range error");
  return rt.float(result);
}

function modf(rt: Runtime, [argument]: PyObject[]): PyObject {
  const x = real(rt, argument);
  const negative = x < 0 || Object.is(x, -0);
  if (!Number.isFinite(x)) return rt.takeTuple([rt.float(Number.isNaN(x) ? x : negative ? -0 : 0), rt.float(x)]);
  const whole = Math.trunc(x);
  const fraction = x - whole;
  return rt.takeTuple([rt.float(fraction === 0 && negative ? -0 : fraction), rt.float(whole)]);
}

export const sumFunctions: readonly FunctionSpec[] = [
  nativeFunction("fsum(seq, /)", fsum),
  nativeFunction("prod(iterable, /, *, start=1)", prod),
  nativeFunction("sumprod(p, q, /)", sumprod),
  nativeFunction("hypot(*coordinates)", hypot),
  nativeFunction("dist(p, q, /)", dist),
  nativeFunction("fma(x, y, z, /)", fma),
  nativeFunction("nextafter(x, y, /, *, steps=None)", nextAfter),
  nativeFunction("ulp(x, /)", ulp),
  nativeFunction("frexp(x, /)", frexp),
  nativeFunction("ldexp(x, i, /)", ldexp),
  nativeFunction("modf(x, /)", modf),
];
