import type { Runtime } from "../../core/runtime.ts";
import { layOutNumber, padText } from "../../types/format/layout.ts";
import type { Alignment, FormatSpec } from "../../types/format/spec.ts";
import { numeralText } from "../../types/int-text.ts";
import { adjusted, type Decimal, digitCount, dropDigits, finite, infinity, isSpecial, isZero, rescale, type Rounding } from "./value.ts";

const NUMERAL = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;
const SPECIAL = /^([+-]?)(?:inf(?:inity)?|(s?)nan(\d*))$/i;
/** Exponents beyond are not modelled; CPython's bound is 10 ** 18. */
const MAX_EXPONENT = 1e15;

/** The number that a text denotes, exactly; null when it is none. */
export function parseDecimal(rt: Runtime, text: string): Decimal | null {
  rt.charge(text.length >> 4);
  const plain = numeralText(text).replaceAll("_", "");
  const match = NUMERAL.exec(plain);
  if (!match) return parseSpecial(plain);
  const [, sign, whole = "", fraction = "", bare = "", power = "0"] = match;
  const decimals = fraction || bare;
  const exponent = Number(power) - decimals.length;
  if (Math.abs(exponent) > MAX_EXPONENT) return null;
  return finite(sign === "-" ? 1 : 0, BigInt(whole + decimals || "0"), exponent);
}

function parseSpecial(plain: string): Decimal | null {
  const match = SPECIAL.exec(plain);
  if (!match) return null;
  const sign = match[1] === "-" ? 1 : 0;
  if (match[3] === undefined) return infinity(sign);
  return { kind: match[2] ? "signaling" : "quiet", sign, coefficient: BigInt(match[3] || "0"), exponent: 0 };
}

/** Digits with the point in its place, zeros where there are none. */
function withPoint(digits: string, place: number): readonly [whole: string, fraction: string] {
  if (place <= 0) return ["0", "0".repeat(-place) + digits];
  if (place >= digits.length) return [digits + "0".repeat(place - digits.length), ""];
  return [digits.slice(0, place), digits.slice(place)];
}

function specialText(value: Decimal): string {
  const sign = value.sign ? "-" : "";
  if (value.kind === "infinite") return `${sign}Infinity`;
  return `${sign}${value.kind === "signaling" ? "sNaN" : "NaN"}${value.coefficient || ""}`;
}

/** Scientific notation where the exponent asks for it; `engineering` in steps of a thousand. */
export function decimalText(value: Decimal, capitals: boolean, engineering = false): string {
  if (isSpecial(value)) return specialText(value);
  const digits = value.coefficient.toString();
  const left = value.exponent + digits.length;
  let place = 1;
  if (value.exponent <= 0 && left > -6) place = left;
  else if (engineering) place = isZero(value) ? remainderOf(left + 1, 3) - 1 : remainderOf(left - 1, 3) + 1;
  const [whole, fraction] = withPoint(digits, place);
  const power = left === place ? "" : `${capitals ? "E" : "e"}${left > place ? "+" : ""}${left - place}`;
  return `${value.sign ? "-" : ""}${whole}${fraction && `.${fraction}`}${power}`;
}

