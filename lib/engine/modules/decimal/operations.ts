import * as arithmetic from "./arithmetic.ts";
import * as order from "./order.ts";
import * as transcendental from "./transcendental.ts";
import { type Decimal, isNan, isSpecial, isZero, adjusted, type Work, withSign } from "./value.ts";

export type UnaryOperation = (work: Work, value: Decimal) => Decimal;
export type BinaryOperation = (work: Work, a: Decimal, b: Decimal) => Decimal;

const canonical: UnaryOperation = (_work, value) => value;
const copyAbs: UnaryOperation = (_work, value) => withSign(value, 0);
const copyNegate: UnaryOperation = (_work, value) => arithmetic.negated(value);

/** Operations on one number that Decimal and Context share, by name. */
export const sharedUnary: readonly (readonly [string, UnaryOperation])[] = [
  ["exp", transcendental.exp], ["ln", transcendental.ln], ["log10", transcendental.log10],
  ["next_minus", order.nextMinus], ["next_plus", order.nextPlus], ["normalize", arithmetic.normalize], ["sqrt", arithmetic.squareRoot],
  ["logb", order.logB], ["logical_invert", order.logicalInvert],
];

/** To an integer; a Decimal's method takes a rounding besides. */
export const integralUnary: readonly (readonly [string, UnaryOperation])[] = [
  ["to_integral", (work, value) => arithmetic.toIntegral(work, value, false)],
  ["to_integral_exact", (work, value) => arithmetic.toIntegral(work, value, true)],
  ["to_integral_value", (work, value) => arithmetic.toIntegral(work, value, false)],
];

/** Operations on one number that ask for no context. */
export const plainUnary: readonly (readonly [string, UnaryOperation])[] = [["canonical", canonical], ["copy_abs", copyAbs], ["copy_negate", copyNegate]];

/** Operations on one number that only contexts have under a name. */
export const contextUnary: readonly (readonly [string, UnaryOperation])[] = [["abs", arithmetic.absolute], ["minus", arithmetic.minus], ["plus", arithmetic.plus]];

/** Operations on two numbers that Decimal and Context share. */
export const sharedBinary: readonly (readonly [string, BinaryOperation])[] = [
  ["compare", order.compare], ["compare_signal", order.compareSignal], ["max", order.max], ["max_mag", order.maxMagnitude], ["min", order.min], ["min_mag", order.minMagnitude],
  ["next_toward", order.nextToward], ["remainder_near", arithmetic.remainderNear], ["compare_total", order.compareTotal], ["compare_total_mag", order.compareTotalMagnitude],
  ["copy_sign", (_work, a, b) => withSign(a, b.sign)], ["logical_and", order.logicalAnd], ["logical_or", order.logicalOr], ["logical_xor", order.logicalXor],
  ["rotate", order.rotate], ["scaleb", order.scaleB], ["shift", order.shift],
];

/** Operations on two numbers that are operators of Decimal. */
export const contextBinary: readonly (readonly [string, BinaryOperation])[] = [
  ["add", arithmetic.add], ["divide", arithmetic.divide], ["divide_int", arithmetic.divideInteger], ["multiply", arithmetic.multiply],
  ["remainder", arithmetic.remainder], ["subtract", arithmetic.subtract], ["quantize", arithmetic.quantize],
];

/** Questions about one number. */
export const questions: readonly (readonly [string, (value: Decimal) => boolean])[] = [
  ["is_canonical", () => true], ["is_finite", (value) => !isSpecial(value)], ["is_infinite", (value) => value.kind === "infinite"], ["is_nan", isNan],
  ["is_qnan", (value) => value.kind === "quiet"], ["is_snan", (value) => value.kind === "signaling"], ["is_signed", (value) => value.sign === 1], ["is_zero", isZero],
];

/** Questions whose answer depends on the context. */
export const contextQuestions: readonly (readonly [string, (work: Work, value: Decimal) => boolean])[] = [
  ["is_normal", (work, value) => !isSpecial(value) && !isZero(value) && adjusted(value) >= work.eMin],
  ["is_subnormal", (work, value) => !isSpecial(value) && !isZero(value) && adjusted(value) < work.eMin],
];
