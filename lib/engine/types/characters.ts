/** What Unicode says about characters (Objects/unicodectype.c). Tables hold what JavaScript's property classes lack. */

const SPACE_CLASS = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const SPACE = new RegExp(`^[${SPACE_CLASS}]$`);
const SPACE_RUN = new RegExp(`[${SPACE_CLASS}]+`, "g");

// Making a pattern of Unicode's characters costs the host much: each is made where it is first needed.

/** Digits that are not decimal ones: superscripts, circled digits and the like. */
const isOtherDigit = (character: string): boolean =>
  /^[\u{b2}-\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u.test(character);
/** Letters with a numeric value: ideographs. */
const isNumericLetter = (character: string): boolean =>
  /^[\u{3405}\u{3483}\u{382a}\u{3b4d}\u{4e00}\u{4e03}\u{4e07}\u{4e09}\u{4e5d}\u{4e8c}\u{4e94}\u{4e96}\u{4ebf}-\u{4ec0}\u{4edf}\u{4ee8}\u{4f0d}\u{4f70}\u{5104}\u{5146}\u{5169}\u{516b}\u{516d}\u{5341}\u{5343}-\u{5345}\u{534c}\u{53c1}-\u{53c4}\u{56db}\u{58f1}\u{58f9}\u{5e7a}\u{5efe}-\u{5eff}\u{5f0c}-\u{5f0e}\u{5f10}\u{62fe}\u{634c}\u{67d2}\u{6f06}\u{7396}\u{767e}\u{8086}\u{842c}\u{8cae}\u{8cb3}\u{8d30}\u{9621}\u{9646}\u{964c}\u{9678}\u{96f6}]$/u.test(character);

export const isSpace = (character: string): boolean => SPACE.test(character);
export const isDecimal = (character: string): boolean => /^\p{Nd}$/u.test(character);
export const isDigit = (character: string): boolean => isDecimal(character) || isOtherDigit(character);
export const isNumeric = (character: string): boolean => /^\p{N}$/u.test(character) || isNumericLetter(character);
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
  if (cut === words.length) return kept;
  if (!fromRight) return [...kept, trimmed.slice(words[cut].start)];
  return cut === 0 ? kept : [trimmed.slice(0, words[cut - 1].end), ...kept];
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
