import { classMethod, type FunctionSpec, method, staticMethod } from "../core/define.ts";
import { type PyObject, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { length } from "../protocol/item.ts";
import { collectItemsOr } from "../protocol/iterate.ts";
import { ssizeArgument, intArgument } from "../protocol/sequence.ts";
import { bytesOf, PyByteArray, QUIETLY } from "./bytes-object.ts";
import { bytesArgument, equalBytes, findBytes, joinBytes, occurrencesOf, searchedBytes } from "./bytes-search.ts";
import { decode } from "./codec.ts";
import { argumentTypeName, searchRange } from "./str-range.ts";
import { splitText } from "./str-split.ts";
import { PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

function valueOf(self: PyObject): Uint8Array {
  return bytesOf(self) as Uint8Array;
}

/** A result of the same kind as `self`: bytes for bytes, bytearray for bytearray. */
function like(rt: Runtime, self: PyObject, value: Uint8Array): PyObject {
  return self instanceof PyByteArray ? new PyByteArray(rt.types.bytearray, value) : rt.bytes(value);
}

/** The same, but bytes that stay as they are remain the object that they are. */
function keptOr(rt: Runtime, self: PyObject, value: Uint8Array): PyObject {
  return self.type === rt.types.bytes && equalBytes(valueOf(self), value) ? retain(self) : like(rt, self, value);
}

/** Bytes as text of the same numbers: what works on ASCII is then done by the methods of host strings. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function mapped(signature: string, map: (text: string) => string): FunctionSpec {
  return method(signature, (rt, [self]) => {
    rt.charge(valueOf(self).length);
    return like(rt, self, fromLatin1(map(latin1(valueOf(self)))));
  });
}

function every(name: string, pattern: RegExp): FunctionSpec {
  return method(`${name}(self, /)`, (rt, [self]) => {
    rt.charge(valueOf(self).length >> 2);
    return rt.bool(pattern.test(latin1(valueOf(self))));
  });
}

const upper = (text: string): string => text.replace(/[a-z]+/g, (run) => run.toUpperCase());
const lower = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

const titled = (text: string): string => text.replace(/[a-zA-Z]+/g, (word) => upper(word[0]) + lower(word.slice(1)));

function find(rt: Runtime, [self, part, start, end]: PyObject[], fromRight: boolean): number {
  const bytes = valueOf(self);
  const [from, to] = searchRange(rt, bytes.length, start, end);
  const wanted = searchedBytes(rt, part);
  if (from > to) return -1;
  rt.charge((to - from) >> 3);
  return findBytes(rt, bytes, wanted, from, to, fromRight);
}

function index(rt: Runtime, args: PyObject[], fromRight: boolean): PyObject {
  const position = find(rt, args, fromRight);
  return position < 0 ? rt.raise("ValueError", "subsection not found") : rt.int(position);
}

function count(rt: Runtime, [self, part, start, end]: PyObject[]): PyObject {
  const bytes = valueOf(self);
  const [from, to] = searchRange(rt, bytes.length, start, end);
  const wanted = searchedBytes(rt, part);
  if (from > to) return rt.int(0);
  rt.charge((to - from) >> 3);
  return rt.int(wanted.length === 0 ? to - from + 1 : occurrencesOf(rt, bytes.slice(from, to), wanted).length);
}

function matchesEnd(rt: Runtime, args: PyObject[], name: "startswith" | "endswith"): PyObject {
  const bytes = valueOf(args[0]);
  const [from, to] = searchRange(rt, bytes.length, args[2], args[3]);
  rt.charge((to - from) >> 6);
  const within = from > to ? null : bytes.slice(from, to);
  const matches = (part: Uint8Array): boolean =>
    within !== null && part.length <= within.length && equalBytes(name === "startswith" ? within.slice(0, part.length) : within.slice(within.length - part.length), part);
  const wanted = args[1];
  if (wanted instanceof PyTuple) return rt.bool(wanted.items.some((part) => matches(bytesArgument(rt, part))));
  const part = bytesOf(wanted);
  if (!part) return rt.raise("TypeError", `${name} first arg must be bytes or a tuple of bytes, not ${wanted.type.shownName}`);
  return rt.bool(matches(part));
}

function replace(rt: Runtime, [self, old, fresh, limit]: PyObject[]): PyObject {
  const bytes = valueOf(self);
  const from = bytesArgument(rt, old);
  const to = bytesArgument(rt, fresh);
  const most = limit === undefined ? -1 : ssizeArgument(rt, limit);
  const places = from.length === 0 ? Array.from({ length: bytes.length + 1 }, (_, i) => i) : occurrencesOf(rt, bytes, from);
  const used = most < 0 ? places : places.slice(0, most);
  rt.charge((bytes.length >> 4) + used.length * 2);
  rt.heap.reserve(bytes.length + used.length * to.length);
  const parts: Uint8Array[] = [];
  let start = 0;
  for (const at of used) {
    parts.push(bytes.slice(start, at));
    start = at + from.length;
  }
  parts.push(bytes.slice(start));
  return used.length === 0 ? keptOr(rt, self, bytes) : like(rt, self, joinBytes(parts, to));
}

function join(rt: Runtime, [self, iterable]: PyObject[]): PyObject {
  const items = collectItemsOr(rt, iterable, "can only join an iterable");
  try {
    const parts = items.map((item, i) => bytesOf(item, QUIETLY) ?? rt.raise("TypeError", `sequence item ${i}: expected a bytes-like object, ${item.type.shownName} found`));
    if (items.length === 1 && items[0].type === rt.types.bytes && self.type === rt.types.bytes) return retain(items[0]);
    rt.heap.reserve(parts.reduce((sum, part) => sum + part.length + valueOf(self).length, 0));
    return like(rt, self, joinBytes(parts, valueOf(self)));
  } finally {
    releaseAll(items);
  }
}

const ASCII_SPACE = " \\t\\n\\r\\v\\f";

function split(rt: Runtime, [self, separator, maxsplit]: PyObject[], fromRight: boolean): PyObject {
  const text = latin1(valueOf(self));
  const limit = maxsplit === undefined ? -1 : ssizeArgument(rt, maxsplit);
  const byText = separator !== undefined && separator !== rt.none ? latin1(bytesArgument(rt, separator)) : null;
  if (byText === "") rt.raise("ValueError", "empty separator");
  rt.charge(text.length);
  const parts = byText === null ? cutWords(text, limit, fromRight) : splitText(text, byText, limit, fromRight);
  rt.charge(parts.length * 2);
  return rt.takeList(parts.map((part) => keptOr(rt, self, fromLatin1(part))));
}

const WORD = new RegExp(`[^${ASCII_SPACE}]+`, "g");

/** Words between runs of ASCII white space; what a limit leaves is cut on the side where the search ended alone (stringlib_split_whitespace). */
function cutWords(text: string, limit: number, fromRight: boolean): string[] {
  const words = [...text.matchAll(WORD)];
  if (limit < 0 || words.length <= limit) return words.map(([word]) => word);
  const { index, 0: word } = words[fromRight ? words.length - 1 - limit : limit];
  if (fromRight) return [text.slice(0, index + word.length), ...words.slice(words.length - limit).map(([each]) => each)];
  return [...words.slice(0, limit).map(([each]) => each), text.slice(index)];
}

function strip(rt: Runtime, [self, characters]: PyObject[], left: boolean, right: boolean): PyObject {
  const bytes = valueOf(self);
  const cut = characters === undefined || characters === rt.none ? Uint8Array.of(32, 9, 10, 13, 11, 12) : bytesArgument(rt, characters);
  rt.charge(bytes.length >> 3);
  let start = 0;
  let end = bytes.length;
  if (left) while (start < end && cut.includes(bytes[start])) start++;
  if (right) while (end > start && cut.includes(bytes[end - 1])) end--;
  return keptOr(rt, self, bytes.slice(start, end));
}

function partition(rt: Runtime, [self, separator]: PyObject[], fromRight: boolean): PyObject {
  const bytes = valueOf(self);
  const part = bytesArgument(rt, separator);
  if (part.length === 0) rt.raise("ValueError", "empty separator");
  const at = findBytes(rt, bytes, part, 0, bytes.length, fromRight);
  const empty = new Uint8Array(0);
  const pieces = at >= 0 ? [bytes.slice(0, at), part.slice(), bytes.slice(at + part.length)] : fromRight ? [empty, empty, bytes.slice()] : [bytes.slice(), empty, empty];
  return rt.takeTuple(pieces.map((piece) => keptOr(rt, self, piece)));
}

function removeEnd(rt: Runtime, [self, part]: PyObject[], atStart: boolean): PyObject {
  const bytes = valueOf(self);
  const end = bytesArgument(rt, part);
  rt.charge(bytes.length >> 6);
  const matches = end.length <= bytes.length && equalBytes(atStart ? bytes.slice(0, end.length) : bytes.slice(bytes.length - end.length), end);
  if (!matches) return keptOr(rt, self, bytes.slice());
  return like(rt, self, atStart ? bytes.slice(end.length) : bytes.slice(0, bytes.length - end.length));
}

function pad(rt: Runtime, [self, width, fill]: PyObject[], left: (padding: number, width: number) => number): PyObject {
  const bytes = valueOf(self);
  const total = ssizeArgument(rt, width);
  const filler = fill === undefined ? Uint8Array.of(32) : bytesArgument(rt, fill);
  if (filler.length !== 1) rt.raise("TypeError", "The fill character must be exactly one byte long");
  const padding = total - bytes.length;
  if (padding <= 0) return keptOr(rt, self, bytes.slice());
  rt.heap.reserve(total);
  const before = left(padding, total);
  return like(rt, self, joinBytes([new Uint8Array(before).fill(filler[0]), bytes, new Uint8Array(padding - before).fill(filler[0])]));
}

function zeroFill(rt: Runtime, [self, width]: PyObject[]): PyObject {
  const bytes = valueOf(self);
  const total = ssizeArgument(rt, width);
  if (bytes.length >= total) return keptOr(rt, self, bytes.slice());
  rt.heap.reserve(total);
  const signLength = bytes[0] === 0x2b || bytes[0] === 0x2d ? 1 : 0;
  return like(rt, self, joinBytes([bytes.slice(0, signLength), new Uint8Array(total - bytes.length).fill(0x30), bytes.slice(signLength)]));
}

function expandTabs(rt: Runtime, [self, tabSize]: PyObject[]): PyObject {
  rt.charge(valueOf(self).length);
  const text = rt.temp(rt.str(latin1(valueOf(self))));
  const expanded = rt.temp(rt.callMethod(text, "expandtabs", tabSize === undefined ? [] : [tabSize]));
  return like(rt, self, fromLatin1((expanded as PyStr).value));
}

function decodeSelf(rt: Runtime, [self, encoding, errors]: PyObject[]): PyObject {
  const name = (object: PyObject | undefined, parameter: string, fallback: string): string => {
    if (object === undefined) return fallback;
    return object instanceof PyStr ? object.value : rt.raise("TypeError", `decode() argument '${parameter}' must be str, not ${argumentTypeName(rt, object)}`);
  };
  return rt.str(decode(rt, valueOf(self), name(encoding, "encoding", "utf-8"), name(errors, "errors", "strict")));
}

function separatorText(rt: Runtime, separator: PyObject): string {
  if (separator instanceof PyStr) return separator.value;
  const given = bytesOf(separator);
  if (given) return latin1(given);
  if (length(rt, separator) !== 1) rt.raise("ValueError", "sep must be length 1.");
  return rt.raise("TypeError", "sep must be str or bytes.");
}

/** `hex(sep, bytes_per_sep)` of any run of bytes. */
export function toHex(rt: Runtime, bytes: Uint8Array, [separator, perGroup]: PyObject[]): PyObject {
  const between = separator === undefined ? "" : separatorText(rt, separator);
  if (separator !== undefined && between.length !== 1) rt.raise("ValueError", "sep must be length 1.");
  if (between > "\x7f") rt.raise("ValueError", "sep must be ASCII.");
  const size = perGroup === undefined ? 1 : intArgument(rt, perGroup);
  rt.heap.reserve(bytes.length * 3);
  rt.charge(bytes.length);
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  if (between === "" || size === 0) return rt.str(pairs.join(""));
  // Groups count from the right when positive, from the left when negative.
  const group = Math.abs(size);
  const first = size > 0 ? pairs.length % group : 0;
  const groups = first > 0 ? [pairs.slice(0, first).join("")] : [];
  for (let i = first; i < pairs.length; i += group) groups.push(pairs.slice(i, i + group).join(""));
  return rt.str(groups.join(between));
}

function fromHex(rt: Runtime, [type, text]: PyObject[]): PyObject {
  const given = rt.profile.memberRules.fromHexTakesBytes ? bytesOf(text) : null;
  if (!(text instanceof PyStr) && !given) {
    rt.raise("TypeError", rt.profile.memberRules.fromHexTakesBytes ? `fromhex() argument must be str or bytes-like, not ${text.type.shownName}` : `fromhex() argument must be str, not ${argumentTypeName(rt, text)}`);
  }
  const bytes: number[] = [];
  const value = given ? latin1(given) : (text as PyStr).value;
  rt.charge(value.length);
  for (let at = 0; at < value.length; ) {
    if (/[ \t\n\r\v\f]/.test(value[at])) {
      at++;
      continue;
    }
    const bad = /^[0-9a-fA-F]$/.test(value[at]) ? (/^[0-9a-fA-F]$/.test(value[at + 1] ?? "") ? -1 : at + 1) : at;
    if (bad >= value.length) rt.raise("ValueError", rt.message("fromHexOdd", String(bad)));
    if (bad >= 0) rt.raise("ValueError", `non-hexadecimal number found in fromhex() arg at position ${bad}`);
    bytes.push(Number.parseInt(value.slice(at, at + 2), 16));
    at += 2;
  }
  const made = rt.bytes(Uint8Array.from(bytes));
  if (type === rt.types.bytes) return made;
  return rt.call(type, [rt.temp(made)]);
}

function splitLines(rt: Runtime, [self, keepEnds]: PyObject[]): PyObject {
  const keep = keepEnds !== undefined && rt.truth(keepEnds);
  rt.charge(valueOf(self).length);
  const lines = latin1(valueOf(self)).match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  return rt.takeList(lines.map((line) => like(rt, self, fromLatin1(keep ? line : line.replace(/\r?\n$|\r$/, "")))));
}

function translate(rt: Runtime, [self, table, dropped]: PyObject[]): PyObject {
  const map = table === rt.none ? null : bytesArgument(rt, table);
  if (map && map.length !== 256) rt.raise("ValueError", "translation table must be 256 characters long");
  const drop = dropped === undefined ? new Uint8Array(0) : bytesArgument(rt, dropped);
  rt.charge(valueOf(self).length >> 1);
  return keptOr(rt, self, valueOf(self).filter((byte) => !drop.includes(byte)).map((byte) => (map ? map[byte] : byte)));
}

function makeTranslation(rt: Runtime, [from, to]: PyObject[]): PyObject {
  const source = bytesArgument(rt, from);
  const target = bytesArgument(rt, to);
  if (source.length !== target.length) rt.raise("ValueError", "maketrans arguments must have same length");
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  source.forEach((byte, i) => {
    table[byte] = target[i];
  });
  return rt.bytes(table);
}

/** Methods that bytes and bytearray share (Objects/bytes_methods.c, Objects/stringlib). */
export const bytesMethods: readonly FunctionSpec[] = [
  method("find(self, sub, [start], [end], /)", (rt, args) => rt.int(find(rt, args, false))),
  method("rfind(self, sub, [start], [end], /)", (rt, args) => rt.int(find(rt, args, true))),
  method("index(self, sub, [start], [end], /)", (rt, args) => index(rt, args, false)),
  method("rindex(self, sub, [start], [end], /)", (rt, args) => index(rt, args, true)),
  method("count(self, sub, [start], [end], /)", count),
  method("startswith(self, prefix, [start], [end], /)", (rt, args) => matchesEnd(rt, args, "startswith")),
  method("endswith(self, suffix, [start], [end], /)", (rt, args) => matchesEnd(rt, args, "endswith")),
  method("replace(self, old, new, count=-1, /)", replace, (rt) => !rt.profile.memberRules.bytesCountIsNamed),
  method("replace(self, old, new, /, count=-1)", replace, (rt) => rt.profile.memberRules.bytesCountIsNamed),
  method("join(self, iterable_of_bytes, /)", join),
  method("split(self, /, sep=None, maxsplit=-1)", (rt, args) => split(rt, args, false)),
  method("rsplit(self, /, sep=None, maxsplit=-1)", (rt, args) => split(rt, args, true)),
  method("splitlines(self, /, keepends=False)", splitLines),
  method("strip(self, bytes=None, /)", (rt, args) => strip(rt, args, true, true)),
  method("lstrip(self, bytes=None, /)", (rt, args) => strip(rt, args, true, false)),
  method("rstrip(self, bytes=None, /)", (rt, args) => strip(rt, args, false, true)),
  method("partition(self, sep, /)", (rt, args) => partition(rt, args, false)),
  method("rpartition(self, sep, /)", (rt, args) => partition(rt, args, true)),
  method("removeprefix(self, prefix, /)", (rt, args) => removeEnd(rt, args, true)),
  method("removesuffix(self, suffix, /)", (rt, args) => removeEnd(rt, args, false)),
  method("center(self, width, fillchar=b' ', /)", (rt, args) => pad(rt, args, (padding, width) => Math.floor(padding / 2) + (padding & width & 1))),
  method("ljust(self, width, fillchar=b' ', /)", (rt, args) => pad(rt, args, () => 0)),
  method("rjust(self, width, fillchar=b' ', /)", (rt, args) => pad(rt, args, (padding) => padding)),
  mapped("upper(self, /)", upper),
  mapped("lower(self, /)", lower),
  mapped("swapcase(self, /)", (text) => text.replace(/[a-zA-Z]/g, (c) => (c < "a" ? c.toLowerCase() : c.toUpperCase()))),
  mapped("capitalize(self, /)", (text) => upper(text.slice(0, 1)) + lower(text.slice(1))),
  mapped("title(self, /)", titled),
  method("istitle(self, /)", (rt, [self]) => {
    rt.charge(valueOf(self).length >> 2);
    const text = latin1(valueOf(self));
    return rt.bool(/[a-zA-Z]/.test(text) && titled(text) === text);
  }),
  every("isspace", /^[ \t\n\r\v\f]+$/),
  every("isdigit", /^[0-9]+$/),
  every("isalpha", /^[a-zA-Z]+$/),
  every("isalnum", /^[a-zA-Z0-9]+$/),
  every("isascii", /^[\x00-\x7f]*$/),
  every("isupper", /^[^a-z]*[A-Z][^a-z]*$/),
  every("islower", /^[^A-Z]*[a-z][^A-Z]*$/),
  method("zfill(self, width, /)", zeroFill),
  method("expandtabs(self, /, tabsize=8)", expandTabs),
  method("translate(self, table, /, delete=b'')", translate),
  staticMethod("maketrans(frm, to, /)", makeTranslation),
  method("decode(self, /, encoding='utf-8', errors='strict')", decodeSelf),
  method("hex(self, /, [sep], bytes_per_sep=1)", (rt, [self, ...rest]) => toHex(rt, valueOf(self), rest)),
  classMethod("fromhex(type, string, /)", fromHex),
  method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.bytes(valueOf(self).slice())])),
];
