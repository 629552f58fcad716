import { exactFloat, trueDivide } from "./division.ts";

/**
 * Elementary functions rounded correctly, or so nearly always: the C library that CPython calls errs in one case of
 * thousands, JavaScript's own functions in one of ten. The rest (log10, expm1, tanh and others) is as good in JavaScript. Computed in fixed point, `BITS` bits after the point.
 */

const BITS = 160;
const P = BigInt(BITS);
const ONE = 1n << P;

/** A float in fixed point; exact when it is no smaller than 2 ** -100. */
function fixed(value: number): bigint {
  const { mantissa, exponent } = exactFloat(value);
  const shift = BITS + exponent;
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
}

/** `value * 2 ** exponent` of a fixed-point number as a float. */
function toFloat(value: bigint, exponent = 0): number {
  return exponent >= BITS ? Number(value << BigInt(exponent - BITS)) : trueDivide(value, 1n << BigInt(BITS - exponent));
}

const multiply = (a: bigint, b: bigint): bigint => (a * b) >> P;
const divide = (a: bigint, b: bigint): bigint => (a << P) / b;

/** atanh(1 / n) or atan(1 / n) by the series, with so many bits. */
function inverseSeries(n: bigint, bits: number, sign: 1n | -1n): bigint {
  let term = (1n << BigInt(bits)) / n;
  let sum = term;
  for (let i = 3n, alternate = sign; term !== 0n; i += 2n, alternate *= sign) {
    term /= n * n;
    sum += (alternate * term) / i;
  }
  return sum;
}

/** ln 2 = 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
const LN2 = 18n * inverseSeries(26n, BITS, 1n) - 2n * inverseSeries(4801n, BITS, 1n) + 8n * inverseSeries(8749n, BITS, 1n);

let piCache = { bits: 0, value: 0n };

/** Pi by Machin's formula, with so many bits. */
function piOf(bits: number): bigint {
  if (piCache.bits < bits) {
    const work = bits + 32;
    piCache = { bits: work, value: 4n * (4n * inverseSeries(5n, work, -1n) - inverseSeries(239n, work, -1n)) };
  }
  return piCache.value >> BigInt(piCache.bits - bits);
}

/** `exp(x) = value * 2 ** exponent`. */
function expFixed(x: bigint): { value: bigint; exponent: number } {
  const turns = (2n * x + LN2) / (2n * LN2);
  const small = (x - turns * LN2) >> 8n;
  let term = ONE;
  let sum = ONE;
  for (let i = 1n; term !== 0n && i < 60n; i++) {
    term = multiply(term, small) / i;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = multiply(sum, sum);
  return { value: sum, exponent: Number(turns) };
}

/** The natural logarithm of a positive finite float: the host's value, corrected once. */
function logFixed(x: number): bigint {
  let { mantissa, exponent } = exactFloat(x);
  // Between 0.7 and 1.4 the exponent's part vanishes, and with it the cancellation near 1.
  exponent += 53;
  let m = mantissa << (P - 53n);
  if (m < (ONE * 7n) / 10n) {
    m <<= 1n;
    exponent--;
  }
  const guess = fixed(Math.log(toFloat(m)));
  const inverse = expFixed(-guess);
  const scaled = inverse.exponent >= 0 ? inverse.value << BigInt(inverse.exponent) : inverse.value >> BigInt(-inverse.exponent);
  const rest = multiply(m, scaled) - ONE;
  const square = multiply(rest, rest);
  return guess + rest - square / 2n + multiply(square, rest) / 3n + BigInt(exponent) * LN2;
}

/** Sine and cosine of a fixed-point angle. */
function sineAndCosine(x: bigint, pi: bigint = piOf(BITS)): [sine: bigint, cosine: bigint] {
  const quarters = floorDivide(4n * x + pi, 2n * pi);
  const rest = (2n * x - quarters * pi) / 2n;
  const square = multiply(rest, rest);
  let sine = 0n;
  let cosine = 0n;
  let term = ONE;
  for (let i = 1n; term !== 0n; i += 2n) {
    cosine += term;
    sine += multiply(term, rest) / i;
    term = -multiply(term, square) / (i * (i + 1n));
  }
  switch (Number(BigInt.asUintN(2, quarters))) {
    case 0: return [sine, cosine];
    case 1: return [cosine, -sine];
    case 2: return [-sine, -cosine];
    default: return [-cosine, sine];
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n ? quotient - 1n : quotient;
}

/** An angle of a float too large for the usual precision is reduced with as many digits of pi as it takes. */
function sineAndCosineOf(x: number): [sine: bigint, cosine: bigint] {
  const { mantissa, exponent } = exactFloat(x);
  const extra = Math.max(exponent + 53, 0);
  if (extra === 0) return sineAndCosine(fixed(x));
  const angle = mantissa << BigInt(exponent + BITS + extra);
  const circle = 2n * piOf(BITS + extra);
  return sineAndCosine((angle - floorDivide(angle, circle) * circle) >> BigInt(extra));
}

/** The angle of the direction (x, y), by the host's value and one correction. */
function angleOf(y: bigint, x: bigint, guess: number): number {
  const angle = fixed(guess);
  const [sine, cosine] = sineAndCosine(angle);
  const rest = divide(multiply(y, cosine) - multiply(x, sine), multiply(x, cosine) + multiply(y, sine));
  return toFloat(angle + rest - multiply(multiply(rest, rest), rest) / 3n);
}

/** Below this a function that is x + c x ** 3 rounds to x. */
const TINY = 2 ** -27;

export function exp(x: number): number {
  return Math.abs(x) < 746 ? expAsFloat(fixed(x)) : Math.exp(x);
}

function expAsFloat(x: bigint): number {
  const { value, exponent } = expFixed(x);
  return toFloat(value, exponent);
}

export function log(x: number): number {
  return x > 0 && Number.isFinite(x) ? toFloat(logFixed(x)) : Math.log(x);
}

/** C's pow. Small integral exponents are exact before the one rounding. */
export function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && (y === Number.POSITIVE_INFINITY || y === Number.NEGATIVE_INFINITY))) return 1;
  const plain = x ** y;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || Number.isNaN(plain) || Math.abs(y) > 2 ** 64) return plain;
  if (Number.isInteger(y) && Math.abs(y) <= 64) return integralPower(x, y);
  const { mantissa, exponent } = exactFloat(y);
  const product = mantissa * logFixed(Math.abs(x));
  const scaled = exponent >= 0 ? product << BigInt(exponent) : product >> BigInt(-exponent);
  if (scaled > 746n * ONE || scaled < -746n * ONE) return plain;
  const size = expAsFloat(scaled);
  return plain < 0 || Object.is(plain, -0) ? -size : size;
}

