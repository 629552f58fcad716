import { defineType, method } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import type { CompareOp, KeywordNames } from "../core/slots.ts";
import type { PyType } from "../core/type.ts";
import { strObject } from "../protocol/repr.ts";
import { indexAsSize } from "../protocol/number.ts";
import { itemPosition, sliceOf } from "../protocol/sequence.ts";
import { raiseUnexpectedKeyword } from "../protocol/suggest-keyword.ts";
import { bytesOf, QUIETLY } from "./bytes-object.ts";
import { rareMembers } from "./rare-members.ts";
import { compares } from "./comparison.ts";
import { formatTemplate, formatTemplateMap } from "./format/template.ts";
import { formatText } from "./format/text-format.ts";
import { PySlice } from "./slice-object.ts";
import { strCaseMethods } from "./str-case.ts";
import { makeStrIterator } from "./str-iterator.ts";
import { strLayoutMethods } from "./str-layout.ts";
import { PyStr } from "./str-object.ts";
import { argumentTypeName, strResult } from "./str-range.ts";
import { chargeSearch, strSearchMethods } from "./str-search.ts";
import { strSplitMethods } from "./str-split.ts";
import { strRepr } from "./text-repr.ts";

export { PyStr } from "./str-object.ts";

function valueOf(self: PyObject): string {
  return (self as PyStr).value;
}

/** `str(object='')`, `str(object, encoding='utf-8', errors='strict')` (unicode_new). */
function newStr(rt: Runtime, type: PyType, args: readonly PyObject[], kwnames: KeywordNames): PyObject {
  const [object, encoding, errors] = strArguments(rt, args, kwnames);
  let text: PyObject;
  if (!object) text = rt.str("");
  else if (encoding || errors) text = rt.str(decoded(rt, object, encoding, errors));
  else text = strObject(rt, object);
  if (type === rt.types.str) return text;
  const value = valueOf(text);
  release(text);
  return new PyStr(type, value);
}

const PARAMETERS = ["object", "encoding", "errors"];

function strArguments(rt: Runtime, args: readonly PyObject[], kwnames: KeywordNames): (PyObject | undefined)[] {
  if (args.length > 3) rt.raise("TypeError", rt.message("tooManyForType", "str", "3", String(args.length)));
  const positional = args.length - (kwnames?.length ?? 0);
  const found: (PyObject | undefined)[] = args.slice(0, positional);
  (kwnames ?? []).forEach((name, i) => {
    const position = PARAMETERS.indexOf(name);
    if (position < 0) raiseUnexpectedKeyword(rt, "str", name, PARAMETERS);
    if (found[position]) rt.raise("TypeError", `argument for str() given by name ('${name}') and position (${position + 1})`);
    found[position] = args[positional + i];
  });
  return found;
}

function decoded(rt: Runtime, object: PyObject, encoding: PyObject | undefined, errors: PyObject | undefined): string {
  const codec = encodingName(rt, encoding, "str", "encoding", "utf-8");
  const handler = encodingName(rt, errors, "str", "errors", "strict");
  if (object instanceof PyStr) rt.raise("TypeError", "decoding str is not supported");
  const bytes = bytesOf(object, QUIETLY);
  if (!bytes) rt.raise("TypeError", `decoding to str: need a bytes-like object, ${object.type.shownName} found`);
  return rareMembers.get().decode(rt, bytes, codec, handler);
}

/** An optional argument that names an encoding or an error handler. */
export function encodingName(rt: Runtime, object: PyObject | undefined, method: string, parameter: string, fallback: string): string {
  if (object === undefined) return fallback;
  if (object instanceof PyStr) return object.value;
  return rt.raise("TypeError", `${method}() argument '${parameter}' must be str, not ${argumentTypeName(rt, object)}`);
}

/** A comparison of texts up to this length costs no more than its step. */
const LONG = 1024;

/** By code points. UTF-16 order is another one only where surrogate pairs meet U+E000 and above. */
function compare(rt: Runtime, self: PyObject, other: PyObject, op: CompareOp): PyObject {
  if (!(self instanceof PyStr) || !(other instanceof PyStr)) return retain(rt.notImplemented);
  const left = self.value;
  const right = other.value;
  let result: boolean;
  if (left.length > LONG && self !== other) rt.charge(Math.min(left.length, right.length) >> 6);
  if (op === "==") result = left === right;
  else if (op === "!=") result = left !== right;
  else if (self.kind === "astral" || other.kind === "astral") result = compares(comparePoints(self, other), 0, op);
  else result = compares(left < right ? -1 : left > right ? 1 : 0, 0, op);
  return retain(result ? rt.true : rt.false);
}

