import { type FunctionSpec, method } from "../core/define.ts";
import { type PyObject, releaseAll, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { collectItemsOr } from "../protocol/iterate.ts";
import { ssizeArgument } from "../protocol/sequence.ts";
import { splitSpace, stripSpace } from "./characters.ts";
import { strResult } from "./str-range.ts";
import { chargeSearch } from "./str-search.ts";
import { chargeText, PyStr } from "./str-object.ts";

/** Parts between separators; at most `limit` cuts from the left or the right. */
export function splitText(text: string, separator: string, limit: number, fromRight: boolean): string[] {
  if (fromRight) return splitFromRight(text, separator, limit < 0 ? Number.POSITIVE_INFINITY : limit);
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

/** Where separators overlap, the one on the right is a separator. */
function splitFromRight(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < limit) {
    const at = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.push(text.slice(at + separator.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function split(rt: Runtime, [self, separator, maxsplit]: PyObject[], fromRight: boolean): PyObject {
  const text = (self as PyStr).value;
  const limit = maxsplit === undefined ? -1 : ssizeArgument(rt, maxsplit);
  rt.charge(text.length >> 3);
  if (separator === undefined || separator === rt.none) return textList(rt, self, splitSpace(text, limit, fromRight));
  if (!(separator instanceof PyStr)) rt.raise("TypeError", `must be str or None, not ${separator.type.shownName}`);
  if (separator.value === "") rt.raise("ValueError", "empty separator");
  chargeSearch(rt, text.length, separator.value.length);
  return textList(rt, self, splitText(text, separator.value, limit, fromRight));
}

function textList(rt: Runtime, self: PyObject, parts: readonly string[]): PyObject {
  rt.charge(parts.length);
  return rt.takeList(parts.length === 1 ? [strResult(rt, self, parts[0])] : parts.map((part) => rt.str(part)));
}

const LINE = /\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]/g;

function splitLines(rt: Runtime, [self, keepEnds]: PyObject[]): PyObject {
  const text = (self as PyStr).value;
  const keep = keepEnds !== undefined && (rt.profile.memberRules.keepEndsIsInt ? rt.index(keepEnds) !== 0n : rt.truth(keepEnds));
  rt.charge(text.length >> 3);
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(LINE)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(start, keep ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return textList(rt, self, lines);
}

function strip(rt: Runtime, [self, characters]: PyObject[], name: string, left: boolean, right: boolean): PyObject {
  const text = (self as PyStr).value;
  chargeText(rt, text.length, 3);
  if (characters === undefined || characters === rt.none) return strResult(rt, self, stripSpace(text, left, right));
  if (!(characters instanceof PyStr)) rt.raise("TypeError", `${name} arg must be None or str`);
  const cut = new Set(characters.points());
  const points = (self as PyStr).points();
  let start = 0;
  let end = points.length;
  if (left) while (start < end && cut.has(points[start])) start++;
  if (right) while (end > start && cut.has(points[end - 1])) end--;
  return strResult(rt, self, points.slice(start, end).join(""));
}

/** `separator.join(iterable)` (_PyUnicode_JoinArray): a single exact str is given back as it is. */
function join(rt: Runtime, [self, iterable]: PyObject[]): PyObject {
  const items = collectItemsOr(rt, iterable, "can only join an iterable");
  try {
    if (items.length === 1 && items[0].type === rt.types.str) return retain(items[0]);
    const separator = (self as PyStr).value;
    let size = 0;
    const texts = items.map((item, i) => {
      if (!(item instanceof PyStr)) return rt.raise("TypeError", `sequence item ${i}: expected str instance, ${item.type.shownName} found`);
      size += item.value.length + separator.length;
      return item.value;
    });
    rt.charge(items.length);
    rt.heap.reserve(size);
    return rt.newStr(texts.join(separator));
  } finally {
    releaseAll(items);
  }
}

/** Methods of str that take texts apart and put them together. */
export const strSplitMethods: readonly FunctionSpec[] = [
  method("split(self, /, sep=None, maxsplit=-1)", (rt, args) => split(rt, args, false)),
  method("rsplit(self, /, sep=None, maxsplit=-1)", (rt, args) => split(rt, args, true)),
  method("splitlines(self, /, keepends=False)", splitLines),
  method("strip(self, chars=None, /)", (rt, args) => strip(rt, args, "strip", true, true)),
  method("lstrip(self, chars=None, /)", (rt, args) => strip(rt, args, "lstrip", true, false)),
  method("rstrip(self, chars=None, /)", (rt, args) => strip(rt, args, "rstrip", false, true)),
  method("join(self, iterable, /)", join),
];
