import { type FunctionSpec, method, staticMethod } from "../core/define.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { getItem } from "../protocol/item.ts";
import { Raise } from "../core/raise.ts";
import { ssizeArgument, intArgument } from "../protocol/sequence.ts";
import { PyDict } from "./dict.ts";
import { PyInt } from "./int-object.ts";
import { strResult, textArgument } from "./str-range.ts";
import { PyStr } from "./str-object.ts";

/** Padding to a width; `left` says how much of it goes before the text. */
function pad(rt: Runtime, [self, width, fill]: PyObject[], left: (padding: number, width: number) => number): PyObject {
  const total = ssizeArgument(rt, width);
  const character = fillCharacter(rt, fill);
  const text = self as PyStr;
  const padding = total - text.length;
  if (padding <= 0) return strResult(rt, self, text.value);
  rt.heap.reserve(total);
  const before = left(padding, total);
  return rt.str(character.repeat(before) + text.value + character.repeat(padding - before));
}

function fillCharacter(rt: Runtime, fill: PyObject | undefined): string {
  if (fill === undefined) return " ";
  if (!(fill instanceof PyStr)) rt.raise("TypeError", `The fill character must be a unicode character, not ${fill.type.shownName}`);
  if (fill.length !== 1) rt.raise("TypeError", "The fill character must be exactly one character long");
  return fill.value;
}

/** The odd space goes to the left when the width is odd too (unicode_center). */
const centered = (padding: number, width: number): number => Math.floor(padding / 2) + (padding & width & 1);

function zeroFill(rt: Runtime, [self, width]: PyObject[]): PyObject {
  const total = ssizeArgument(rt, width);
  const { value, length } = self as PyStr;
  if (length >= total) return strResult(rt, self, value);
  rt.heap.reserve(total);
  const sign = value.startsWith("+") || value.startsWith("-") ? value[0] : "";
  return rt.str(sign + "0".repeat(total - length) + value.slice(sign.length));
}

function expandTabs(rt: Runtime, [self, tabSize]: PyObject[]): PyObject {
  const size = tabSize === undefined ? 8 : intArgument(rt, tabSize);
  const { value } = self as PyStr;
  const tabs = value.split("\t").length - 1;
  rt.heap.reserve(value.length + tabs * Math.max(size, 0));
  rt.charge(value.length >> 1);
  let column = 0;
  let result = "";
  for (const character of (self as PyStr).points()) {
    if (character === "\t") {
      const spaces = size > 0 ? size - (column % size) : 0;
      result += " ".repeat(spaces);
      column += spaces;
    } else {
      result += character;
      column = character === "\n" || character === "\r" ? 0 : column + 1;
    }
  }
  return strResult(rt, self, result);
}

/** `str.translate`: each character through `table[ord(character)]`; LookupError leaves it, None drops it. */
function translate(rt: Runtime, [self, table]: PyObject[]): PyObject {
  let result = "";
  for (const character of (self as PyStr).points()) {
    const text = translated(rt, table, character);
    rt.charge(1 + (text.length >> 6));
    rt.heap.expect(result.length + text.length);
    result += text;
  }
  return rt.str(result);
}

function translated(rt: Runtime, table: PyObject, character: string): string {
  const key = rt.int(character.codePointAt(0) as number);
  let value: PyObject;
  try {
    value = getItem(rt, table, key);
  } catch (error) {
    if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.LookupError)) throw error;
    release(error.exception);
    return character;
  } finally {
    release(key);
  }
  try {
    if (value === rt.none) return "";
    if (value instanceof PyStr) return value.value;
    if (!(value instanceof PyInt)) rt.raise("TypeError", "character mapping must return integer, None or str");
    if (value.value < 0n || value.value > 0x10ffffn) rt.raise("ValueError", "character mapping must be in range(0x110000)");
    return String.fromCodePoint(Number(value.value));
  } finally {
    release(value);
  }
}

function makeTranslation(rt: Runtime, [x, y, z]: PyObject[]): PyObject {
  const table = rt.temp(rt.dict()) as PyDict;
  const put = (key: string, value: PyObject): void => {
    const code = rt.int(key.codePointAt(0) as number);
    try {
      table.set(rt, code, value);
    } finally {
      release(code);
      release(value);
    }
  };
  if (y === undefined) {
    fillFromDict(rt, table, x, put);
    return retain(table);
  }
  if (!(x instanceof PyStr)) rt.raise("TypeError", "first maketrans argument must be a string if there is a second argument");
  textArgument(rt, y, "maketrans", 2);
  rt.charge(x.length);
  const to = (y as PyStr).points();
  if (x.length !== to.length) rt.raise("ValueError", "the first two maketrans arguments must have equal length");
  x.points().forEach((character, i) => put(character, rt.int(to[i].codePointAt(0) as number)));
  if (z !== undefined) {
    textArgument(rt, z, "maketrans", 3);
    for (const character of (z as PyStr).points()) put(character, retain(rt.none));
  }
  return retain(table);
}

function fillFromDict(rt: Runtime, table: PyDict, source: PyObject, put: (key: string, value: PyObject) => void): void {
  if (!(source instanceof PyDict)) rt.raise("TypeError", "if you give only one argument to maketrans it must be a dict");
  for (const { key, value } of [...source.live()]) {
    if (key instanceof PyStr) {
      if (key.length !== 1) rt.raise("ValueError", rt.message("translateKey"));
      put(key.value, retain(value));
    } else if (key instanceof PyInt) table.set(rt, key, value);
    else rt.raise("TypeError", "keys in translate table must be strings or integers");
  }
}

/** Methods of str that lay out or map characters. */
export const strLayoutMethods: readonly FunctionSpec[] = [
  method("center(self, width, fillchar=' ', /)", (rt, args) => pad(rt, args, centered)),
  method("ljust(self, width, fillchar=' ', /)", (rt, args) => pad(rt, args, () => 0)),
  method("rjust(self, width, fillchar=' ', /)", (rt, args) => pad(rt, args, (padding) => padding)),
  method("zfill(self, width, /)", zeroFill),
  method("expandtabs(self, /, tabsize=8)", expandTabs),
  method("translate(self, table, /)", translate),
  staticMethod("maketrans(x, [y], [z], /)", makeTranslation),
];
