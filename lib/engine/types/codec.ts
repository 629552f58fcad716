import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { PyStr } from "./str-object.ts";
import { decodeOtherwise, encodeOtherwise, type Mended, mendOtherwise } from "./codec-otherwise.ts";
import { escapeCode } from "./text-repr.ts";

type Encoding = "utf-8" | "ascii" | "latin-1" | "utf-16" | "utf-16-le" | "utf-16-be" | "utf-32" | "utf-32-le" | "utf-32-be";

const NAMES: Readonly<Record<string, Encoding>> = {
  utf_8: "utf-8", utf8: "utf-8", u8: "utf-8", utf: "utf-8", cp65001: "utf-8",
  ascii: "ascii", us_ascii: "ascii", 646: "ascii",
  latin_1: "latin-1", latin1: "latin-1", iso_8859_1: "latin-1", iso8859_1: "latin-1", l1: "latin-1", "8859": "latin-1", cp819: "latin-1", latin: "latin-1",
  utf_16: "utf-16", utf16: "utf-16", u16: "utf-16", utf_16_le: "utf-16-le", utf_16_be: "utf-16-be", utf_16le: "utf-16-le", utf_16be: "utf-16-be",
  utf_32: "utf-32", utf32: "utf-32", u32: "utf-32", utf_32_le: "utf-32-le", utf_32_be: "utf-32-be", utf_32le: "utf-32-le", utf_32be: "utf-32-be",
};

/** The encodings known here; null for one that the module `codecs` may know. */
function encodingOf(name: string): Encoding | null {
  const key = name.toLowerCase().replace(/[^a-z0-9.]+/g, "_");
  return Object.hasOwn(NAMES, key) ? NAMES[key] : null;
}

/** What cannot be encoded or decoded: a run of characters or bytes. */
interface Trouble {
  readonly codec: string;
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

/** `str.encode`. UnicodeEncodeError where the encoding or the error handler gives up (Objects/unicodeobject.c). */
export function encode(rt: Runtime, text: PyStr, encodingName: string, errors: string): PyObject {
  const encoding = encodingOf(encodingName);
  if (encoding === null) return encodeOtherwise(rt, text, encodingName, errors);
  if (text.kind === "ascii" && !encoding.startsWith("utf-16") && !encoding.startsWith("utf-32")) return rt.bytes(bytesOfAscii(rt, text.value));
  rt.charge(text.length * 2);
  const points = text.points();
  const bytes: number[] = encoding === "utf-16" ? [0xff, 0xfe] : encoding === "utf-32" ? [0xff, 0xfe, 0, 0] : [];
  for (let i = 0; i < points.length; i++) {
    const code = points[i].codePointAt(0) as number;
    if (isEncodable(code, encoding)) {
      put(bytes, code, encoding);
      continue;
    }
    let end = i + 1;
    while (end < points.length && !isEncodable(points[end].codePointAt(0) as number, encoding)) end++;
    const reason = code >= 0xd800 && code < 0xe000 && encoding.startsWith("utf") ? "surrogates not allowed" : `ordinal not in range(${encoding === "ascii" ? 128 : 256})`;
    const trouble = { codec: encoding, start: i, end, reason };
    const { fix, next } = encodeRepair(rt, text, errors, trouble);
    if (fix instanceof Uint8Array) for (const byte of fix) bytes.push(byte);
    else {
      for (const character of fix) {
        const mended = character.codePointAt(0) as number;
        if (!isEncodable(mended, encoding)) raiseUnicodeError(rt, "UnicodeEncodeError", text, trouble);
        put(bytes, mended, encoding);
      }
    }
    i = next - 1;
  }
  return rt.bytes(Uint8Array.from(bytes));
}

function bytesOfAscii(rt: Runtime, text: string): Uint8Array {
  rt.heap.reserve(text.length);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

function isEncodable(code: number, encoding: Encoding): boolean {
  if (encoding === "ascii") return code < 0x80;
  if (encoding === "latin-1") return code < 0x100;
  return code < 0xd800 || code > 0xdfff;
}

function put(bytes: number[], code: number, encoding: Encoding): void {
  if (encoding === "utf-8") putUtf8(bytes, code);
  else if (encoding === "ascii" || encoding === "latin-1") bytes.push(code);
  else if (encoding.startsWith("utf-16")) {
    const units = code > 0xffff ? [0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff)] : [code];
    for (const unit of units) bytes.push(...(encoding.endsWith("be") ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8]));
  } else {
    const little = [code & 0xff, (code >> 8) & 0xff, code >> 16, 0];
    bytes.push(...(encoding.endsWith("be") ? little.reverse() : little));
  }
}