function comparePoints(left: PyStr, right: PyStr): number {
  const a = left.points();
  const b = right.points();
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = (a[i].codePointAt(0) as number) - (b[i].codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function concat(rt: Runtime, left: PyObject, right: PyObject): PyObject {
  if (!(right instanceof PyStr)) return rt.raise("TypeError", `can only concatenate str (not "${right.type.shownName}") to str`);
  const { value } = left as PyStr;
  if (value === "" && right.type === rt.types.str) return retain(right);
  if (right.value === "") return strResult(rt, left, value);
  rt.heap.reserve(value.length + right.value.length);
  return rt.str(value + right.value);
}

function repeat(rt: Runtime, self: PyObject, count: PyObject): PyObject {
  const times = indexAsSize(rt, count, "OverflowError");
  const { value } = self as PyStr;
  if (times <= 0 || value === "") return rt.str("");
  if (times === 1) return strResult(rt, self, value);
  rt.heap.reserve(value.length * times);
  return rt.str(value.repeat(times));
}

function getItem(rt: Runtime, self: PyObject, key: PyObject): PyObject {
  const text = self as PyStr;
  if (key instanceof PySlice) {
    const { start, step, count } = sliceOf(rt, key, text.length);
    if (count === 0) return rt.str("");
    if (step === 1) {
      if (text.kind === "astral") rt.charge(count);
      return strResult(rt, self, text.slice(start, start + count));
    }
    rt.charge(count);
    rt.heap.reserve(count);
    let result = "";
    for (let i = 0; i < count; i++) result += text.at(start + i * step);
    return rt.newStr(result);
  }
  if (!key.type.slots.index) rt.raise("TypeError", rt.message("strIndices", key.type.shownName));
  return rt.str(text.at(itemPosition(rt, key, text.length, "string", "string index out of range")));
}

function contains(rt: Runtime, self: PyObject, item: PyObject): boolean {
  if (!(item instanceof PyStr)) return rt.raise("TypeError", `'in <string>' requires string as left operand, not ${item.type.shownName}`);
  chargeSearch(rt, valueOf(self).length, item.value.length);
  return valueOf(self).includes(item.value);
}

function formatSelf(rt: Runtime, [self, spec]: PyObject[]): PyObject {
  if (!(spec instanceof PyStr)) return rt.raise("TypeError", `__format__() argument must be str, not ${argumentTypeName(rt, spec)}`);
  if (spec.value === "" || (spec.value === "s" && self.type === rt.types.str)) return self.type === rt.types.str ? retain(self) : strObject(rt, self);
  const text = formatText(rt, (self as PyStr).points(), spec.value, self.type.name);
  return self.type === rt.types.str && text === (self as PyStr).value ? retain(self) : rt.str(text);
}

function encodeSelf(rt: Runtime, [self, encoding, errors]: PyObject[]): PyObject {
  return rareMembers.get().encode(rt, self as PyStr, encodingName(rt, encoding, "encode", "encoding", "utf-8"), encodingName(rt, errors, "encode", "errors", "strict"));
}

export const strSpec = defineType({
  name: "str",
  basicSize: 80,
  allocate: (type) => new PyStr(type, ""),
  slots: {
    new: newStr,
    repr: (rt, self) => {
      rt.charge(valueOf(self).length >> 3);
      return rt.str(strRepr(valueOf(self)));
    },
    str: (rt, self) => strResult(rt, self, valueOf(self)),
    hash: (rt, self) => (self as PyStr).hash(rt),
    richCompare: compare,
    iter: makeStrIterator,
    remainder: (rt, left, right) => (left instanceof PyStr ? rareMembers.get().percent(rt, left, right) : retain(rt.notImplemented)),
    length: (_rt, self) => (self as PyStr).length,
    getItem,
    contains,
    concat,
    repeat,
  },
  methods: [
    ...strSearchMethods,
    ...strSplitMethods,
    ...strCaseMethods,
    ...strLayoutMethods,
    method("encode(self, /, encoding='utf-8', errors='strict')", encodeSelf),
    method("format(self, /, *args, **kwargs)", (rt, [self, args, kwargs]) => formatTemplate(rt, self as PyStr, args, kwargs)),
    method("format_map(self, mapping, /)", (rt, [self, mapping]) => formatTemplateMap(rt, self as PyStr, mapping)),
    method("__format__(self, format_spec, /)", formatSelf),
    method("__getnewargs__(self, /)", (rt, [self]) => rt.takeTuple([rt.str(valueOf(self))])),
    method("__sizeof__(self, /)", (rt, [self]) => rt.int(self.size)),
  ],
});
