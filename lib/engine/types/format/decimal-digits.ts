import { exactFloat, roundDivide } from "../../arithmetic/division.ts";

/** Decimal digits of a positive number: `0.d1d2d3… * 10 ** point`. */
export interface DecimalDigits {
  readonly digits: string;
  readonly point: number;
}

/** No float has more decimal digits before or after the point; behind them there are only zeros. */
const MOST_DIGITS = 1100;

function withZeros({ digits, point }: DecimalDigits, count: number): DecimalDigits {
  return { digits: digits + "0".repeat(count), point };
}

/** A finite float times 10 ** places as an integer, rounded exactly, halves to even. `places` may be negative. */
export function scaledInteger(value: number, places: number): bigint {
  const { mantissa, exponent } = exactFloat(value);
  let top = mantissa;
  let bottom = 1n;
  if (exponent >= 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  if (places >= 0) top *= 10n ** BigInt(places);
  else bottom *= 10n ** BigInt(-places);
  return roundDivide(top, bottom);
}

/** The shortest digits that read back as the same float (David Gay's mode 0, which JavaScript's conversion follows too). */
export function shortestDigits(value: number): DecimalDigits {
  if (value === 0) return { digits: "0", point: 1 };
  const [mantissa, exponent] = value.toExponential().split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

/** Exactly `count` significant digits, correctly rounded (mode 2). */
export function significantDigits(value: number, count: number): DecimalDigits {
  if (count > MOST_DIGITS) return withZeros(significantDigits(value, MOST_DIGITS), count - MOST_DIGITS);
  if (value === 0) return { digits: "0".repeat(count), point: 1 };
  let exponent = Math.floor(Math.log10(value));
  for (;;) {
    const digits = scaledInteger(value, count - 1 - exponent).toString();
    if (digits.length === count) return { digits, point: exponent + 1 };
    // The estimate was off by one, or rounding made a digit more: 9.99 to 10.0.
    exponent += digits.length > count ? 1 : -1;
  }
}

/** Digits up to `places` after the point, correctly rounded (mode 3); at least one digit before it. */
export function fixedDigits(value: number, places: number): DecimalDigits {
  if (places > MOST_DIGITS) return withZeros(fixedDigits(value, MOST_DIGITS), places - MOST_DIGITS);
  const digits = scaledInteger(value, places).toString().padStart(places + 1, "0");
  return { digits, point: digits.length - places };
}
