import {
  adjusted, Condition, type Decimal, digitCount, dropDigits, finite, fix, fixEven, infinity, invalid, isSpecial, isZero, NOT_A_NUMBER, passNan, powerOfTen, rescale, type Rounding,
  tiny, type Work, withSign,
} from "./value.ts";

function signOfProduct(a: Decimal, b: Decimal): 0 | 1 {
  return a.sign === b.sign ? 0 : 1;
}

export function negated(value: Decimal): Decimal {
  return withSign(value, value.sign === 0 ? 1 : 0);
}

/** Coefficients of two numbers at one exponent; one too small to count stands as the least that rounds alike. */
function aligned(work: Work, a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const [large, small] = a.exponent < b.exponent ? [b, a] : [a, b];
  const enough = large.exponent + Math.min(-1, digitCount(large.coefficient) - work.precision - 2);
  const negligible = adjusted(small) < enough;
  const exponent = negligible ? enough : small.exponent;
  const little = negligible ? 1n : small.coefficient;
  const big = large.coefficient * powerOfTen(work.rt, large.exponent - exponent);
  return large === a ? [big, little, exponent] : [little, big, exponent];
}

export function add(work: Work, a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a) || isSpecial(b)) {
    const nan = passNan(work, a, b);
    if (nan) return nan;
    if (a.kind !== "infinite") return b;
    return b.kind === "infinite" && a.sign !== b.sign ? invalid(work) : a;
  }
  return fix(work, exactSum(work, a, b));
}

function exactSum(work: Work, a: Decimal, b: Decimal): Decimal {
  const least = Math.min(a.exponent, b.exponent);
  const zeroSign: 0 | 1 = work.rounding === "ROUND_FLOOR" && a.sign !== b.sign ? 1 : 0;
  if (isZero(a) && isZero(b)) return finite(a.sign === b.sign ? a.sign : zeroSign, 0n, least);
  if (isZero(a)) return rescale(work.rt, b, Math.max(least, b.exponent - work.precision - 1), work.rounding);
  if (isZero(b)) return rescale(work.rt, a, Math.max(least, a.exponent - work.precision - 1), work.rounding);
  const [left, right, exponent] = aligned(work, a, b);
  const sum = (a.sign ? -left : left) + (b.sign ? -right : right);
  if (sum === 0n) return finite(zeroSign, 0n, exponent);
  return sum < 0n ? finite(1, -sum, exponent) : finite(0, sum, exponent);
}

export function subtract(work: Work, a: Decimal, b: Decimal): Decimal {
  if (isSpecial(a) || isSpecial(b)) {
    const nan = passNan(work, a, b);
    if (nan) return nan;
  }
  return add(work, a, negated(b));
}

/** The product before rounding. */
function exactProduct(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) return nan;
  const sign = signOfProduct(a, b);
  if (isSpecial(a) || isSpecial(b)) return isZero(a) || isZero(b) ? invalid(work) : infinity(sign);
  work.rt.charge(1 + (digitCount(a.coefficient) * digitCount(b.coefficient)) / 4096);
  return finite(sign, a.coefficient * b.coefficient, a.exponent + b.exponent);
}

export function multiply(work: Work, a: Decimal, b: Decimal): Decimal {
  const product = exactProduct(work, a, b);
  return isSpecial(product) ? product : fix(work, product);
}

export function fma(work: Work, a: Decimal, b: Decimal, c: Decimal): Decimal {
  if (a.kind === "signaling" || b.kind === "signaling" || c.kind === "signaling") return passNan(work, a, b, c) as Decimal;
  const nan = passNan(work, a, b);
  if (nan) return nan;
  const product = exactProduct(work, a, b);
  return product.kind === "quiet" ? product : add(work, product, c);
}

export function divide(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) return nan;
  const sign = signOfProduct(a, b);
  if (a.kind === "infinite") return b.kind === "infinite" ? invalid(work) : infinity(sign);
  if (b.kind === "infinite") {
    work.status |= Condition.clamped;
    return finite(sign, 0n, tiny(work));
  }
  if (isZero(b)) {
    if (isZero(a)) return invalid(work, Condition.divisionUndefined);
    work.status |= Condition.divisionByZero;
    return infinity(sign);
  }
  const ideal = a.exponent - b.exponent;
  if (isZero(a)) return fix(work, finite(sign, 0n, ideal));
  const shift = digitCount(b.coefficient) - digitCount(a.coefficient) + work.precision + 1;
  const above = shift > 0 ? a.coefficient * powerOfTen(work.rt, shift) : a.coefficient;
  const below = shift < 0 ? b.coefficient * powerOfTen(work.rt, -shift) : b.coefficient;
  let quotient = above / below;
  let exponent = ideal - shift;
  // A last digit that is neither 0 nor 5 tells that something follows.
  if (above % below !== 0n) quotient += quotient % 5n === 0n ? 1n : 0n;
  else [quotient, exponent] = stripZeros(quotient, exponent, ideal);
  return fix(work, finite(sign, quotient, exponent));
}

