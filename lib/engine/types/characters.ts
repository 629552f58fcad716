import { rareMembers } from "./rare-members.ts";

/** What Unicode says about characters (Objects/unicodectype.c). */

const SPACE_CLASS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE = new RegExp(`^[${SPACE_CLASS}]$`);
const SPACE_RUN = new RegExp(`[${SPACE_CLASS}]+`, "g");

// Making a pattern of Unicode's characters costs the host much: each is made where it is first needed.

export const isSpace = (character: string): boolean => SPACE.test(character);
export const isDecimal = (character: string): boolean => /^\p{Nd}$/u.test(character);
export const isDigit = (character: string): boolean => isDecimal(character) || (character > "\x7f" && rareMembers.get().isOtherDigit(character));
export const isNumeric = (character: string): boolean => /^\p{N}$/u.test(character) || (character > "\x7f" && rareMembers.get().isNumericLetter(character));
export const isAlpha = (character: string): boolean => /^\p{L}$/u.test(character);
export const isAlnum = (character: string): boolean => isAlpha(character) || isNumeric(character);
export const isPrintable = (character: string): boolean => character === " " || !/^[\p{C}\p{Z}]$/u.test(character);
export const isCased = (character: string): boolean => /^\p{Cased}$/u.test(character);
const isCaseIgnorable = (character: string): boolean => /^\p{Case_Ignorable}$/u.test(character);
export const isUpper = (character: string): boolean => /^\p{Uppercase}$/u.test(character);
export const isLower = (character: string): boolean => /^\p{Lowercase}$/u.test(character);
export const isTitle = (character: string): boolean => /^\p{Lt}$/u.test(character);
export const isIdentifier = (text: string): boolean => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(text);

/** The text without white space at one or both ends. */
export function stripSpace(text: string, left = true, right = true): string {
  let start = 0;
  let end = text.length;
  if (left) while (start < end && isSpace(text[start])) start++;
  if (right) while (end > start && isSpace(text[end - 1])) end--;
  return text.slice(start, end);
}

/** Words between runs of white space; at most `limit` cuts, from the left or the right. -1 means no limit. */
export function splitSpace(text: string, limit: number, fromRight: boolean): string[] {
  const trimmed = stripSpace(text, !fromRight || limit < 0, fromRight || limit < 0);
  const words: { start: number; end: number }[] = [];
  let start = 0;
  for (const match of trimmed.matchAll(SPACE_RUN)) {
    if (match.index > start) words.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < trimmed.length) words.push({ start, end: trimmed.length });
  if (limit < 0 || words.length <= limit) return words.map((word) => trimmed.slice(word.start, word.end));
  const cut = fromRight ? words.length - limit : limit;
  const kept = (fromRight ? words.slice(cut) : words.slice(0, cut)).map((word) => trimmed.slice(word.start, word.end));
  if (!fromRight) return [...kept, trimmed.slice(words[cut].start)];
  return [trimmed.slice(0, words[cut - 1].end), ...kept];
}

/** The lower case of the character at a position; a capital sigma at the end of a word has a form of its own (handle_capital_sigma). */
export function lowerAt(points: readonly string[], position: number): string {
  const character = points[position];
  if (character !== "\u03a3") return character.toLowerCase();
  const isFinal = meetsCased(points, position, -1) && !meetsCased(points, position, 1);
  return isFinal ? "\u03c2" : "\u03c3";
}

/** Whether the next character in a direction that case does not ignore has a case. */
function meetsCased(points: readonly string[], from: number, direction: 1 | -1): boolean {
  let at = from + direction;
  while (at >= 0 && at < points.length && isCaseIgnorable(points[at]) && !isCased(points[at])) at += direction;
  return at >= 0 && at < points.length && isCased(points[at]);
}

/** Case folding, full: by way of the upper case, which unites what folds together. */
export function foldCase(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code === 0x131 || (code >= 0x13a0 && code <= 0x13f5)) return character;
  if ((code >= 0xab70 && code <= 0xabbf) || (code >= 0x13f8 && code <= 0x13fd)) return character.toUpperCase();
  return Array.from(character.toLowerCase().toUpperCase()).map((c) => c.toLowerCase()).join("");
}

/** The title case of one character. */
export function titleCase(character: string): string {
  const code = character.codePointAt(0) as number;
  if (code >= 0x1c4 && code <= 0x1cc) return String.fromCharCode(0x1c5 + 3 * Math.floor((code - 0x1c4) / 3));
  if (code >= 0x1f1 && code <= 0x1f3) return "\u01f2";
  if ((code >= 0x10d0 && code <= 0x10ff) || (code >= 0x1f88 && isTitle(character))) return character;
  if (code >= 0x1f80 && code <= 0x1fa7) return String.fromCharCode(code + 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCharCode(code + 9);
  const upper = Array.from(character.toUpperCase());
  if (code === 0x149 || upper.length === 1) return upper.join("");
  return upper[0] + upper.slice(1).join("").toLowerCase();
}
