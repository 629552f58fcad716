import type { Runtime } from "../core/runtime.ts";
import { isDecimal, stripSpace } from "./characters.ts";

/** Below this many bits no text can pass any limit that may be set (640 digits). */
const SAFE = 10n ** 600n;
/** Decimal digits that a hexadecimal one is worth. */
const HEX_IN_DIGITS = Math.log10(16);

/** The decimal text of an int. ValueError beyond the limit on digits (Objects/longobject.c, long_to_decimal_string). */
export function intText(rt: Runtime, value: bigint): string {
  if (value < SAFE && value > -SAFE) return value.toString();
  const limit = rt.scalars.intMaxStrDigits;
  const magnitude = value < 0n ? -value : value;
  const hexDigits = magnitude.toString(16).length;
  if (limit > 0 && hexDigits * HEX_IN_DIGITS > limit && magnitude >= 10n ** BigInt(limit)) {
    rt.raise("ValueError", `Exceeds the limit (${rt.message("digits", String(limit))}) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit`);
  }
  rt.charge(Math.ceil((hexDigits * HEX_IN_DIGITS) / 8));
  return value.toString();
}

/** Text in base 2, 8 or 16 with its prefix, as bin(), oct() and hex() give it; no limit on digits. */
export function intTextInBase(value: bigint, base: 2 | 8 | 16): string {
  const prefix = base === 2 ? "0b" : base === 8 ? "0o" : "0x";
  return value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base);
}

/** A numeral as int() and float() see it: digits of all scripts as ASCII, Unicode white space cut off (_PyUnicode_TransformDecimalAndSpaceToASCII). */
export function numeralText(text: string): string {
  const trimmed = stripSpace(text);
  if (/^[\x00-\x7f]*$/.test(trimmed)) return trimmed;
  let result = "";
  for (const character of trimmed) result += isDecimal(character) && character > "\x7f" ? String(decimalValue(character)) : character;
  return result;
}

/** The value of a decimal digit of any script: they come in runs of ten. */
export function decimalValue(character: string): number {
  let code = character.codePointAt(0) as number;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let steps = 0;
  while (steps < 9 && isDecimal(String.fromCodePoint(code - 1))) {
    code--;
    steps++;
  }
  return steps;
}

/** Null: not a numeral in that base. `tooLong`: more digits than the limit allows. */
export type ParsedInt = { readonly value: bigint } | { readonly tooLong: number } | null;

/**
 * The integer that a text denotes in a base from 2 to 36, or in the base that its prefix names when `base` is 0
 * (PyLong_FromString). The limit on digits counts for bases that are no power of two. `charge` is told the size before
 * the value is made.
 */
export function parseInt(text: string, base: number, limit: number, charge: (bits: number) => void = () => {}): ParsedInt {
  const match = /^([+-]?)(0[xX]_?|0[oO]_?|0[bB]_?)?(.*)$/s.exec(text);
  if (!match) return null;
  let [, sign, prefix, digits] = match;
  let radix = base;
  if (prefix) {
    const named = { x: 16, o: 8, b: 2 }[prefix[1].toLowerCase() as "x" | "o" | "b"];
    if (base === 0 || base === named) radix = named;
    else {
      digits = prefix + digits;
      prefix = "";
    }
  } else if (base === 0) {
    radix = 10;
    // "010" was octal once; only zeros may begin with a zero.
    if (/^0[0_]*[1-9]/.test(digits)) return null;
  }
  if (!/^[0-9a-zA-Z]+(_[0-9a-zA-Z]+)*$/.test(digits)) return null;
  const plain = digits.replaceAll("_", "").toLowerCase();
  if (limit > 0 && (radix & (radix - 1)) !== 0 && plain.length > limit && plain.length > 640) return { tooLong: plain.length };
  charge(Math.floor((plain.length - 1) * Math.log2(radix)));
  const value = digitsValue(plain, radix);
  return value === null ? null : { value: sign === "-" ? -value : value };
}

/** Both halves on their own, then put together: digit by digit would take quadratic time. */
function halvesValue(digits: string, radix: number): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, radix));
  const low = digits.length >> 1;
  const high = digits.length - low;
  return halvesValue(digits.slice(0, high), radix) * BigInt(radix) ** BigInt(low) + halvesValue(digits.slice(high), radix);
}

function digitsValue(digits: string, radix: number): bigint | null {
  for (const digit of digits) if (Number.parseInt(digit, 36) >= radix) return null;
  if (radix === 10) return BigInt(digits);
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 2) return BigInt(`0b${digits}`);
  return halvesValue(digits, radix);
}
