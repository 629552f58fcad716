import { type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { getItem } from "../../protocol/item.ts";
import { asciiText, formatObject, strObject } from "../../protocol/repr.ts";
import type { PyDict } from "../dict.ts";
import type { PyStr } from "../str-object.ts";
import type { PyTuple } from "../tuple.ts";

/** How deep replacement fields may nest inside format specifications. */
const MAX_DEPTH = 2;

/** Where the values of a template come from, and whether its fields are numbered by hand or by themselves. */
interface Source {
  readonly args: readonly PyObject[];
  /** Null for `format_map`, which has no positional arguments at all. */
  readonly positional: boolean;
  readonly mapping: PyObject;
  numbering: "unknown" | "automatic" | "manual";
  next: number;
}

/** `template.format(*args, **kwargs)` (Objects/stringlib/unicode_format.h). */
export function formatTemplate(rt: Runtime, template: PyStr, args: PyObject, kwargs: PyObject): PyObject {
  return written(rt, template, { args: (args as PyTuple).items, positional: true, mapping: kwargs, numbering: "unknown", next: 0 });
}

/** `template.format_map(mapping)`. */
export function formatTemplateMap(rt: Runtime, template: PyStr, mapping: PyObject): PyObject {
  return written(rt, template, { args: [], positional: false, mapping, numbering: "unknown", next: 0 });
}

/** The result of a template. The writer keeps a text that is all there is to write, be it the template itself or what stands in its one field. */
function written(rt: Runtime, template: PyStr, source: Source): PyObject {
  const points = template.points();
  if (!/[{}]/.test(template.value)) return template.type === rt.types.str ? retain(template) : rt.str(template.value);
  const only = points[0] === "{" && points.length > 1 && points[1] !== "{" ? parseField(rt, points, 1) : null;
  return only?.end === points.length ? field(rt, only, source, MAX_DEPTH) : rt.str(render(rt, points, source, MAX_DEPTH));
}

function render(rt: Runtime, points: readonly string[], source: Source, depth: number): string {
  if (depth === 0) rt.raise("ValueError", "Max string recursion exceeded");
  let result = "";
  let at = 0;
  while (at < points.length) {
    rt.charge(1);
    const character = points[at];
    if (character !== "{" && character !== "}") {
      result += character;
      at++;
      continue;
    }
    if (points[at + 1] === character) {
      result += character;
      at += 2;
      continue;
    }
    if (character === "}") rt.raise("ValueError", "Single '}' encountered in format string");
    if (at + 1 >= points.length) rt.raise("ValueError", "Single '{' encountered in format string");
    const parsed = parseField(rt, points, at + 1);
    const text = (rt.temp(field(rt, parsed, source, depth)) as PyStr).value;
    rt.charge(text.length >> 4);
    rt.heap.expect(result.length + text.length);
    result += text;
    at = parsed.end;
  }
  return result;
}

/** A replacement field, taken apart, and where the text goes on after it. */
interface Field {
  readonly name: readonly string[];
  readonly conversion: string;
  readonly spec: readonly string[];
  readonly end: number;
}

/** `name[!conversion][:spec]}`; brackets hide what ends a name (parse_field). */
function parseField(rt: Runtime, points: readonly string[], start: number): Field {
  let at = start;
  while (at < points.length && !"}:!".includes(points[at])) {
    if (points[at] === "{") rt.raise("ValueError", "unexpected '{' in field name");
    if (points[at] === "[") while (at < points.length - 1 && points[at] !== "]") at++;
    at++;
  }
  if (at >= points.length) rt.raise("ValueError", "expected '}' before end of string");
  const name = points.slice(start, at);
  let conversion = "";
  if (points[at] === "}") return { name, conversion, spec: [], end: at + 1 };
  if (points[at] === "!") {
    conversion = points[at + 1] ?? rt.raise("ValueError", "end of string while looking for conversion specifier");
    at += 2;
    if (points[at] === "}") return { name, conversion, spec: [], end: at + 1 };
    if (at < points.length && points[at] !== ":") rt.raise("ValueError", "expected ':' after conversion specifier");
  }
  const specStart = at + 1;
  for (let depth = 1, end = specStart; end < points.length; end++) {
    if (points[end] === "{") depth++;
    else if (points[end] === "}" && --depth === 0) return { name, conversion, spec: points.slice(specStart, end), end: end + 1 };
  }
  return rt.raise("ValueError", "unmatched '{' in format spec");
}

/** What a field gives, owned. */
function field(rt: Runtime, { name, conversion, spec }: Field, source: Source, depth: number): PyObject {
  const value = rt.temp(fieldValue(rt, name, source));
  const shown = conversion === "" ? value : rt.temp(converted(rt, value, conversion));
  return formattedObject(rt, shown, spec.includes("{") ? render(rt, spec, source, depth - 1) : spec.join(""));
}

function converted(rt: Runtime, value: PyObject, conversion: string): PyObject {
  switch (conversion) {
    case "r": return rt.repr(value);
    case "s": return strObject(rt, value);
    case "a": return rt.str(asciiText(rt, value));
    default: {
      const code = conversion.codePointAt(0) as number;
      const shown = code > 32 && code < 127 ? conversion : `\\x${code.toString(16)}`;
      return rt.raise("ValueError", `Unknown conversion specifier ${shown}`);
    }
  }
}

/** `format(value, spec)`; owned. */
export function formattedObject(rt: Runtime, value: PyObject, spec: string): PyObject {
  // A text without any wish for its form stays the object that it is.
  if (value.type === rt.types.str && (spec === "" || spec === "s")) return retain(value);
  return formatObject(rt, value, spec);
}

/** The text of `format(value, spec)`. */
export function formatValue(rt: Runtime, value: PyObject, spec: string): string {
  const result = formatObject(rt, value, spec) as PyStr;
  const text = result.value;
  release(result);
  return text;
}

/** The object that a field name denotes, owned: an argument, then attributes and items of it. */
function fieldValue(rt: Runtime, name: readonly string[], source: Source): PyObject {
  let at = 0;
  while (at < name.length && name[at] !== "." && name[at] !== "[") at++;
  const first = name.slice(0, at).join("");
  let value = argument(rt, first, source);
  while (at < name.length) {
    const holder = value;
    try {
      const step = accessor(rt, name, at);
      value = step.isItem ? item(rt, holder, step.text) : rt.getAttribute(holder, step.text);
      at = step.end;
    } finally {
      release(holder);
    }
  }
  return value;
}

function accessor(rt: Runtime, name: readonly string[], start: number): { isItem: boolean; text: string; end: number } {
  if (name[start] === ".") {
    let end = start + 1;
    while (end < name.length && name[end] !== "." && name[end] !== "[") end++;
    if (end === start + 1) rt.raise("ValueError", "Empty attribute in format string");
    return { isItem: false, text: name.slice(start + 1, end).join(""), end };
  }
  if (name[start] !== "[") rt.raise("ValueError", "Only '.' or '[' may follow ']' in format field specifier");
  const close = name.indexOf("]", start);
  if (close < 0) rt.raise("ValueError", "Missing ']' in format string");
  if (close === start + 1) rt.raise("ValueError", "Empty attribute in format string");
  return { isItem: true, text: name.slice(start + 1, close).join(""), end: close + 1 };
}

function item(rt: Runtime, value: PyObject, text: string): PyObject {
  const key = /^[0-9]+$/.test(text) ? rt.int(BigInt(text)) : rt.str(text);
  try {
    return getItem(rt, value, key);
  } finally {
    release(key);
  }
}

function argument(rt: Runtime, name: string, source: Source): PyObject {
  const isNumber = /^[0-9]+$/.test(name);
  if (name !== "" && !isNumber) return named(rt, name, source);
  if (Number(name) > Number.MAX_SAFE_INTEGER) rt.raise("ValueError", "Too many decimal digits in format string");
  const wanted = name === "" ? "automatic" : "manual";
  if (source.numbering === "unknown") source.numbering = wanted;
  if (source.numbering !== wanted) {
    rt.raise(
      "ValueError",
      wanted === "manual"
        ? "cannot switch from automatic field numbering to manual field specification"
        : "cannot switch from manual field specification to automatic field numbering",
    );
  }
  const position = name === "" ? source.next++ : Number(name);
  if (!source.positional) rt.raise("ValueError", "Format string contains positional fields");
  if (position >= source.args.length) {
    rt.raise("IndexError", `Replacement index ${position} out of range for positional args tuple`);
  }
  return retain(source.args[position]);
}

function named(rt: Runtime, name: string, source: Source): PyObject {
  const key = rt.str(name);
  try {
    if (!source.positional) return getItem(rt, source.mapping, key);
    const value = (source.mapping as PyDict).peek(rt, key);
    return value ? retain(value) : rt.raiseWith("KeyError", [retain(key)]);
  } finally {
    release(key);
  }
}
