import { type PyObject, release } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { isDecimal } from "../../types/characters.ts";
import { bytesOf } from "../../types/bytes-object.ts";
import { PyStr } from "../../types/str-object.ts";
import { reportingMistakes } from "./failure.ts";
import type { PyPattern } from "./pattern.ts";
import { lengthOf, PatternSource, quoted } from "./source.ts";
import { sliceOfSubject, type Subject } from "./subject.ts";
import { FlagError } from "./tree.ts";

/** Literal texts and group numbers. */
export type Template = readonly (string | number)[];

const OCTAL = /^[0-7]$/;
const DIGIT = /^[0-9]$/;
const ESCAPES = new Map([["\\a", "\x07"], ["\\b", "\b"], ["\\f", "\f"], ["\\n", "\n"], ["\\r", "\r"], ["\\t", "\t"], ["\\v", "\v"], ["\\\\", "\\"]]);

/** The characters of a str, or of bytes as U+0000 to U+00FF. */
export function charactersOf(rt: Runtime, object: PyObject): readonly string[] {
  const bytes = bytesOf(object);
  const characters = bytes ? Array.from(bytes, (code) => String.fromCharCode(code)) : (object as PyStr).points();
  rt.charge(characters.length);
  return characters;
}

/** Reads a template (parse_template in Lib/re/_parser.py). */
export function compileTemplate(rt: Runtime, pattern: PyPattern, template: PyObject): Template {
  if (!(template instanceof PyStr) && !bytesOf(template)) rt.raise("TypeError", `decoding to str: need a bytes-like object, ${template.type.shownName} found`);
  return reportingMistakes(rt, template, () => {
    const source = new PatternSource(charactersOf(rt, template), template instanceof PyStr, (units) => rt.charge(units));
    const parts: (string | number)[] = [];
    for (let token = source.get(); token !== null; token = source.get()) parts.push(token[0] === "\\" ? escape(source, token, pattern) : token);
    return joined(parts);
  });
}

function joined(parts: readonly (string | number)[]): Template {
  const result: (string | number)[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

function escape(source: PatternSource, token: string, pattern: PyPattern): string | number {
  const letter = token[1];
  const group = (number: number, before: number): number => {
    if (number > pattern.program.groups) throw source.error(`invalid group reference ${number}`, before);
    return number;
  };
  if (letter === "g") return named(source, pattern, group);
  if (letter === "0") return String.fromCharCode(Number.parseInt((token + source.getWhile(2, OCTAL)).slice(1), 8) & 0xff);
  if (DIGIT.test(letter)) {
    let whole = token;
    if (source.next !== null && DIGIT.test(source.next)) {
      whole += source.get();
      if (OCTAL.test(whole[1]) && OCTAL.test(whole[2]) && source.next !== null && OCTAL.test(source.next)) return octal(source, whole + source.get());
    }
    return group(Number(whole.slice(1)), whole.length - 1);
  }
  const known = ESCAPES.get(token);
  if (known !== undefined) return known;
  if (/^[a-zA-Z]$/.test(letter)) throw source.error(`bad escape ${token}`, token.length);
  return token;
}

function octal(source: PatternSource, whole: string): string {
  const code = Number.parseInt(whole.slice(1), 8);
  if (code > 0o377) throw source.error(`octal escape value ${whole} outside of range 0-0o377`, whole.length);
  return String.fromCharCode(code);
}

function named(source: PatternSource, pattern: PyPattern, group: (number: number, before: number) => number): number {
  if (!source.match("<")) throw source.error("missing <");
  const name = source.getUntil(">", "group name");
  const isNumber = /^[0-9]+$/.test(name) || (!pattern.dialect.strictGroupNames && [...name.trim().replace(/^\+/, "")].every(isDecimal) && name.trim() !== "");
  if (isNumber) return group(Number(name), lengthOf(name) + 1);
  source.checkGroupName(name, 1, pattern.dialect.strictGroupNames);
  const number = pattern.names.get(name);
  if (number === undefined) throw new FlagError(`unknown group name ${quoted(name)}`, "IndexError");
  return group(number, lengthOf(name) + 1);
}

/** The template with the texts of groups put in. `empty` is an empty str or bytes of the result's kind. */
export function fillTemplate(rt: Runtime, template: Template, subject: Subject, spans: readonly number[], empty: PyObject): PyObject {
  const isText = empty instanceof PyStr;
  const parts = rt.temp(rt.takeList([]));
  for (const part of template) {
    rt.charge(1);
    const start = typeof part === "number" ? spans[2 * part] : 0;
    if (start < 0) continue;
    const text = typeof part === "number" ? sliceOfSubject(rt, subject, start, spans[2 * part + 1]) : literal(rt, part, isText);
    release(rt.callMethod(parts, "append", [rt.temp(text)]));
  }
  return rt.callMethod(empty, "join", [parts]);
}

export function literal(rt: Runtime, text: string, isText: boolean): PyObject {
  return isText ? rt.str(text) : rt.bytes(Uint8Array.from(text, (c) => c.charCodeAt(0)));
}