function putUtf8(bytes: number[], code: number): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
  else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f));
}

/** What an error handler puts in place of characters that the encoding lacks, a text to be encoded or bytes, and where it goes on. */
function encodeRepair(rt: Runtime, text: PyStr, errors: string, trouble: Trouble): Mended {
  const fix = ownEncodeRepair(rt, text, errors, trouble);
  return fix === null ? mendOtherwise(rt, errors, unicodeError(rt, "UnicodeEncodeError", text, trouble)) : { fix, next: trouble.end };
}

function ownEncodeRepair(rt: Runtime, text: PyStr, errors: string, trouble: Trouble): string | Uint8Array | null {
  const characters = text.points().slice(trouble.start, trouble.end);
  const codes = characters.map((character) => character.codePointAt(0) as number);
  switch (errors) {
    case "ignore": return "";
    case "replace": return "?".repeat(characters.length);
    case "backslashreplace": return codes.map(escapeCode).join("");
    case "xmlcharrefreplace": return codes.map((code) => `&#${code};`).join("");
    case "surrogatepass": {
      const bytes: number[] = [];
      for (const code of codes) putUtf8(bytes, code);
      return Uint8Array.from(bytes);
    }
    case "surrogateescape":
      if (codes.every((code) => code >= 0xdc80 && code <= 0xdcff)) return Uint8Array.from(codes, (code) => code - 0xdc00);
      return raiseUnicodeError(rt, "UnicodeEncodeError", text, trouble);
    case "strict": return raiseUnicodeError(rt, "UnicodeEncodeError", text, trouble);
    default: return null;
  }
}

type UnicodeErrorName = "UnicodeEncodeError" | "UnicodeDecodeError";

function raiseUnicodeError(rt: Runtime, type: UnicodeErrorName, object: PyObject, { codec, start, end, reason }: Trouble): never {
  return rt.raiseWith(type, [rt.str(codec), retain(object), rt.int(start), rt.int(end), rt.str(reason)]);
}

/** The same exception for a handler to look at, given up with the running call. */
function unicodeError(rt: Runtime, type: UnicodeErrorName, object: PyObject, { codec, start, end, reason }: Trouble): PyObject {
  const [name, from, to, why] = [rt.str(codec), rt.int(start), rt.int(end), rt.str(reason)].map((part) => rt.temp(part));
  return rt.temp(rt.call(rt.types[type], [name, object, from, to, why]));
}

/** `bytes.decode`. UnicodeDecodeError where the bytes are malformed and the error handler gives up. */
export function decode(rt: Runtime, bytes: Uint8Array, encodingName: string, errors: string): string {
  const encoding = encodingOf(encodingName);
  if (encoding === null) return decodeOtherwise(rt, bytes, encodingName, errors);
  rt.charge(bytes.length);
  let result = "";
  let position = 0;
  let form: Encoding = encoding;
  if (encoding === "utf-16" || encoding === "utf-32") {
    const mark = byteOrderMark(bytes, encoding);
    form = `${encoding}-${mark?.order ?? "le"}` as Encoding;
    position = mark?.size ?? 0;
  }
  while (position < bytes.length) {
    const step = decodeOne(bytes, position, form);
    if ("code" in step) {
      result += String.fromCodePoint(step.code);
      position += step.size;
      continue;
    }
    const end = position + step.bad;
    const { fix, next } = decodeRepair(rt, bytes, errors, { codec: form, start: position, end, reason: step.reason });
    result += fix;
    position = next;
  }
  return result;
}

function byteOrderMark(bytes: Uint8Array, encoding: "utf-16" | "utf-32"): { order: "le" | "be"; size: number } | null {
  const size = encoding === "utf-16" ? 2 : 4;
  const head = [...bytes.slice(0, size)].join(" ");
  if (head === (size === 2 ? "255 254" : "255 254 0 0")) return { order: "le", size };
  return head === (size === 2 ? "254 255" : "0 0 254 255") ? { order: "be", size } : null;
}

