import { divide, integerOf, multiply } from "./arithmetic.ts";
import { compareFinite } from "./order.ts";
import {
  adjusted, Condition, type Decimal, digitCount, finite, fix, fixEven, infinity, invalid, isSpecial, isZero, ONE, passNan, powerOfTen, rescale, type Work, withSign,
} from "./value.ts";

/** A number between powers of ten, as `value / unit`. */
interface Fixed {
  readonly value: bigint;
  readonly unit: bigint;
}

function shifted(work: Work, value: Decimal, places: number): bigint {
  const scaled = rescale(work.rt, value, -places, "ROUND_HALF_EVEN").coefficient;
  return value.sign ? -scaled : scaled;
}

/** `atanh(1 / n)` by its series. */
function inverseAtanh(work: Work, n: bigint, unit: bigint): bigint {
  let power = unit / n;
  let sum = power;
  const square = n * n;
  for (let k = 3n; power !== 0n; k += 2n) {
    work.rt.charge(2 + work.precision / 64);
    power /= square;
    sum += power / k;
  }
  return sum;
}

/** The natural logarithm of 10, by Machin's way. */
function logOfTen(work: Work, unit: bigint): bigint {
  const finer = unit * 100_000n;
  return (46n * inverseAtanh(work, 31n, finer) + 34n * inverseAtanh(work, 49n, finer) + 20n * inverseAtanh(work, 161n, finer)) * 2n / 200_000n;
}

/** `e ** x` for a small x: Taylor's series of a 256th part, squared eight times. */
function smallExp(work: Work, x: bigint, unit: bigint): bigint {
  const finer = unit * 1_000_000n;
  const part = (x * 1_000_000n) >> 8n;
  let term = finer;
  let sum = finer;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    work.rt.charge(2 + work.precision / 64);
    term = (term * part) / finer / k;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) / finer;
  return sum / 1_000_000n;
}

/** Coefficient and exponent of `e ** value` with about so many digits. */
function expDigits(work: Work, value: Decimal, digits: number): Decimal {
  const places = digits + 5;
  const room = places + Math.max(adjusted(value), 0) + 2;
  const unit = powerOfTen(work.rt, room);
  const ten = logOfTen(work, unit);
  const x = shifted(work, value, room);
  let tens = x / ten;
  if (x < 0n && tens * ten !== x) tens -= 1n;
  return finite(0, smallExp(work, x - tens * ten, unit), Number(tens) - room);
}

/** The natural logarithm of a positive number as a fixed-point number with so many places. */
function logFixed(work: Work, value: Decimal, places: number): Fixed {
  const unit = powerOfTen(work.rt, places);
  const digits = digitCount(value.coefficient);
  // y = value / 10 ** tens lies near 1, so that a value near 1 keeps its digits.
  let tens = value.exponent + digits - 1;
  let y = rescale(work.rt, finite(0, value.coefficient, 1 - digits), -places, "ROUND_HALF_EVEN").coefficient;
  if (y * 3n > unit * 10n) {
    tens++;
    y = rescale(work.rt, finite(0, value.coefficient, -digits), -places, "ROUND_HALF_EVEN").coefficient;
  }
  let z = scaledFloat(Math.log(Number((y * 10n ** 17n) / unit) / 1e17), places);
  for (let known = 15; ; known *= 3) {
    const power = smallExp(work, z, unit);
    z += (2n * unit * (y - power)) / (y + power);
    if (known > places) break;
  }
  return { value: z + BigInt(tens) * logOfTen(work, unit), unit };
}

function scaledFloat(value: number, places: number): bigint {
  const whole = BigInt(Math.round(value * 1e15));
  return places >= 15 ? whole * 10n ** BigInt(places - 15) : whole / 10n ** BigInt(15 - places);
}

/** Rounds an approximation to the precision when its digits beyond leave no doubt; null to ask for more digits. */
function decided(work: Work, approximation: Decimal): Decimal | null {
  const extra = digitCount(approximation.coefficient) - work.precision;
  if (extra < 3) return null;
  const half = 5n * powerOfTen(work.rt, extra - 1);
  const rest = approximation.coefficient % half;
  // Within a few units of the last place of a tie or an exact value, the next digits decide.
  return rest > 50n && half - rest > 50n ? fixEven(work, approximation) : null;
}

