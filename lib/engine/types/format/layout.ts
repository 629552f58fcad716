import type { Runtime } from "../../core/runtime.ts";
import type { FormatSpec } from "./spec.ts";

/** Fills a text of `length` characters up to the width. `=` has no meaning here and counts as `>`. */
export function padText(rt: Runtime, text: string, length: number, spec: FormatSpec): string {
  const total = spec.width - length;
  if (total <= 0) return text;
  rt.charge(total);
  const left = spec.align === "<" ? 0 : spec.align === "^" ? Math.floor(total / 2) : total;
  return spec.fill.repeat(left) + text + spec.fill.repeat(total - left);
}

/**
 * Lays out a number: sign, prefix, digits in groups, the rest; `=` fills between sign and digits, and a fill of `0`
 * takes part in the grouping (Python/formatter_unicode.c, calc_number_widths). `text` has a minus sign if negative.
 */
export function layOutNumber(rt: Runtime, text: string, prefix: string, groupSize: number, spec: FormatSpec): string {
  const negative = text.startsWith("-");
  const sign = negative ? "-" : spec.sign === "+" || spec.sign === " " ? spec.sign : "";
  const body = negative ? text.slice(1) : text;
  const whole = (groupSize === 4 ? /^[0-9a-fA-F]*/ : /^[0-9]*/).exec(body)?.[0] ?? "";
  const rest = groupFraction(body.slice(whole.length), spec.fractionGrouping);
  const fixed = sign.length + prefix.length + rest.length;
  const zeroFilled = spec.fill === "0" && spec.align === "=";
  rt.charge(Math.max(spec.width, 0));
  const minimum = zeroFilled ? Math.max(spec.width - fixed, 0) : 0;
  const digits = spec.grouping && whole ? groupDigits(whole, minimum, groupSize, spec.grouping) : whole.padStart(minimum, "0");
  const padding = spec.width - fixed - digits.length;
  if (padding <= 0) return sign + prefix + digits + rest;
  if (spec.align === "=") return sign + prefix + spec.fill.repeat(padding) + digits + rest;
  return padText(rt, sign + prefix + digits + rest, fixed + digits.length, spec);
}

/** Digits in groups from the right, padded with zeros to a width that counts the separators (_PyUnicode_InsertThousandsGrouping). */
function groupDigits(digits: string, minimum: number, size: number, separator: string): string {
  const groups: string[] = [];
  let remaining = digits.length;
  let width = minimum;
  for (;;) {
    const length = Math.min(size, Math.max(remaining, width, 1));
    const taken = Math.max(0, Math.min(remaining, length));
    groups.push(digits.slice(remaining - taken, remaining).padStart(length, "0"));
    remaining -= taken;
    width -= length;
    if (remaining <= 0 && width <= 0) return groups.reverse().join(separator);
    width -= separator.length;
  }
}

/** Groups of three from the point on. */
function groupFraction(rest: string, separator: string): string {
  if (!separator || !rest.startsWith(".")) return rest;
  const [digits] = /^[0-9]*/.exec(rest.slice(1)) as RegExpExecArray;
  return `.${digits.replace(/([0-9]{3})(?=[0-9])/g, `$1${separator}`)}${rest.slice(1 + digits.length)}`;
}
