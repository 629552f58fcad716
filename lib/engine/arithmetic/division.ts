/** Exact division of integers: no objects, no errors; divisors are never 0 here. */

/** Quotient rounded down. */
export function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** Remainder with the sign of the divisor. */
export function floorModulo(left: bigint, right: bigint): bigint {
  const remainder = left % right;
  return remainder !== 0n && remainder < 0n !== right < 0n ? remainder + right : remainder;
}

/** Quotient rounded to the nearest, halves to even. */
export function roundDivide(left: bigint, right: bigint): bigint {
  const quotient = floorDivide(left, right);
  const twice = 2n * floorModulo(left, right);
  const up = right < 0n ? twice < right : twice > right;
  return up || (twice === right && quotient % 2n !== 0n) ? quotient + 1n : quotient;
}

const MANTISSA_BITS = 53;
const MIN_EXPONENT = -1021;

/** The float nearest to the quotient, halves to even; ±Infinity when it is too large (Objects/longobject.c, long_true_divide). */
export function trueDivide(left: bigint, right: bigint): number {
  const negative = left < 0n !== right < 0n;
  const a = left < 0n ? -left : left;
  const b = right < 0n ? -right : right;
  const exact = BigInt(Number.MAX_SAFE_INTEGER);
  if (a === 0n) return negative ? -0 : 0;
  const result = a <= exact && b <= exact ? Number(a) / Number(b) : scaledDivide(a, b);
  return negative ? -result : result;
}

function scaledDivide(a: bigint, b: bigint): number {
  const difference = bits(a) - bits(b);
  if (difference > 1024) return Number.POSITIVE_INFINITY;
  if (difference < MIN_EXPONENT - MANTISSA_BITS - 1) return 0;
  const shift = Math.max(difference, MIN_EXPONENT) - MANTISSA_BITS - 2;
  const top = shift <= 0 ? a << BigInt(-shift) : a;
  const bottom = shift <= 0 ? b : b << BigInt(shift);
  const quotient = top / bottom;
  // The lowest bit remembers whether anything was cut off; two bits more than the mantissa are kept to round by hand.
  let low = top % bottom === 0n ? quotient : quotient | 1n;
  const extra = Math.max(bits(quotient), MIN_EXPONENT - shift) - MANTISSA_BITS;
  const mask = 1n << BigInt(extra - 1);
  if ((low & mask) !== 0n && (low & (3n * mask - 1n)) !== 0n) low += mask;
  return scale(Number(low & ~(2n * mask - 1n)), shift);
}

function bits(value: bigint): number {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0], 16)));
}

/** `value * 2 ** exponent`, rounded once (ldexp); ±Infinity on overflow. */
export function scale(value: number, exponent: number): number {
  const [mantissa, power] = decompose(value);
  if (mantissa === 0 || !Number.isFinite(value)) return value;
  const target = power + exponent;
  if (target > 1024) return value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (target < -1080) return value > 0 ? 0 : -0;
  // The first product is exact, the second rounds once: a subnormal result is not rounded twice.
  return target > 600 ? mantissa * 2 ** 600 * 2 ** (target - 600) : mantissa * 2 ** (target + 200) * 2 ** -200;
}

/** `value = mantissa * 2 ** exponent` with 0.5 <= |mantissa| < 1 (frexp); infinities, NaN and zeros give themselves and 0. */
export function decompose(value: number): [number, number] {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  let exponent = (view.getUint32(0) >>> 20) & 0x7ff;
  if (exponent === 0) {
    const [mantissa, power] = decompose(value * 2 ** 60);
    return [mantissa, power - 60];
  }
  view.setUint32(0, (view.getUint32(0) & 0x800fffff) | (1022 << 20));
  exponent -= 1022;
  return [view.getFloat64(0), exponent];
}

/** A finite float as an exact fraction `mantissa * 2 ** exponent` of integers, lowest terms not asked for. */
export function exactFloat(value: number): { mantissa: bigint; exponent: number } {
  const [fraction, exponent] = decompose(value);
  return { mantissa: BigInt(fraction * 2 ** 53), exponent: value === 0 ? 0 : exponent - 53 };
}
