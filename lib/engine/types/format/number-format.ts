import type { Runtime } from "../../core/runtime.ts";
import { type FloatCode, floatText } from "./float-text.ts";
import { layOutNumber, padText } from "./layout.ts";
import { type FormatSpec, parseFormatSpec, unknownFormatCode } from "./spec.ts";

const DIGITS: Readonly<Record<string, { readonly base: number; readonly prefix: string }>> = {
  b: { base: 2, prefix: "0b" },
  o: { base: 8, prefix: "0o" },
  x: { base: 16, prefix: "0x" },
  X: { base: 16, prefix: "0X" },
  d: { base: 10, prefix: "" },
  n: { base: 10, prefix: "" },
};

/**
 * `format(int, text)` (format_long_internal). `decimal` gives the decimal text with the limit on digits; `asFloat` the
 * nearest float, for the float codes.
 */
export function formatInt(rt: Runtime, value: bigint, text: string, typeName: string, decimal: () => string, asFloat: () => number): string {
  const spec = parseFormatSpec(rt, text, typeName, ">", "d");
  if ("eEfFgG%".includes(spec.type)) return formatFloatBy(rt, asFloat(), spec, typeName);
  if (!"bcdoxXn".includes(spec.type)) unknownFormatCode(rt, spec.type, typeName);
  if (spec.precision >= 0) rt.raise("ValueError", "Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) rt.raise("ValueError", "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type === "c") return formatCharacter(rt, value, spec);
  const { base, prefix } = DIGITS[spec.type];
  let digits = base === 10 ? decimal() : value.toString(base);
  if (spec.type === "X") digits = digits.toUpperCase();
  return layOutNumber(rt, digits, spec.alternate ? prefix : "", base === 10 ? 3 : 4, spec);
}

function formatCharacter(rt: Runtime, value: bigint, spec: FormatSpec): string {
  if (spec.sign) rt.raise("ValueError", "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) rt.raise("ValueError", "Alternate form (#) not allowed with integer format specifier 'c'");
  if (value < 0n || value > 0x10ffffn) rt.raise("OverflowError", "%c arg not in range(0x110000)");
  return padText(rt, String.fromCodePoint(Number(value)), 1, spec);
}

/** `format(float, text)`. */
export function formatFloat(rt: Runtime, value: number, text: string, typeName: string): string {
  return formatFloatBy(rt, value, parseFormatSpec(rt, text, typeName, ">", ""), typeName);
}

function formatFloatBy(rt: Runtime, value: number, spec: FormatSpec, typeName: string): string {
  if (!"eEfFgGn%".includes(spec.type)) unknownFormatCode(rt, spec.type, typeName);
  const percent = spec.type === "%";
  const body = plainFloat(rt, percent ? value * 100 : value, spec) + (percent ? "%" : "");
  return layOutNumber(rt, body, "", 3, spec);
}

/** The digits that a specification asks for, before signs, groups and filling. */
function plainFloat(rt: Runtime, value: number, spec: FormatSpec): string {
  const { alternate, noNegativeZero } = spec;
  rt.charge(Math.max(spec.precision, 0));
  if (spec.type === "" && spec.precision < 0) return floatText(value, { code: "r", precision: 0, addPointZero: true, alternate, noNegativeZero });
  const lower = spec.type.toLowerCase();
  const code: FloatCode = lower === "e" ? "e" : lower === "f" || lower === "%" ? "f" : "g";
  const precision = spec.precision < 0 ? 6 : spec.precision;
  return floatText(value, { code, precision, alternate, addPointZero: spec.type === "", upper: "EFG".includes(spec.type) && spec.type !== "", noNegativeZero });
}

/** `format(complex, text)` (format_complex_internal). */
export function formatComplex(rt: Runtime, real: number, imag: number, text: string, typeName: string): string {
  const spec = parseFormatSpec(rt, text, typeName, ">", "");
  if (!"eEfFgGn".includes(spec.type)) unknownFormatCode(rt, spec.type, typeName);
  if (spec.fill === "0") rt.raise("ValueError", "Zero padding is not allowed in complex format specifier");
  if (spec.align === "=") rt.raise("ValueError", "'=' alignment flag is not allowed in complex format specifier");
  const plain = spec.type === "";
  const skipReal = plain && real === 0 && !Object.is(real, -0);
  const part: FormatSpec = { ...spec, width: -1, fill: " ", align: ">", type: plain ? "g" : spec.type };
  const digits = (value: number): string =>
    plain && spec.precision < 0
      ? floatText(value, { code: "r", precision: 0, alternate: spec.alternate, noNegativeZero: spec.noNegativeZero })
      : plainFloat(rt, value, part);
  const realText = skipReal ? "" : layOutNumber(rt, digits(real), "", 3, part);
  const imagText = layOutNumber(rt, digits(imag), "", 3, skipReal ? part : { ...part, sign: "+" });
  const whole = plain && !skipReal ? `(${realText}${imagText}j)` : `${realText}${imagText}j`;
  return padText(rt, whole, whole.length, spec);
}