/** Takes zeros off the end until the exponent is as wanted. */
export function stripZeros(coefficient: bigint, exponent: number, wanted: number): [bigint, number] {
  let [rest, at] = [coefficient, exponent];
  while (at < wanted && rest % 10n === 0n) {
    rest /= 10n;
    at++;
  }
  return [rest, at];
}

/** Quotient towards zero and remainder of finite numbers, the divisor not zero; null where the quotient has too many digits. */
function wholeDivision(work: Work, a: Decimal, b: Decimal): readonly [Decimal, Decimal] | null {
  const sign = signOfProduct(a, b);
  const ideal = b.kind === "infinite" ? a.exponent : Math.min(a.exponent, b.exponent);
  const distance = b.kind === "infinite" ? -2 : adjusted(a) - adjusted(b);
  if (isZero(a) || distance <= -2) return [finite(sign, 0n, 0), rescale(work.rt, a, ideal, work.rounding)];
  if (distance > work.precision) return null;
  const gap = a.exponent - b.exponent;
  const above = gap > 0 ? a.coefficient * powerOfTen(work.rt, gap) : a.coefficient;
  const below = gap < 0 ? b.coefficient * powerOfTen(work.rt, -gap) : b.coefficient;
  const quotient = above / below;
  if (quotient >= powerOfTen(work.rt, work.precision)) return null;
  return [finite(sign, quotient, 0), finite(a.sign, above % below, ideal)];
}

export function divideInteger(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) return nan;
  if (a.kind === "infinite") return b.kind === "infinite" ? invalid(work) : infinity(signOfProduct(a, b));
  if (isZero(b)) {
    if (isZero(a)) return invalid(work, Condition.divisionUndefined);
    work.status |= Condition.divisionByZero;
    return infinity(signOfProduct(a, b));
  }
  return wholeDivision(work, a, b)?.[0] ?? invalid(work, Condition.divisionImpossible);
}

export function remainder(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) return nan;
  if (a.kind === "infinite") return invalid(work);
  if (isZero(b)) return invalid(work, isZero(a) ? Condition.divisionUndefined : Condition.invalid);
  const parts = wholeDivision(work, a, b);
  return parts ? fix(work, parts[1]) : invalid(work, Condition.divisionImpossible);
}

export function divmod(work: Work, a: Decimal, b: Decimal): readonly [Decimal, Decimal] {
  const nan = passNan(work, a, b);
  if (nan) return [nan, nan];
  if (a.kind === "infinite") {
    if (b.kind === "infinite") return [invalid(work), NOT_A_NUMBER];
    return [infinity(signOfProduct(a, b)), invalid(work)];
  }
  if (isZero(b)) {
    if (isZero(a)) return [invalid(work, Condition.divisionUndefined), NOT_A_NUMBER];
    work.status |= Condition.divisionByZero;
    return [infinity(signOfProduct(a, b)), invalid(work)];
  }
  const parts = wholeDivision(work, a, b);
  return parts ? [parts[0], fix(work, parts[1])] : [invalid(work, Condition.divisionImpossible), NOT_A_NUMBER];
}

export function remainderNear(work: Work, a: Decimal, b: Decimal): Decimal {
  const nan = passNan(work, a, b);
  if (nan) return nan;
  if (a.kind === "infinite") return invalid(work);
  if (isZero(b)) return invalid(work, isZero(a) ? Condition.divisionUndefined : Condition.invalid);
  if (b.kind === "infinite" || (!isZero(a) && adjusted(a) - adjusted(b) <= -2)) return fix(work, rescale(work.rt, a, b.kind === "infinite" ? a.exponent : Math.min(a.exponent, b.exponent), "ROUND_DOWN"));
  const parts = wholeDivision(work, a, b);
  if (!parts) return invalid(work, Condition.divisionImpossible);
  const [quotient, rest] = parts;
  const divisor = rescale(work.rt, withSign(b, 0), rest.exponent, "ROUND_DOWN");
  const twice = rest.coefficient * 2n;
  const over = twice > divisor.coefficient || (twice === divisor.coefficient && quotient.coefficient % 2n === 1n);
  if (!over) return fix(work, rest);
  if (quotient.coefficient + 1n >= powerOfTen(work.rt, work.precision)) return invalid(work, Condition.divisionImpossible);
  return fix(work, finite(rest.sign === 0 ? 1 : 0, divisor.coefficient - rest.coefficient, rest.exponent));
}

