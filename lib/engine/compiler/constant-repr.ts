import type { Const } from "./code.ts";

/**
 * `repr()` of a constant, as listings show it. `addressOf` gives the address of a code object as `0x...`; pass a text to
 * use it for all.
 */
export function constantRepr(c: Const, addressOf: string | ((c: Const) => string)): string {
  const inner = (item: Const): string => constantRepr(item, addressOf);
  switch (c.kind) {
    case "none":
      return "None";
    case "ellipsis":
      return "Ellipsis";
    case "bool":
      return c.value ? "True" : "False";
    case "int":
      return String(c.value);
    case "float":
      return floatRepr(c.value);
    case "complex":
      return complexRepr(c.real, c.imag);
    case "str":
      return strRepr(c.value);
    case "bytes":
      return bytesRepr(c.value);
    case "tuple":
      return c.items.length === 1 ? `(${c.items.map(inner).join("")},)` : `(${c.items.map(inner).join(", ")})`;
    case "frozenset":
      return c.items.length === 0 ? "frozenset()" : `frozenset({${c.items.map(inner).join(", ")}})`;
    case "slice":
      return `slice(${inner(c.start)}, ${inner(c.stop)}, ${inner(c.step)})`;
    case "code": {
      const address = typeof addressOf === "string" ? addressOf : addressOf(c);
      return `<code object ${c.code.name} at ${address}, file "${c.code.filename}", line ${c.code.firstLine}>`;
    }
  }
}

/** The shortest digits that give the same double, in Python's notation: an exponent below 1e-4 and from 1e16. */
export function floatRepr(value: number): string {
  return isPlain(value) ? withPoint(digitsOf(value)) : digitsOf(value);
}

function isPlain(value: number): boolean {
  return Number.isFinite(value);
}

function withPoint(text: string): string {
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** As `%r` without the `.0` that a float alone gets. */
function digitsOf(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  if (Object.is(value, -0)) return "-0";
  const [mantissa = "", exponent = "0"] = value.toExponential().split("e");
  const sign = mantissa.startsWith("-") ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "");
  const point = Number(exponent) + 1;
  if (point > -4 && point <= 16) return sign + placePoint(digits, point);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : "";
  const power = Math.abs(point - 1);
  return `${sign}${digits[0]}${fraction}e${point - 1 < 0 ? "-" : "+"}${power < 10 ? "0" : ""}${power}`;
}

/** The digits with the decimal point after `point` of them. */
function placePoint(digits: string, point: number): string {
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (digits.length <= point) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

function complexRepr(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${digitsOf(imag)}j`;
  const imagText = digitsOf(imag);
  return `(${digitsOf(real)}${/^[-]/.test(imagText) ? "" : "+"}${imagText}j)`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Single quotes, unless only those occur in the text; what cannot be printed is escaped. */
export function strRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const ch of text) body += ch === quote ? `\\${ch}` : (ESCAPES[ch] ?? (isPrintable(ch) ? ch : escapeCodePoint(ch)));
  return quote + body + quote;
}

function escapeCodePoint(ch: string): string {
  const code = ch.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code <= 0xff) return `\\x${hex.padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** `str.isprintable`: no control, format, surrogate, private or unassigned character, no separator but the space. */
function isPrintable(ch: string): boolean {
  return ch === " " || !/[\p{C}\p{Z}]/u.test(ch);
}

/** `b'...'`, printable ASCII as it is. */
export function bytesRepr(bytes: Uint8Array): string {
  const hasSingle = bytes.includes(0x27);
  const quote = hasSingle && !bytes.includes(0x22) ? '"' : "'";
  let body = "";
  for (const byte of bytes) {
    const ch = String.fromCharCode(byte);
    if (ch === quote) body += `\\${ch}`;
    else if (ESCAPES[ch] !== undefined) body += ESCAPES[ch];
    else body += byte >= 0x20 && byte < 0x7f ? ch : `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return `b${quote}${body}${quote}`;
}
