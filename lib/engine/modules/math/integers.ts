import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { bitLength, chargeInt } from "../../types/int-object.ts";
import type { PyTuple } from "../../types/tuple.ts";

/** The product of low, low + 1, … high; halves of about equal size are multiplied, which is what keeps it fast. */
function productOf(rt: Runtime, low: bigint, high: bigint): bigint {
  if (low > high) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let i = low + 1n; i <= high; i++) product *= i;
    rt.charge(1);
    return product;
  }
  const middle = (low + high) / 2n;
  const left = productOf(rt, low, middle);
  const right = productOf(rt, middle + 1n, high);
  chargeInt(rt, bitLength(left) + bitLength(right));
  return left * right;
}

function factorial(rt: Runtime, [argument]: PyObject[]): PyObject {
  const n = rt.index(argument);
  if (n < 0n) rt.raise("ValueError", "factorial() not defined for negative values");
  if (n >= 1n << 63n) rt.raise("OverflowError", `factorial() argument should not exceed ${(1n << 63n) - 1n}`);
  const size = Number(n);
  if (size > 20) chargeInt(rt, Math.ceil(size * Math.log2(size / Math.E)));
  return rt.int(productOf(rt, 1n, n));
}

function perm(rt: Runtime, [first, second]: PyObject[]): PyObject {
  if (second === undefined || second === rt.none) return factorial(rt, [first]);
  const n = rt.index(first);
  const k = rt.index(second);
  if (n < 0n) rt.raise("ValueError", "n must be a non-negative integer");
  if (k < 0n) rt.raise("ValueError", "k must be a non-negative integer");
  if (k > n) return rt.int(0);
  chargeInt(rt, Number(k) * Math.max(bitLength(n) - 1, 0));
  return rt.int(productOf(rt, n - k + 1n, n));
}

function comb(rt: Runtime, [first, second]: PyObject[]): PyObject {
  const n = rt.index(first);
  let k = rt.index(second);
  if (n < 0n) rt.raise("ValueError", "n must be a non-negative integer");
  if (k < 0n) rt.raise("ValueError", "k must be a non-negative integer");
  if (k > n) return rt.int(0);
  if (n - k < k) k = n - k;
  chargeInt(rt, Number(k) * bitLength(n));
  return rt.int(productOf(rt, n - k + 1n, n) / productOf(rt, 1n, k));
}

/** The greatest common divisor by Euclid. */
export function greatestCommonDivisor(rt: Runtime, first: bigint, second: bigint): bigint {
  let [a, b] = [first < 0n ? -first : first, second < 0n ? -second : second];
  let cost = 1 + (bitLength(b) >> 7);
  for (let turn = 1; b !== 0n; turn++) {
    rt.charge(cost);
    if (turn % 64 === 0) cost = 1 + (bitLength(b) >> 7);
    [a, b] = [b, a % b];
  }
  return a;
}

function gcd(rt: Runtime, [integers]: PyObject[]): PyObject {
  return rt.int((integers as PyTuple).items.map((item) => rt.index(item)).reduce((a, b) => greatestCommonDivisor(rt, a, b), 0n));
}

function lcm(rt: Runtime, [integers]: PyObject[]): PyObject {
  const values = (integers as PyTuple).items.map((item) => rt.index(item));
  if (values.includes(0n)) return rt.int(0);
  const multiple = values.reduce((a, b) => {
    chargeInt(rt, bitLength(a) + bitLength(b));
    return (a / greatestCommonDivisor(rt, a, b)) * b;
  }, 1n);
  return rt.int(multiple < 0n ? -multiple : multiple);
}

/** The integer part of a square root: Newton's method with twice the digits each time (Modules/mathmodule.c, math_isqrt). */
export function integerSquareRoot(value: bigint): bigint {
  if (value === 0n) return 0n;
  const half = (bitLength(value) - 1) >> 1;
  let root = 1n;
  let digits = 0;
  for (let shift = 32 - Math.clz32(half) - 1; shift >= 0; shift--) {
    const before = digits;
    digits = half >> shift;
    root = (root << BigInt(digits - before - 1)) + (value >> BigInt(2 * half - before - digits + 1)) / root;
  }
  return root * root > value ? root - 1n : root;
}

function isqrt(rt: Runtime, [argument]: PyObject[]): PyObject {
  const n = rt.index(argument);
  if (n < 0n) rt.raise("ValueError", "isqrt() argument must be nonnegative");
  chargeInt(rt, bitLength(n));
  return rt.int(integerSquareRoot(n));
}

export const integerFunctions: readonly FunctionSpec[] = [
  nativeFunction("factorial(n, /)", factorial),
  nativeFunction("perm(n, k=None, /)", perm),
  nativeFunction("comb(n, k, /)", comb),
  nativeFunction("gcd(*integers)", gcd),
  nativeFunction("lcm(*integers)", lcm),
  nativeFunction("isqrt(n, /)", isqrt),
];