/** Tries with more and more digits. */
function correctlyRounded(work: Work, approximate: (digits: number) => Decimal): Decimal {
  for (let digits = work.precision + 5; ; digits += 6) {
    const result = decided(work, approximate(digits));
    if (result) return result;
  }
}

export function exp(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  if (value.kind === "infinite") return value.sign ? finite(0, 0n, 0) : value;
  if (isZero(value)) return ONE;
  const size = adjusted(value);
  if (value.sign === 0 && size > String((work.eMax + 1) * 3).length) return fixEven(work, finite(0, 1n, work.eMax + 1));
  if (value.sign === 1 && size > String((-(work.eMin - work.precision + 1) + 1) * 3).length) return fixEven(work, finite(0, 1n, work.eMin - work.precision));
  const unit = powerOfTen(work.rt, work.precision + 1);
  if (size < -work.precision - 1) return fixEven(work, value.sign ? finite(0, unit * 10n - 1n, -work.precision - 2) : finite(0, unit + 1n, -work.precision - 1));
  return correctlyRounded(work, (digits) => expDigits(work, value, digits));
}

/** Special cases of both logarithms; null where there is work to do. */
function specialLog(work: Work, value: Decimal): Decimal | null {
  const nan = passNan(work, value);
  if (nan) return nan;
  if (isZero(value)) return infinity(1);
  if (value.sign === 1) return invalid(work);
  return value.kind === "infinite" ? value : null;
}

/** How many digits cancel in the logarithm of a value near 1. */
function cancelled(value: Decimal): number {
  if (value.exponent > 0 || adjusted(value) > 0 || adjusted(value) < -1) return 0;
  const unit = 10n ** BigInt(-value.exponent);
  const distance = value.coefficient > unit ? value.coefficient - unit : unit - value.coefficient;
  return -value.exponent - digitCount(distance) + 1;
}

function fromFixed({ value, unit }: Fixed): Decimal {
  const exponent = -(unit.toString().length - 1);
  return value < 0n ? finite(1, -value, exponent) : finite(0, value, exponent);
}

export function ln(work: Work, value: Decimal): Decimal {
  const special = specialLog(work, value);
  if (special) return special;
  if (compareFinite(work, value, ONE) === 0) return finite(0, 0n, 0);
  const lost = cancelled(value);
  return correctlyRounded(work, (digits) => fromFixed(logFixed(work, value, digits + lost + 3)));
}

export function log10(work: Work, value: Decimal): Decimal {
  const special = specialLog(work, value);
  if (special) return special;
  const digits = value.coefficient.toString();
  if (/^10*$/.test(digits)) {
    const power = value.exponent + digits.length - 1;
    return fix(work, finite(power < 0 ? 1 : 0, BigInt(Math.abs(power)), 0));
  }
  const lost = cancelled(value);
  return correctlyRounded(work, (asked) => {
    const { value: log, unit } = logFixed(work, value, asked + lost + 6);
    return fromFixed({ value: (log * unit) / logOfTen(work, unit), unit });
  });
}

/** Powers with infinite operands. */
function specialPower(work: Work, base: Decimal, exponent: Decimal, sign: 0 | 1): Decimal {
  if (base.kind === "infinite") {
    if (base.sign === 1 && exponent.kind !== "infinite" && integerOf(work, exponent) === null) return invalid(work);
    if (base.sign === 1 && exponent.kind === "infinite") return invalid(work);
    return exponent.sign ? finite(sign, 0n, 0) : infinity(sign);
  }
  if (base.sign === 1 && !isZero(base)) return invalid(work);
  const size = compareFinite(work, base, ONE);
  if (size === 0) return onesWithZeros(work);
  return size > 0 === (exponent.sign === 0) ? infinity(0) : finite(0, 0n, 0);
}

/** 1 with as many zeros as there is room for: a power that only an inexact way leads to. */
function onesWithZeros(work: Work): Decimal {
  work.status |= Condition.inexact | Condition.rounded;
  return finite(0, powerOfTen(work.rt, work.precision - 1), 1 - work.precision);
}

function isOdd(work: Work, value: Decimal): boolean {
  if (isSpecial(value) || value.exponent > 0) return false;
  const whole = integerOf(work, value);
  return whole !== null && whole % 2n !== 0n;
}

