import { Lazy } from "../lazy/lazy.ts";

/** The character with a name, or null. */
export const characterNames = new Lazy<(name: string) => string | null>("rare");

const SIMPLE = new Map([
  ["\n", ""], ["\\", "\\"], ["'", "'"], ['"', '"'], ["a", "\x07"], ["b", "\b"], ["f", "\f"], ["n", "\n"], ["r", "\r"], ["t", "\t"], ["v", "\v"],
]);

const HEX_LENGTH = new Map([["x", 2], ["u", 4], ["U", 8]]);

/** A literal's text, or what CPython's codec says against it. */
export type Decoded<T> = { readonly value: T } | { readonly error: string };

/** Reads the escapes of a str literal (Doc/reference/lexical_analysis.rst, "Escape sequences"). */
export function decodeString(text: string): Decoded<string> {
  if (!text.includes("\\")) return { value: text };
  let value = "";
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("\\", at);
    if (next < 0) break;
    value += text.slice(at, next);
    const escape = readEscape(text, next);
    if ("error" in escape) return escape;
    value += escape.value;
    at = escape.end;
  }
  return { value: value + text.slice(at) };
}

function readEscape(text: string, at: number): { value: string; end: number } | { error: string } {
  const letter = text[at + 1] ?? "";
  const simple = SIMPLE.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const length = HEX_LENGTH.get(letter);
  if (length !== undefined) return hexEscape(text, at, letter, length);
  if (letter === "N") return namedEscape(text, at);
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal) return { value: String.fromCharCode(Number.parseInt(octal, 8)), end: at + 1 + octal.length };
  if (letter === "") return { error: codecError(text, at, at + 1, "\\ at end of string") };
  return { value: `\\${letter}`, end: at + 2 };
}

function hexEscape(text: string, at: number, letter: string, length: number): { value: string; end: number } | { error: string } {
  const digits = /^[0-9a-fA-F]*/.exec(text.slice(at + 2, at + 2 + length))?.[0] ?? "";
  const end = at + 2 + digits.length;
  if (digits.length < length) return { error: codecError(text, at, end, `truncated \\${letter}${"X".repeat(length)} escape`) };
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) return { error: codecError(text, at, end, "illegal Unicode character") };
  return { value: String.fromCodePoint(code), end };
}

function namedEscape(text: string, at: number): { value: string; end: number } | { error: string } {
  const close = text[at + 2] === "{" ? text.indexOf("}", at + 3) : -1;
  if (close <= at + 3) {
    let end = at + 2;
    if (text[at + 2] === "{") end = close < 0 ? text.length : close;
    return { error: codecError(text, at, end, "malformed \\N character escape") };
  }
  const value = characterNames.get()(text.slice(at + 3, close));
  if (value !== null) return { value, end: close + 1 };
  // Differs: CPython knows every name, so its text ends before the bracket.
  return { error: codecError(text, at, close + 1, "unknown Unicode character name (the engine knows only the common ones)") };
}

/** Positions count bytes of CPython's buffer, in which a character beyond ASCII takes ten (`\U0001f600`). */
function codecError(text: string, start: number, end: number, reason: string): string {
  let from = 0;
  let length = 0;
  for (let at = 0; at < end; ) {
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const size = char < "\x80" ? 1 : 10;
    if (at < start) from += size;
    else length += size;
    at += char.length;
  }
  const to = from + length - 1;
  const place = to === from ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`;
  return `(unicode error) 'unicodeescape' codec can't decode ${place}: ${reason}`;
}

/** Reads the escapes of a bytes literal; the text is ASCII. */
export function decodeBytes(text: string, raw: boolean): Decoded<Uint8Array> {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (raw || text[at] !== "\\") {
      bytes.push(text.charCodeAt(at));
      at++;
      continue;
    }
    const letter = text[at + 1] ?? "";
    const simple = SIMPLE.get(letter);
    const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
    if (simple !== undefined) {
      if (simple !== "") bytes.push(simple.charCodeAt(0));
      at += 2;
    } else if (octal) {
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      at += 1 + octal.length;
    } else if (letter === "x") {
      const digits = /^[0-9a-fA-F]{2}/.exec(text.slice(at + 2, at + 4))?.[0];
      if (!digits) return { error: `(value error) invalid \\x escape at position ${at}` };
      bytes.push(Number.parseInt(digits, 16));
      at += 4;
    } else {
      bytes.push(92);
      at++;
    }
  }
  return { value: Uint8Array.from(bytes) };
}