type Step = { readonly code: number; readonly size: number } | { readonly bad: number; readonly reason: string };

function decodeOne(bytes: Uint8Array, at: number, encoding: Encoding): Step {
  switch (encoding) {
    case "utf-8": return decodeUtf8(bytes, at);
    case "latin-1": return { code: bytes[at], size: 1 };
    case "ascii": return bytes[at] < 0x80 ? { code: bytes[at], size: 1 } : { bad: 1, reason: "ordinal not in range(128)" };
    case "utf-16-le": case "utf-16-be": return decodeUtf16(bytes, at, encoding === "utf-16-be");
    default: return decodeUtf32(bytes, at, encoding === "utf-32-be");
  }
}

/** One character, or how many bytes are wrong and why, as the maximal subpart rule says (Unicode 3.9, D93b). */
function decodeUtf8(bytes: Uint8Array, at: number): Step {
  const first = bytes[at];
  if (first < 0x80) return { code: first, size: 1 };
  if (first < 0xc2 || first > 0xf4) return { bad: 1, reason: "invalid start byte" };
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  let code = first & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    if (at + i >= bytes.length) return { bad: i, reason: "unexpected end of data" };
    const next = bytes[at + i];
    if (next < (i === 1 ? lowest : 0x80) || next > (i === 1 ? highest : 0xbf)) return { bad: i, reason: "invalid continuation byte" };
    code = (code << 6) | (next & 0x3f);
  }
  return { code, size };
}

function decodeUtf16(bytes: Uint8Array, at: number, big: boolean): Step {
  const unit = (offset: number): number => (big ? (bytes[offset] << 8) | bytes[offset + 1] : bytes[offset] | (bytes[offset + 1] << 8));
  if (at + 1 >= bytes.length) return { bad: 1, reason: "truncated data" };
  const first = unit(at);
  if (first < 0xd800 || first > 0xdfff) return { code: first, size: 2 };
  if (first > 0xdbff) return { bad: 2, reason: "illegal encoding" };
  if (at + 3 >= bytes.length) return { bad: bytes.length - at, reason: "unexpected end of data" };
  const second = unit(at + 2);
  if (second < 0xdc00 || second > 0xdfff) return { bad: 2, reason: "illegal UTF-16 surrogate" };
  return { code: 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff), size: 4 };
}

function decodeUtf32(bytes: Uint8Array, at: number, big: boolean): Step {
  if (at + 3 >= bytes.length) return { bad: bytes.length - at, reason: "truncated data" };
  const code = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, !big);
  if (code > 0x10ffff) return { bad: 4, reason: "code point not in range(0x110000)" };
  if (code >= 0xd800 && code <= 0xdfff) return { bad: 4, reason: "code point in surrogate code point range" };
  return { code, size: 4 };
}

function decodeRepair(rt: Runtime, bytes: Uint8Array, errors: string, trouble: Trouble): Mended {
  const fix = ownDecodeRepair(rt, bytes, errors, trouble);
  if (fix !== null) return { fix, next: trouble.end };
  return mendOtherwise(rt, errors, unicodeError(rt, "UnicodeDecodeError", rt.temp(rt.bytes(bytes.slice())), trouble));
}

function ownDecodeRepair(rt: Runtime, bytes: Uint8Array, errors: string, trouble: Trouble): string | null {
  const bad = [...bytes.slice(trouble.start, trouble.end)];
  switch (errors) {
    case "ignore": return "";
    case "replace": return "\ufffd";
    case "backslashreplace": return bad.map(escapeCode).join("");
    case "surrogateescape":
      if (bad.every((byte) => byte >= 0x80)) return bad.map((byte) => String.fromCharCode(0xdc00 + byte)).join("");
      return raiseUnicodeError(rt, "UnicodeDecodeError", rt.temp(rt.bytes(bytes.slice())), trouble);
    case "strict": return raiseUnicodeError(rt, "UnicodeDecodeError", rt.temp(rt.bytes(bytes.slice())), trouble);
    default: return null;
  }
}
