import { type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { ssizeArgument } from "../protocol/sequence.ts";
import { argumentTypeName, searchRange, strResult, textArgument } from "./str-range.ts";
import { chargeText, PyStr } from "./str-object.ts";
import { PyTuple } from "./tuple.ts";

/** The host looks at the last characters of what it searches for, and at the rest only where they are found. */
const LOOKED_AT = 250;

/** Charges for looking for a part of a text, at worst. */
export function chargeSearch(rt: Runtime, length: number, part: number): void {
  rt.charge(length >> 4);
  if (part > LOOKED_AT && part <= length) rt.charge(Math.floor(((length - part) / LOOKED_AT) * part) >> 8);
}

/** Where a part begins for the last time, not behind `from`; -1 when it does not. The host's own search takes quadratic time for a long part. */
function lastPlace(text: string, part: string, from: number): number {
  if (from < 0) return -1;
  if (part.length < 32) return text.lastIndexOf(part, from);
  const reversed = (value: string): string => value.split("").reverse().join("");
  const place = reversed(text.slice(0, from + part.length)).indexOf(reversed(part));
  return place < 0 ? -1 : from - place;
}

/** Where `part` first or last occurs between two positions, in code points; -1 when it does not. */
function findPosition(rt: Runtime, name: string, args: PyObject[], fromRight: boolean): number {
  const self = args[0] as PyStr;
  const part = searchArgument(rt, name, args[1]);
  const [start, end] = searchRange(rt, self.length, args[2], args[3]);
  if (start > end) return -1;
  chargeSearch(rt, end - start, part.length);
  const from = self.unitOffset(start);
  const to = self.unitOffset(end);
  const offset = fromRight ? lastPlace(self.value, part, to - part.length) : self.value.indexOf(part, from);
  if (offset < from || offset + part.length > to) return -1;
  return self.positionOf(offset);
}

function searchArgument(rt: Runtime, name: string, part: PyObject): string {
  if (part instanceof PyStr) return part.value;
  return rt.raise("TypeError", rt.message("strArgument", name, "1", part.type.shownName, argumentTypeName(rt, part)));
}

function indexPosition(rt: Runtime, name: string, args: PyObject[], fromRight: boolean): PyObject {
  const position = findPosition(rt, name, args, fromRight);
  return position < 0 ? rt.raise("ValueError", "substring not found") : rt.int(position);
}

function count(rt: Runtime, args: PyObject[]): PyObject {
  const self = args[0] as PyStr;
  const part = searchArgument(rt, "count", args[1]);
  const [start, end] = searchRange(rt, self.length, args[2], args[3]);
  if (start > end) return rt.int(0);
  const text = self.slice(start, end);
  chargeSearch(rt, text.length, part.length);
  return rt.int(part === "" ? end - start + 1 : occurrences(text, part));
}

/** How often `part`, not empty, occurs without overlap. */
function occurrences(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

function replace(rt: Runtime, [self, old, fresh, limit]: PyObject[]): PyObject {
  const text = (self as PyStr).value;
  const from = textArgument(rt, old, "replace", 1);
  const to = textArgument(rt, fresh, "replace", 2);
  const most = limit === undefined ? -1 : ssizeArgument(rt, limit);
  rt.charge(text.length >> 4);
  chargeSearch(rt, text.length, from.length);
  const found = from === "" ? (self as PyStr).length + 1 : occurrences(text, from);
  const times = most < 0 ? found : Math.min(found, most);
  if (times === 0 || from === to) return strResult(rt, self, text);
  rt.heap.reserve(text.length + times * Math.max(to.length - from.length, 0));
  if (from === "") return rt.newStr(interleave((self as PyStr).points(), to, times));
  const parts = text.split(from);
  const head = parts.slice(0, times + 1).join(to);
  return rt.newStr(times < found ? [head, ...parts.slice(times + 1)].join(from) : head);
}

/** `to` before each of the first characters, and at the end when there are that many. */
function interleave(points: readonly string[], to: string, times: number): string {
  let result = "";
  points.forEach((character, i) => {
    result += i < times ? to + character : character;
  });
  return times > points.length ? result + to : result;
}

/** `startswith` and `endswith`: one text, or a tuple of them. */
function matchesEnd(rt: Runtime, args: PyObject[], name: "startswith" | "endswith"): PyObject {
  const self = args[0] as PyStr;
  const [start, end] = searchRange(rt, self.length, args[2], args[3]);
  const text = start > end ? null : self.slice(start, end);
  const matches = (part: PyStr): boolean => text !== null && (name === "startswith" ? text.startsWith(part.value) : text.endsWith(part.value));
  const wanted = args[1];
  chargeText(rt, text?.length ?? 0, 6);
  if (wanted instanceof PyStr) return rt.bool(matches(wanted));
  if (!(wanted instanceof PyTuple)) return rt.raise("TypeError", `${name} first arg must be str or a tuple of str, not ${wanted.type.shownName}`);
  for (const part of wanted.items) {
    if (!(part instanceof PyStr)) rt.raise("TypeError", `tuple for ${name} must only contain str, not ${part.type.shownName}`);
    if (matches(part)) return rt.bool(true);
  }
  return rt.bool(false);
}

function partition(rt: Runtime, [self, separator]: PyObject[], fromRight: boolean): PyObject {
  const text = (self as PyStr).value;
  if (!(separator instanceof PyStr)) rt.raise("TypeError", `must be str, not ${separator.type.shownName}`);
  const part = separator.value;
  if (part === "") rt.raise("ValueError", "empty separator");
  chargeSearch(rt, text.length, part.length);
  const at = fromRight ? lastPlace(text, part, text.length - part.length) : text.indexOf(part);
  if (at >= 0) return rt.takeTuple([rt.str(text.slice(0, at)), retain(separator), rt.str(text.slice(at + part.length))]);
  const whole = strResult(rt, self, text);
  return rt.takeTuple(fromRight ? [rt.str(""), rt.str(""), whole] : [whole, rt.str(""), rt.str("")]);
}

function removeEnd(rt: Runtime, [self, part]: PyObject[], name: "removeprefix" | "removesuffix"): PyObject {
  const text = (self as PyStr).value;
  if (!(part instanceof PyStr)) rt.raise("TypeError", `${name}() argument must be str, not ${argumentTypeName(rt, part)}`);
  const end = part.value;
  chargeText(rt, Math.min(end.length, text.length), 6);
  if (name === "removeprefix" && text.startsWith(end)) return strResult(rt, self, text.slice(end.length));
  if (name === "removesuffix" && end !== "" && text.endsWith(end)) return strResult(rt, self, text.slice(0, -end.length));
  return strResult(rt, self, text);
}

/** Methods of str that look for a part. */
export const strSearchMethods: readonly FunctionSpec[] = [
  method("find(self, sub, [start], [end], /)", (rt, args) => rt.int(findPosition(rt, "find", args, false))),
  method("rfind(self, sub, [start], [end], /)", (rt, args) => rt.int(findPosition(rt, "rfind", args, true))),
  method("index(self, sub, [start], [end], /)", (rt, args) => indexPosition(rt, "index", args, false)),
  method("rindex(self, sub, [start], [end], /)", (rt, args) => indexPosition(rt, "rindex", args, true)),
  method("count(self, sub, [start], [end], /)", count),
  method("startswith(self, prefix, [start], [end], /)", (rt, args) => matchesEnd(rt, args, "startswith")),
  method("endswith(self, suffix, [start], [end], /)", (rt, args) => matchesEnd(rt, args, "endswith")),
  method("replace(self, old, new, count=-1, /)", replace, (rt) => !rt.profile.memberRules.countIsNamed),
  method("replace(self, old, new, /, count=-1)", replace, (rt) => rt.profile.memberRules.countIsNamed),
  method("partition(self, sep, /)", (rt, args) => partition(rt, args, false)),
  method("rpartition(self, sep, /)", (rt, args) => partition(rt, args, true)),
  method("removeprefix(self, prefix, /)", (rt, args) => removeEnd(rt, args, "removeprefix")),
  method("removesuffix(self, suffix, /)", (rt, args) => removeEnd(rt, args, "removesuffix")),
];
