import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { Raise } from "../../core/raise.ts";
import { getItem } from "../../protocol/item.ts";
import { asciiText } from "../../protocol/repr.ts";
import { toFloat } from "../float.ts";
import { PyFloat } from "../float-object.ts";
import { toInt } from "../int-conversion.ts";
import { PyInt, takeIntValue } from "../int-object.ts";
import { intText } from "../int-text.ts";
import { codePointCount, PyStr } from "../str-object.ts";
import { PyTuple } from "../tuple.ts";
import { indexObject } from "../../protocol/number.ts";
import { floatText } from "./float-text.ts";

/** One conversion: `%[(key)][flags][width][.precision][length]type`. */
interface Conversion {
  readonly flags: string;
  readonly width: number;
  readonly precision: number;
  readonly type: string;
}

/** What differs between `%` of str and of bytes. */
export interface PercentDialect {
  /** What was formatted, as the error for too many arguments names it. */
  readonly what: string;
  /** What a key in parentheses looks up. Owned. */
  readonly key: (rt: Runtime, text: string) => PyObject;
  /** `%s`, `%r`, `%a` and, in bytes, `%b`; null for another type of conversion. */
  readonly text: (rt: Runtime, value: PyObject, type: string, values: Arguments) => string | null;
  readonly character: (rt: Runtime, value: PyObject, values: Arguments) => string;
  /** What is one value although it has `__getitem__`, as tuples are none either. */
  readonly isText: (operand: PyObject) => boolean;
  /** The text for what is no number where a float is wanted. */
  readonly notFloat: string;
}

/** `%` of str (Objects/unicode_format.c). */
const strDialect: PercentDialect = {
  what: "string",
  key: (rt, text) => rt.str(text),
  text: (rt, value, type) => (type === "s" ? rt.strText(value) : type === "r" ? rt.reprText(value) : type === "a" ? asciiText(rt, value) : null),
  character: characterOf,
  isText: (operand) => operand instanceof PyStr,
  notFloat: "percentFloat",
};

/** The right operand of `%`: a tuple's items in turn, or one value, or a mapping for keys. */
export class Arguments {
  readonly dialect: PercentDialect;
  private readonly rt: Runtime;
  private readonly operand: PyObject;
  private readonly items: readonly PyObject[] | null;
  used = 0;
  /** The key that was looked up last, as repr shows it; from then on every conversion needs one. */
  private key: string | null = null;

  constructor(rt: Runtime, operand: PyObject, dialect: PercentDialect) {
    this.rt = rt;
    this.dialect = dialect;
    this.operand = operand;
    this.items = operand instanceof PyTuple ? operand.items : null;
  }

  get count(): number {
    return this.items ? this.items.length : 1;
  }

  /** The next value, borrowed. */
  peekNext(start: number): PyObject {
    if (this.key !== null) this.rt.raise(this.rt.message("percentKeyWantedType"), this.rt.message("percentKeyWanted", String(start)));
    if (this.used >= this.count) this.rt.raise("TypeError", this.rt.message("percentTooFew", String(this.count)));
    this.used++;
    return this.items ? this.items[this.used - 1] : this.operand;
  }

  expectMapping(): void {
    if (!this.isMapping) this.rt.raise("TypeError", this.rt.message("percentMapping", this.operand.type.shownName));
  }

  /** The value under a key, owned. */
  lookUp(key: string): PyObject {
    const name = this.dialect.key(this.rt, key);
    try {
      this.key = this.rt.reprText(name);
      return getItem(this.rt, this.operand, name);
    } finally {
      release(name);
    }
  }

  /** Anything with `__getitem__` but tuples and texts (PyMapping_Check and the exceptions to it). */
  get isMapping(): boolean {
    return !!this.operand.type.slots.getItem && !(this.operand instanceof PyTuple || this.dialect.isText(this.operand));
  }

  /** How an error names the argument in hand, where the version does. */
  get shown(): string {
    return this.rt.message("percentArgument", this.key !== null ? ` ${this.key}` : this.items ? ` ${this.used}` : "");
  }

  finish(): void {
    if (this.used < this.count && !this.isMapping && this.key === null) {
      this.rt.raise("TypeError", this.rt.message("percentTooMany", String(this.used), String(this.count)).replace("string", this.dialect.what));
    }
  }
}

function onlyArgument(operand: PyObject): PyObject | null {
  if (!(operand instanceof PyTuple)) return operand;
  return operand.items.length === 1 ? operand.items[0] : null;
}

