import type { Runtime } from "../../core/runtime.ts";
import { chargeInt } from "../../types/int-object.ts";

export type Kind = "finite" | "infinite" | "quiet" | "signaling";

/** A decimal number: `(-1) ** sign * coefficient * 10 ** exponent`, an infinity, or a NaN whose coefficient is its payload. */
export interface Decimal {
  readonly kind: Kind;
  readonly sign: 0 | 1;
  readonly coefficient: bigint;
  readonly exponent: number;
}

/** Conditions as bits; the first five together are the signal InvalidOperation (IEEE 754's invalid operation). */
export const Condition = {
  invalid: 1, conversionSyntax: 2, divisionImpossible: 4, divisionUndefined: 8, invalidContext: 16, floatOperation: 32, divisionByZero: 64,
  overflow: 128, underflow: 256, subnormal: 512, inexact: 1024, rounded: 2048, clamped: 4096,
} as const;
export const ANY_INVALID = 31;

export const ROUNDINGS = ["ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** What an operation works with: bounds and rounding of a context, and the conditions met so far. */
export interface Work {
  readonly rt: Runtime;
  readonly precision: number;
  readonly eMin: number;
  readonly eMax: number;
  readonly rounding: Rounding;
  readonly clamp: boolean;
  status: number;
}

export function finite(sign: 0 | 1, coefficient: bigint, exponent: number): Decimal {
  return { kind: "finite", sign, coefficient, exponent };
}

export function infinity(sign: 0 | 1): Decimal {
  return { kind: "infinite", sign, coefficient: 0n, exponent: 0 };
}

export const NOT_A_NUMBER: Decimal = { kind: "quiet", sign: 0, coefficient: 0n, exponent: 0 };
export const ONE = finite(0, 1n, 0);

export function isNan(value: Decimal): boolean {
  return value.kind === "quiet" || value.kind === "signaling";
}

export function isSpecial(value: Decimal): boolean {
  return value.kind !== "finite";
}

export function isZero(value: Decimal): boolean {
  return value.kind === "finite" && value.coefficient === 0n;
}

export function withSign(value: Decimal, sign: 0 | 1): Decimal {
  return value.sign === sign ? value : { ...value, sign };
}

/** Number of decimal digits; 1 for 0. */
export function digitCount(coefficient: bigint): number {
  return coefficient < 1_000_000_000_000_000n ? String(Number(coefficient)).length : coefficient.toString().length;
}

/** The exponent of the first digit. */
export function adjusted(value: Decimal): number {
  return value.exponent + digitCount(value.coefficient) - 1;
}

/** No memory holds a number of so many digits. */
const IMPOSSIBLE_DIGITS = 2 ** 40;

/** 10 ** places, paid for before it is made. */
export function powerOfTen(rt: Runtime, places: number): bigint {
  if (places > IMPOSSIBLE_DIGITS) rt.raise("MemoryError", "");
  chargeInt(rt, Math.ceil(places * 3.33));
  return 10n ** BigInt(places);
}

/** Meets a condition and gives a NaN. */
export function invalid(work: Work, condition: number = Condition.invalid): Decimal {
  work.status |= condition;
  return NOT_A_NUMBER;
}

/** The NaN that an operation passes on, a signaling one first; null when no operand is one. */
export function passNan(work: Work, ...operands: readonly Decimal[]): Decimal | null {
  const signaling = operands.find((operand) => operand.kind === "signaling");
  if (signaling) work.status |= Condition.invalid;
  const found = signaling ?? operands.find((operand) => operand.kind === "quiet");
  return found ? fixNan(work, { ...found, kind: "quiet" }) : null;
}

/** A payload has to fit the precision; only its last digits stay. */
function fixNan(work: Work, value: Decimal): Decimal {
  const room = work.precision - (work.clamp ? 1 : 0);
  if (digitCount(value.coefficient) <= room) return value;
  return { ...value, coefficient: value.coefficient % powerOfTen(work.rt, room) };
}

/** Whether the last digit kept goes up, by the digits dropped: `half` compares them with one half of a unit. */
function goesUp(rounding: Rounding, sign: 0 | 1, kept: bigint, half: -1 | 0 | 1): boolean {
  switch (rounding) {
    case "ROUND_UP":
      return true;
    case "ROUND_DOWN":
      return false;
    case "ROUND_CEILING":
      return sign === 0;
    case "ROUND_FLOOR":
      return sign === 1;
    case "ROUND_HALF_UP":
      return half >= 0;
    case "ROUND_HALF_DOWN":
      return half > 0;
    case "ROUND_HALF_EVEN":
      return half > 0 || (half === 0 && kept % 2n === 1n);
    case "ROUND_05UP":
      return kept % 5n === 0n;
  }
}

/** Drops so many last digits. */
export function dropDigits(rt: Runtime, coefficient: bigint, count: number, sign: 0 | 1, rounding: Rounding): { kept: bigint; inexact: boolean } {
  if (count <= 0) return { kept: coefficient, inexact: false };
  const digits = digitCount(coefficient);
  // Everything goes, and it is less than half a unit.
  if (count > digits) return { kept: coefficient !== 0n && goesUp(rounding, sign, 0n, -1) ? 1n : 0n, inexact: coefficient !== 0n };
  const unit = powerOfTen(rt, count);
  const kept = coefficient / unit;
  const rest = coefficient % unit;
  if (rest === 0n) return { kept, inexact: false };
  const twice = rest * 2n;
  return { kept: goesUp(rounding, sign, kept, twice < unit ? -1 : twice > unit ? 1 : 0) ? kept + 1n : kept, inexact: true };
}

/** The same number with this exponent, rounded where digits are lost. */
export function rescale(rt: Runtime, value: Decimal, exponent: number, rounding: Rounding): Decimal {
  if (isSpecial(value) || value.exponent === exponent) return value;
  if (value.coefficient === 0n) return finite(value.sign, 0n, exponent);
  if (value.exponent > exponent) return finite(value.sign, value.coefficient * powerOfTen(rt, value.exponent - exponent), exponent);
  return finite(value.sign, dropDigits(rt, value.coefficient, exponent - value.exponent, value.sign, rounding).kept, exponent);
}

export function tiny(work: Work): number {
  return work.eMin - work.precision + 1;
}

export function top(work: Work): number {
  return work.eMax - work.precision + 1;
}

function overflow(work: Work, sign: 0 | 1): Decimal {
  work.status |= Condition.overflow | Condition.inexact | Condition.rounded;
  const { rounding } = work;
  const toZero = rounding === "ROUND_DOWN" || rounding === "ROUND_05UP" || (rounding === "ROUND_CEILING" && sign === 1) || (rounding === "ROUND_FLOOR" && sign === 0);
  return toZero ? finite(sign, powerOfTen(work.rt, work.precision) - 1n, top(work)) : infinity(sign);
}

function fixZero(work: Work, value: Decimal): Decimal {
  const exponent = Math.min(Math.max(value.exponent, tiny(work)), work.clamp ? top(work) : work.eMax);
  if (exponent === value.exponent) return value;
  work.status |= Condition.clamped;
  return finite(value.sign, 0n, exponent);
}

/** Rounds an exact result to what the context can hold, and meets the conditions that come of it. */
export function fix(work: Work, value: Decimal): Decimal {
  if (value.kind === "infinite") return value;
  if (value.kind !== "finite") return fixNan(work, value);
  if (value.coefficient === 0n) return fixZero(work, value);
  const last = digitCount(value.coefficient) + value.exponent - work.precision;
  if (last > top(work)) return overflow(work, value.sign);
  const isSubnormal = last < tiny(work);
  const least = isSubnormal ? tiny(work) : last;
  if (isSubnormal) work.status |= Condition.subnormal;
  if (value.exponent < least) return roundTo(work, value, least, isSubnormal);
  if (work.clamp && value.exponent > top(work)) {
    work.status |= Condition.clamped;
    return rescale(work.rt, value, top(work), "ROUND_DOWN");
  }
  return value;
}

function roundTo(work: Work, value: Decimal, least: number, isSubnormal: boolean): Decimal {
  let exponent = least;
  let { kept, inexact } = dropDigits(work.rt, value.coefficient, exponent - value.exponent, value.sign, work.rounding);
  if (digitCount(kept) > work.precision) {
    kept /= 10n;
    exponent++;
  }
  if (exponent > top(work)) return overflow(work, value.sign);
  work.status |= Condition.rounded;
  if (inexact) work.status |= Condition.inexact | (isSubnormal ? Condition.underflow : 0);
  if (kept === 0n) work.status |= Condition.clamped;
  return finite(value.sign, kept, exponent);
}

/** `fix` with halves to even, whatever the context rounds like. */
export function fixEven(work: Work, value: Decimal): Decimal {
  const even: Work = { ...work, rounding: "ROUND_HALF_EVEN" };
  const result = fix(even, value);
  work.status |= even.status;
  return result;
}