function integralPower(x: number, y: number): number {
  let { mantissa, exponent } = exactFloat(x);
  while (mantissa % 2n === 0n) {
    mantissa /= 2n;
    exponent++;
  }
  const count = Math.abs(y);
  let top = mantissa ** BigInt(count);
  let bottom = 1n;
  if (exponent >= 0) top <<= BigInt(exponent * count);
  else bottom <<= BigInt(-exponent * count);
  if (y > 0) return trueDivide(top, bottom);
  return top < 0n ? trueDivide(-bottom, -top) : trueDivide(bottom, top);
}

export function sin(x: number): number {
  return Number.isFinite(x) && Math.abs(x) >= TINY ? toFloat(sineAndCosineOf(x)[0]) : Number.isFinite(x) ? x : Number.NaN;
}

export function cos(x: number): number {
  return Number.isFinite(x) ? toFloat(sineAndCosineOf(x)[1]) : Number.NaN;
}

export function tan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < TINY) return Number.isFinite(x) ? x : Number.NaN;
  const [sine, cosine] = sineAndCosineOf(x);
  return trueDivide(sine, cosine);
}

export function atan(x: number): number {
  if (Math.abs(x) < TINY || !(Math.abs(x) < 2 ** 50)) return Math.abs(x) < TINY ? x : Math.atan(x);
  return angleOf(fixed(x), ONE, Math.atan(x));
}

/** The other leg of a right triangle with hypotenuse 1. */
function otherLeg(x: bigint): bigint {
  return squareRoot(ONE * ONE - x * x);
}

function squareRoot(value: bigint): bigint {
  if (value === 0n) return 0n;
  let root = 1n << BigInt((value.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function asin(x: number): number {
  if (!(Math.abs(x) <= 1) || Math.abs(x) < TINY) return Math.abs(x) < TINY ? x : Number.NaN;
  return angleOf(fixed(x), otherLeg(fixed(x)), Math.asin(x));
}

export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return Number.NaN;
  return x === 1 ? 0 : angleOf(otherLeg(fixed(x)), fixed(x), Math.acos(x));
}

/** The formulas of the C library, which rounds in between. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.5 * Math.LN2) {
    const rest = Math.expm1(size);
    return 1 + (rest * rest) / (2 * (1 + rest));
  }
  if (!(size < 22)) return Math.cosh(x);
  const power = exp(size);
  return 0.5 * power + 0.5 / power;
}