export function power(work: Work, base: Decimal, exponent: Decimal): Decimal {
  const nan = passNan(work, base, exponent);
  if (nan) return nan;
  const sign: 0 | 1 = base.sign === 1 && isOdd(work, exponent) ? 1 : 0;
  if (isZero(exponent)) return isZero(base) ? invalid(work) : ONE;
  if (isZero(base)) return exponent.sign ? infinity(sign) : finite(sign, 0n, 0);
  if (isSpecial(base) || isSpecial(exponent)) return specialPower(work, base, exponent, sign);
  const far = adjusted(exponent) > 30 ? null : integerOf(work, exponent);
  const whole = adjusted(exponent) > 30 || far !== null;
  if (base.sign === 1 && !whole) return invalid(work);
  if (compareFinite(work, withSign(base, 0), ONE) === 0) return powerOfOne(work, base, exponent, far, sign);
  const beyond = outOfBounds(work, base, exponent, sign);
  if (beyond) return beyond;
  return far !== null ? integerPower(work, base, far, sign) : realPower(work, base, exponent);
}

function powerOfOne(work: Work, base: Decimal, exponent: Decimal, whole: bigint | null, sign: 0 | 1): Decimal {
  if (whole === null && exponent.exponent < 0) return onesWithZeros(work);
  if (whole === null || whole < 0n) return finite(sign, 1n, 0);
  const zeros = BigInt(-base.exponent) * whole;
  if (zeros < BigInt(work.precision)) return finite(sign, powerOfTen(work.rt, Number(zeros)), -Number(zeros));
  work.status |= Condition.rounded;
  return finite(sign, powerOfTen(work.rt, work.precision - 1), 1 - work.precision);
}

/** Powers so large or small that nobody needs to work them out. */
function outOfBounds(work: Work, base: Decimal, exponent: Decimal, sign: 0 | 1): Decimal | null {
  const size = adjusted(base);
  // Bounds of |log10(base)|: a power of it times the exponent is the number of digits.
  const little = size === 0 || size === -1 ? adjusted(nearOne(base)) - 1 : Math.floor(Math.log10(Math.abs(size < 0 ? size + 1 : size)));
  if (little + adjusted(exponent) <= String(Math.max(work.eMax, -(work.eMin - work.precision))).length + 1) return null;
  const grows = (size >= 0) === (exponent.sign === 0);
  return grows ? fix(work, finite(sign, 1n, work.eMax + 1)) : fix(work, finite(sign, 1n, work.eMin - work.precision * 2));
}

function nearOne(base: Decimal): Decimal {
  const unit = base.exponent <= 0 ? 10n ** BigInt(-base.exponent) : 1n;
  const distance = base.coefficient > unit ? base.coefficient - unit : unit - base.coefficient;
  return finite(0, distance === 0n ? 1n : distance, Math.min(base.exponent, 0));
}

/** By squaring, with digits to spare (libmpdec, _mpd_qpow_int). */
function integerPower(work: Work, base: Decimal, exponent: bigint, sign: 0 | 1): Decimal {
  const steps = exponent < 0n ? -exponent : exponent;
  const spare = digitCount(steps) + 2 + (exponent < 0n ? 1 : 0);
  const wide: Work = { ...work, precision: work.precision + spare, rounding: "ROUND_HALF_EVEN", clamp: false, status: 0 };
  const start = exponent < 0n ? divide(wide, ONE, base) : base;
  let result = start;
  for (const bit of steps.toString(2).slice(1)) {
    result = multiply(wide, result, result);
    if (bit === "1") result = multiply(wide, result, start);
    if (isSpecial(result) || (isZero(result) && wide.status & Condition.clamped)) break;
  }
  work.status |= wide.status;
  return fix(work, withSign(result, sign));
}

function realPower(work: Work, base: Decimal, exponent: Decimal): Decimal {
  const digits = Math.max(digitCount(base.coefficient), work.precision) + 23 + cancelled(base);
  const log = fromFixed(logFixed(work, base, digits + Math.max(adjusted(exponent), 0)));
  const product = finite(log.sign === exponent.sign ? 0 : 1, log.coefficient * exponent.coefficient, log.exponent + exponent.exponent);
  if (isZero(product) || adjusted(product) < -work.precision - 2) return onesWithZeros(work);
  const result = fix(work, exp({ ...work, precision: work.precision + 4, status: 0 }, product));
  work.status |= Condition.inexact | Condition.rounded;
  return result;
}
