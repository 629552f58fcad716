import { characterByName } from "../../syntax/character-names.ts";
import { lengthOf, type PatternSource, quoted } from "./source.ts";
import type { Category, Place, SetItem } from "./tree.ts";

const HEX = /^[0-9a-fA-F]$/;
const OCTAL = /^[0-7]$/;
const DIGIT = /^[0-9]$/;
const LETTER = /^[a-zA-Z]$/;

const CHARACTERS = new Map([["\\a", 7], ["\\b", 8], ["\\f", 12], ["\\n", 10], ["\\r", 13], ["\\t", 9], ["\\v", 11], ["\\\\", 92]]);

const CATEGORIES = new Map<string, { category: Category; negated: boolean }>([
  ["\\d", { category: "digit", negated: false }],
  ["\\D", { category: "digit", negated: true }],
  ["\\s", { category: "space", negated: false }],
  ["\\S", { category: "space", negated: true }],
  ["\\w", { category: "word", negated: false }],
  ["\\W", { category: "word", negated: true }],
]);

const PLACES = new Map<string, Place>([["\\A", "beginning-string"], ["\\b", "boundary"], ["\\B", "non-boundary"], ["\\Z", "end-string"]]);

/** The place that an escape outside brackets names, or null. */
export function placeOf(escape: string, lowerEnd: boolean): Place | null {
  return PLACES.get(escape) ?? (lowerEnd && escape === "\\z" ? "end-string" : null);
}

export function categoryOf(escape: string): SetItem | null {
  const found = CATEGORIES.get(escape);
  return found ? { kind: "category", ...found } : null;
}

/** A character written as `\n`, `\x41`, `\u0041`, `\N{NAME}`; null for what begins otherwise. */
export function characterOf(source: PatternSource, escape: string, named = true): number | null {
  const known = CHARACTERS.get(escape);
  if (known !== undefined) return known;
  const letter = escape[1];
  if (letter === "x") return hexadecimal(source, escape, 2);
  if (!source.isText) return null;
  if (letter === "u") return hexadecimal(source, escape, 4);
  if (letter === "U") return hexadecimal(source, escape, 8);
  return letter === "N" && named ? namedCharacter(source) : null;
}

function hexadecimal(source: PatternSource, escape: string, digits: number): number {
  const whole = escape + source.getWhile(digits, HEX);
  if (whole.length !== digits + 2) throw source.error(`incomplete escape ${whole}`, whole.length);
  const code = Number.parseInt(whole.slice(2), 16);
  if (code > 0x10ffff) throw source.error(`bad escape ${whole}`, whole.length);
  return code;
}

function namedCharacter(source: PatternSource): number {
  if (!source.match("{")) throw source.error("missing {");
  const name = source.getUntil("}", "character name");
  const character = characterByName(name);
  if (!character || lengthOf(character) !== 1) throw source.error(`undefined character name ${quoted(name)}`, lengthOf(name) + 4);
  return character.codePointAt(0) as number;
}

/** An octal escape that has been read to its end. */
function octal(source: PatternSource, escape: string): number {
  const code = Number.parseInt(escape.slice(1), 8);
  if (code > 0o377) throw source.error(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
  return code;
}

/** An escape of no meaning stands for its character, unless that is an ASCII letter or a digit. */
export function plainEscape(source: PatternSource, escape: string): number {
  if (LETTER.test(escape[1]) || DIGIT.test(escape[1]) || lengthOf(escape) !== 2) throw source.error(`bad escape ${escape}`, lengthOf(escape));
  return escape.codePointAt(1) as number;
}

/** An escape inside brackets. */
export function classEscape(source: PatternSource, escape: string): SetItem {
  const category = categoryOf(escape);
  if (category) return category;
  const code = characterOf(source, escape);
  if (code !== null) return { kind: "literal", code };
  if (OCTAL.test(escape[1])) return { kind: "literal", code: octal(source, escape + source.getWhile(2, OCTAL)) };
  return { kind: "literal", code: plainEscape(source, escape) };
}

/** What a backslash and a digit mean: a character in octal, or a group. */
export function numericEscape(source: PatternSource, escape: string): { code: number } | { group: number; length: number } | null {
  if (!DIGIT.test(escape[1])) return null;
  if (escape[1] === "0") return { code: Number.parseInt((escape + source.getWhile(2, OCTAL)).slice(1), 8) };
  let whole = escape;
  if (source.next !== null && DIGIT.test(source.next)) {
    whole += source.get();
    if (OCTAL.test(whole[1]) && OCTAL.test(whole[2]) && source.next !== null && OCTAL.test(source.next)) return { code: octal(source, whole + source.get()) };
  }
  return { group: Number(whole.slice(1)), length: whole.length };
}