/** The integer square root. */
function rootOf(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

export function squareRoot(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  if (isZero(value)) return fix(work, finite(value.sign, 0n, Math.floor(value.exponent / 2)));
  if (value.sign === 1) return invalid(work);
  if (value.kind === "infinite") return value;
  const odd = Math.abs(value.exponent % 2) === 1;
  const digits = digitCount(value.coefficient);
  const shift = work.precision + 1 - (odd ? (digits >> 1) + 1 : (digits + 1) >> 1);
  let radicand = odd ? value.coefficient * 10n : value.coefficient;
  let exact = true;
  const unit = powerOfTen(work.rt, 2 * Math.abs(shift));
  if (shift >= 0) radicand *= unit;
  else {
    exact = radicand % unit === 0n;
    radicand /= unit;
  }
  work.rt.charge(1 + (work.precision >> 2));
  let exponent = Math.floor(value.exponent / 2) - shift;
  let root = rootOf(radicand);
  if (exact && root * root === radicand) {
    const half = powerOfTen(work.rt, Math.abs(shift));
    root = shift >= 0 ? root / half : root * half;
    exponent += shift;
  } else if (root % 5n === 0n) root += 1n;
  return fixEven(work, finite(0, root, exponent));
}

/** The same value with the exponent of another. */
export function quantize(work: Work, value: Decimal, like: Decimal): Decimal {
  const nan = passNan(work, value, like);
  if (nan) return nan;
  if (isSpecial(value) || isSpecial(like)) return isSpecial(value) && isSpecial(like) ? value : invalid(work);
  const { exponent } = like;
  if (exponent < tiny(work) || exponent > work.eMax) return invalid(work);
  if (isZero(value)) return fix(work, finite(value.sign, 0n, exponent));
  if (adjusted(value) > work.eMax || adjusted(value) - exponent + 1 > work.precision) return invalid(work);
  const result = rescaled(work, value, exponent, work.rounding);
  if (adjusted(result) > work.eMax || digitCount(result.coefficient) > work.precision) return invalid(work);
  if (!isZero(result) && adjusted(result) < work.eMin) work.status |= Condition.subnormal;
  return fix(work, result);
}

/** `rescale` that tells of lost digits. */
function rescaled(work: Work, value: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (exponent <= value.exponent) return rescale(work.rt, value, exponent, rounding);
  const { kept, inexact } = dropDigits(work.rt, value.coefficient, exponent - value.exponent, value.sign, rounding);
  work.status |= Condition.rounded | (inexact ? Condition.inexact : 0);
  return finite(value.sign, kept, exponent);
}

/** The nearest integer; with `exact` lost digits are told of. */
export function toIntegral(work: Work, value: Decimal, exact: boolean): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  if (isSpecial(value) || value.exponent >= 0) return value;
  return exact && !isZero(value) ? rescaled(work, value, 0, work.rounding) : rescale(work.rt, value, 0, work.rounding);
}

export function normalize(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  const fixed = fix(work, value);
  if (isSpecial(fixed)) return fixed;
  if (isZero(fixed)) return finite(fixed.sign, 0n, 0);
  const highest = work.clamp ? work.eMax - work.precision + 1 : work.eMax;
  return finite(fixed.sign, ...stripZeros(fixed.coefficient, fixed.exponent, highest));
}

export function plus(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  if (nan) return nan;
  return fix(work, isZero(value) && work.rounding !== "ROUND_FLOOR" ? withSign(value, 0) : value);
}

export function minus(work: Work, value: Decimal): Decimal {
  const nan = passNan(work, value);
  return nan ?? plus(work, isZero(value) && work.rounding === "ROUND_FLOOR" && value.sign === 1 ? withSign(value, 0) : negated(value));
}

export function absolute(work: Work, value: Decimal): Decimal {
  return value.sign === 1 ? minus(work, value) : plus(work, value);
}

/** `base ** exponent` modulo a third number, all of them integers. */
export function powerModulo(work: Work, base: Decimal, exponent: Decimal, modulus: Decimal): Decimal {
  const nan = passNan(work, base, exponent, modulus);
  if (nan) return nan;
  const whole = [base, exponent, modulus].map((value) => (isSpecial(value) ? null : integerOf(work, value)));
  const [b, e, m] = whole;
  if (b === null || e === null || m === null || e < 0n || m === 0n || (b === 0n && e === 0n)) return invalid(work);
  const size = m < 0n ? -m : m;
  if (digitCount(size) > work.precision) return invalid(work);
  const sign: 0 | 1 = base.sign === 1 && e % 2n === 1n ? 1 : 0;
  let [result, factor, left] = [1n % size, (b < 0n ? -b : b) % size, e];
  while (left > 0n) {
    work.rt.charge(1 + digitCount(size) / 64);
    if (left % 2n === 1n) result = (result * factor) % size;
    factor = (factor * factor) % size;
    left /= 2n;
  }
  return finite(sign, result, 0);
}

/** The value of a finite number as an integer, or null when it is none. */
export function integerOf(work: Work, value: Decimal): bigint | null {
  let magnitude = value.coefficient;
  if (value.exponent >= 0) magnitude *= powerOfTen(work.rt, value.exponent);
  else if (magnitude !== 0n) {
    if (-value.exponent > digitCount(magnitude)) return null;
    const unit = powerOfTen(work.rt, -value.exponent);
    if (magnitude % unit !== 0n) return null;
    magnitude /= unit;
  }
  return value.sign ? -magnitude : magnitude;
}