/** `format % operand` of str. */
export function formatPercent(rt: Runtime, format: PyStr, operand: PyObject): PyObject {
  // The writer keeps a text that is all there is to write.
  const only = /^%[-+ #0-9.]*s$/.test(format.value) ? onlyArgument(operand) : null;
  const text = percentText(rt, format.points(), new Arguments(rt, operand, strDialect));
  return only instanceof PyStr && only.type === rt.types.str && only.value === text ? retain(only) : rt.str(text);
}

/** The text that a format gives. */
export function percentText(rt: Runtime, points: readonly string[], values: Arguments): string {
  rt.charge(points.length >> 2);
  let result = "";
  let at = 0;
  while (at < points.length) {
    if (points[at] !== "%") {
      const next = points.indexOf("%", at);
      const end = next < 0 ? points.length : next;
      result += points.slice(at, end).join("");
      at = end;
      continue;
    }
    const [text, end] = convertAt(rt, points, at, values);
    rt.charge(1 + (text.length >> 4));
    rt.heap.expect(result.length + text.length);
    result += text;
    at = end;
  }
  values.finish();
  return result;
}

/** The text of the conversion that begins at a `%`, and where it ends. */
function convertAt(rt: Runtime, points: readonly string[], start: number, values: Arguments): [text: string, end: number] {
  let at = start + 1;
  const peek = (): string => points[at] ?? "";
  let keyed: PyObject | null = null;
  if (peek() === "(") {
    values.expectMapping();
    const end = closingParenthesis(rt, points, at);
    keyed = rt.temp(values.lookUp(points.slice(at + 1, end).join("")));
    at = end + 1;
  }
  let flags = "";
  while ("-+ #0".includes(peek()) && peek() !== "") flags += points[at++];
  const size = (what: "width" | "precision"): number => {
    if (peek() === "*") {
      at++;
      return starSize(rt, values.peekNext(start), what === "width" ? "C ssize_t" : "C int", values);
    }
    let digits = "";
    while (/^[0-9]$/.test(peek())) digits += points[at++];
    if (digits.length > 10) rt.raise("ValueError", rt.message("percentSize", what, String(start)));
    return digits === "" ? -1 : Number(digits);
  };
  let width = size("width");
  if (width < -1) {
    flags += "-";
    width = -width;
  }
  let precision = -1;
  if (peek() === ".") {
    at++;
    precision = Math.max(size("precision"), 0);
  }
  if ("hlL".includes(peek()) && peek() !== "") at++;
  const type = peek();
  if (type === "") rt.raise("ValueError", rt.message("incompleteFormat", String(start)));
  if (type === "%" && at === start + 1) return ["%", at + 1];
  const value = keyed ?? values.peekNext(start);
  const conversion = { flags, width, precision, type };
  rt.heap.reserve(Math.max(width, precision, 0));
  return [convert(rt, value, conversion, values, at, start), at + 1];
}

function closingParenthesis(rt: Runtime, points: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < points.length; at++) {
    if (points[at] === "(") depth++;
    else if (points[at] === ")" && --depth === 0) return at;
  }
  return rt.raise("ValueError", rt.message("incompleteFormatKey", String(open - 1)));
}

function starSize(rt: Runtime, value: PyObject, bound: "C ssize_t" | "C int", values: Arguments): number {
  if (!(value instanceof PyInt)) return rt.raise("TypeError", values.shown + rt.message("percentStar", value.type.shownName));
  const size = Number(value.value);
  if (Math.abs(size) > (bound === "C int" ? 2 ** 31 - 1 : 2 ** 63 - 1)) rt.raise("OverflowError", `Python int too large to convert to ${bound}`);
  return size;
}

function convert(rt: Runtime, value: PyObject, conversion: Conversion, values: Arguments, at: number, start: number): string {
  const { type } = conversion;
  const text = values.dialect.text(rt, value, type, values);
  if (text !== null) return padded(cut(text, conversion), conversion);
  switch (type) {
    case "c": return padded(values.dialect.character(rt, value, values), conversion);
    case "d": case "i": case "u": case "x": case "X": case "o": return integerText(rt, value, conversion, values);
    case "e": case "E": case "f": case "F": case "g": case "G": return decimalText(rt, value, conversion, values);
    default: {
      const code = (type.codePointAt(0) as number).toString(16);
      return rt.raise("ValueError", rt.message("percentUnsupported", type, code, String(at), String(start)));
    }
  }
}

function cut(text: string, { precision }: Conversion): string {
  // No text has more characters than code units.
  return precision < 0 || text.length <= precision ? text : Array.from(text).slice(0, precision).join("");
}

