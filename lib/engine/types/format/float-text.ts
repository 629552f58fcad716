import { fixedDigits, shortestDigits, significantDigits, type DecimalDigits } from "./decimal-digits.ts";

/** How a float is written: `r` is the shortest text that reads back, the others are C's conversions. */
export type FloatCode = "e" | "f" | "g" | "r";

export interface FloatStyle {
  readonly code: FloatCode;
  /** Not used by `r`. */
  readonly precision: number;
  /** Keep the point and trailing zeros (`#`). */
  readonly alternate?: boolean;
  /** Append `.0` to what would look like an int. */
  readonly addPointZero?: boolean;
  readonly upper?: boolean;
  /** Minus zero, also one that rounding makes, is written without its sign. */
  readonly noNegativeZero?: boolean;
}

/** The text of a float with a minus sign where it has one (Python/pystrtod.c, PyOS_double_to_string). */
export function floatText(value: number, style: FloatStyle): string {
  let text: string;
  let negative = value < 0 || Object.is(value, -0);
  if (Number.isNaN(value)) {
    text = "nan";
    negative = false;
  } else if (!Number.isFinite(value)) text = "inf";
  else text = finiteText(Math.abs(value), style);
  if (negative && style.noNegativeZero && !/[1-9]/.test(text.split("e")[0]) && Number.isFinite(value)) negative = false;
  if (style.upper) text = text.toUpperCase();
  return negative ? `-${text}` : text;
}

/** `repr(float)`. */
export function floatRepr(value: number): string {
  return floatText(value, { code: "r", precision: 0, addPointZero: true });
}

function finiteText(value: number, style: FloatStyle): string {
  const { code, alternate = false, addPointZero = false } = style;
  const precision = code === "g" && style.precision === 0 ? 1 : style.precision;
  if (code === "f") return positional(fixedDigits(value, precision), precision, alternate, addPointZero);
  if (code === "e") return exponential(significantDigits(value, precision + 1), alternate);
  const exact = code === "r" ? shortestDigits(value) : significantDigits(value, precision);
  const limit = code === "r" ? 16 : precision - (addPointZero ? 1 : 0);
  const digits = code === "g" && alternate ? exact : withoutTrailingZeros(exact);
  if (digits.point <= -4 || digits.point > limit) return exponential(digits, alternate);
  return positional(digits, Math.max(digits.digits.length - digits.point, 0), alternate, addPointZero);
}

function withoutTrailingZeros({ digits, point }: DecimalDigits): DecimalDigits {
  return { digits: digits.replace(/(?<=.)0+$/, ""), point };
}

/** `ddd.ddd` with so many places. */
function positional({ digits, point }: DecimalDigits, places: number, alternate: boolean, addPointZero: boolean): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const fraction = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  const kept = fraction.slice(0, places).padEnd(places, "0");
  if (kept) return `${whole}.${kept}`;
  return addPointZero ? `${whole}.0` : alternate ? `${whole}.` : whole;
}

/** `d.ddde+dd`. */
function exponential({ digits, point }: DecimalDigits, alternate: boolean): string {
  const exponent = point - 1;
  const mantissa = digits.length > 1 || alternate ? `${digits[0]}.${digits.slice(1)}` : digits;
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${size}`;
}