function remainderOf(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

/** What a format specification says, with the type empty when it names none. */
export interface DecimalFormat extends FormatSpec {
  readonly zeroPadded: boolean;
}

const SPECIFICATION = /^(?:([\s\S]?)([<>=^]))?([-+ ]?)(z?)(#?)(0?)(\d+)?([,_]?)(?:\.(?:(\d+)([,_]?)|([,_])))?([eEfFgGn%]?)$/u;

/** A specification for decimals, or null when it is none. */
export function parseDecimalFormat(rt: Runtime, text: string): DecimalFormat | null {
  const match = SPECIFICATION.exec(text);
  if (!match) return null;
  const [, fill, align, sign, z, , zero, width, grouping, precision, after, alone, type] = match;
  const fractionGrouping = (after || alone || "") as FormatSpec["fractionGrouping"];
  const { fractionGrouping: groups, negativeZeroOption } = rt.profile.formatting;
  if ((z && !negativeZeroOption) || (!groups && (grouping === "_" || fractionGrouping)) || (zero && align) || (type === "n" && grouping)) return null;
  return {
    fill: zero ? "0" : fill || " ",
    align: (zero ? "=" : align || ">") as Alignment,
    fillGiven: fill !== undefined,
    sign: sign as FormatSpec["sign"],
    noNegativeZero: z !== "",
    alternate: false,
    width: width === undefined ? -1 : Number(width),
    grouping: grouping as FormatSpec["grouping"],
    precision: precision === undefined ? -1 : Number(precision),
    fractionGrouping,
    type,
    zeroPadded: zero !== "",
  };
}

/** Rounds to so many significant digits. */
function roundDigits(rt: Runtime, value: Decimal, places: number, rounding: Rounding): Decimal {
  const digits = digitCount(value.coefficient);
  if (isZero(value)) return finite(value.sign, 0n, adjusted(value) + 1 - places);
  if (digits < places) return rescale(rt, value, value.exponent - (places - digits), rounding);
  const { kept } = dropDigits(rt, value.coefficient, digits - places, value.sign, rounding);
  const over = digitCount(kept) > places;
  return finite(value.sign, over ? kept / 10n : kept, value.exponent + digits - places + (over ? 1 : 0));
}

function roundFor(rt: Runtime, value: Decimal, kind: string, precision: number, rounding: Rounding): Decimal {
  if (precision >= 0) {
    rt.charge(precision);
    if (kind === "e") return roundDigits(rt, value, precision + 1, rounding);
    if (kind === "f" || kind === "%") return rescale(rt, value, -precision, rounding);
    const most = Math.max(precision, 1);
    if (digitCount(value.coefficient) > most) return roundDigits(rt, value, most, rounding);
  }
  return isZero(value) && value.exponent > 0 && (kind === "f" || kind === "%") ? rescale(rt, value, 0, rounding) : value;
}

/** `format(value, spec)` (Lib/_pydecimal.py, __format__). */
export function formatDecimal(rt: Runtime, original: Decimal, spec: DecimalFormat, rounding: Rounding, capitals: boolean): string {
  const type = spec.type === "" || spec.type === "n" ? (capitals ? "G" : "g") : spec.type;
  const kind = type.toLowerCase();
  if (isSpecial(original)) {
    const text = specialText(original);
    const sign = text.startsWith("-") ? "" : spec.sign === "-" ? "" : spec.sign;
    const body = sign + text + (kind === "%" ? "%" : "");
    return padText(rt, body, body.length, spec.zeroPadded ? { ...spec, fill: " ", align: ">" } : spec);
  }
  const scaled = kind === "%" ? finite(original.sign, original.coefficient, original.exponent + 2) : original;
  const value = roundFor(rt, scaled, kind, spec.precision, rounding);
  const digits = value.coefficient.toString();
  const left = value.exponent + digits.length;
  let place = left;
  if (kind === "e") place = isZero(value) && spec.precision >= 0 ? 1 - spec.precision : 1;
  else if (kind === "g" && !(value.exponent <= 0 && left > -6)) place = 1;
  const [whole, fraction] = withPoint(digits, place);
  const power = left - place;
  const exponent = power !== 0 || kind === "e" ? `${type === "E" || type === "G" ? "E" : "e"}${power < 0 ? "-" : "+"}${Math.abs(power)}` : "";
  const negative = value.sign === 1 && !(spec.noNegativeZero && isZero(value));
  const text = `${negative ? "-" : ""}${whole}${fraction && `.${fraction}`}${exponent}${kind === "%" ? "%" : ""}`;
  return layOutNumber(rt, text, "", 3, spec);
}