function padded(text: string, { flags, width }: Conversion): string {
  const missing = width <= 0 ? 0 : width - codePointCount(text);
  if (missing <= 0) return text;
  return flags.includes("-") ? text + " ".repeat(missing) : " ".repeat(missing) + text;
}

/** The number of a character; null for what gives none. */
function characterCode(rt: Runtime, value: PyObject): bigint | null {
  try {
    return value.type.slots.index ? takeIntValue(indexObject(rt, value)) : null;
  } catch (error) {
    forgetTypeError(rt, error);
    return null;
  }
}

function characterOf(rt: Runtime, value: PyObject, values: Arguments): string {
  if (value instanceof PyStr) {
    if (value.length === 1) return value.value;
    return rt.raise("TypeError", values.shown + rt.message("percentCharacterText", String(value.length)));
  }
  const code = characterCode(rt, value) ?? rt.raise("TypeError", values.shown + rt.message("percentCharacter", value.type.shownName));
  if (code < 0n || code > 0x10ffffn) rt.raise("OverflowError", values.shown + rt.message("percentCharacterRange", "0x110000"));
  return String.fromCodePoint(Number(code));
}

function integerText(rt: Runtime, value: PyObject, conversion: Conversion, values: Arguments): string {
  const { type, flags } = conversion;
  const number = integerOf(rt, value, type, values);
  const lower = type.toLowerCase();
  const base = lower === "x" ? 16 : lower === "o" ? 8 : 10;
  const magnitude = number < 0n ? -number : number;
  let digits = base === 10 ? intText(rt, magnitude) : magnitude.toString(base);
  digits = digits.padStart(conversion.precision, "0");
  const prefix = !flags.includes("#") || base === 10 ? "" : base === 16 ? "0x" : "0o";
  const text = type === "X" ? [prefix, digits].map((part) => part.toUpperCase()) : [prefix, digits];
  return signed(number < 0n, text[0], text[1], conversion);
}

function integerOf(rt: Runtime, value: PyObject, type: string, values: Arguments): bigint {
  if (value instanceof PyInt) return value.value;
  const decimal = "diu".includes(type);
  const { slots } = value.type;
  try {
    if (slots.index) return takeIntValue(indexObject(rt, value));
    if (decimal && slots.int && (value instanceof PyFloat || slots.float || !(value instanceof PyStr))) return takeIntValue(toInt(rt, value));
  } catch (error) {
    forgetTypeError(rt, error);
  }
  const wanted = decimal ? "a real number" : "an integer";
  return rt.raise("TypeError", values.shown + rt.message("percentNumber", type, wanted, value.type.shownName));
}

/** A conversion's TypeError, which the caller tells in its own words; any other error goes on. */
export function forgetTypeError(rt: Runtime, error: unknown): void {
  if (!(error instanceof Raise) || !error.exception.type.isSubtypeOf(rt.types.TypeError)) throw error;
  release(error.exception);
}

/** The number of an object; what its conversion raises is told as such where the version does not let it pass. */
function floatOf(rt: Runtime, value: PyObject, type: string, values: Arguments): number {
  try {
    return toFloat(rt, value);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const hidden = rt.profile.memberRules.formatHides;
    const isHidden = hidden === "all-in-bytes" ? values.dialect.notFloat === "percentBytesFloat" : error.exception.type.isSubtypeOf(rt.types.TypeError);
    if (!isHidden) throw error;
    release(error.exception);
    return rt.raise("TypeError", values.shown + rt.message(values.dialect.notFloat, type, value.type.shownName));
  }
}

function decimalText(rt: Runtime, value: PyObject, conversion: Conversion, values: Arguments): string {
  const { type, flags } = conversion;
  if (!value.type.slots.float && !value.type.slots.index) rt.raise("TypeError", values.shown + rt.message(values.dialect.notFloat, type, value.type.shownName));
  const number = floatOf(rt, value, type, values);
  const precision = conversion.precision < 0 ? 6 : conversion.precision;
  const code = type.toLowerCase() as "e" | "f" | "g";
  const text = floatText(number, { code, precision, alternate: flags.includes("#"), upper: type !== code });
  const negative = text.startsWith("-");
  return signed(negative, "", negative ? text.slice(1) : text, conversion);
}

/** Sign, prefix and digits in a field; `0` fills between them. */
function signed(negative: boolean, prefix: string, digits: string, conversion: Conversion): string {
  const { flags, width } = conversion;
  const sign = negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
  if (flags.includes("0") && !flags.includes("-")) {
    return sign + prefix + digits.padStart(width - sign.length - prefix.length, "0");
  }
  return padded(sign + prefix + digits, conversion);
}
