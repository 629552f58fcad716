import { isAlnum, isDecimal, isSpace } from "../../types/characters.ts";
import { ASCII, type Category, IGNORECASE, LOCALE, type SetItem, UNICODE } from "./tree.ts";

/** Whether a character, given by its code, belongs to something. */
export type CharacterTest = (code: number) => boolean;

/** Lower-case letters that stand for each other besides their upper case (Lib/re/_casefix.py). */
const EQUIVALENTS: readonly (readonly number[])[] = [
  [0x69, 0x131], [0x73, 0x17f], [0xb5, 0x3bc], [0x345, 0x3b9, 0x1fbe], [0x390, 0x1fd3], [0x3b0, 0x1fe3], [0x3b2, 0x3d0], [0x3b5, 0x3f5], [0x3b8, 0x3d1],
  [0x3ba, 0x3f0], [0x3c0, 0x3d6], [0x3c1, 0x3f1], [0x3c2, 0x3c3], [0x3c6, 0x3d5], [0x432, 0x1c80], [0x434, 0x1c81], [0x43e, 0x1c82], [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85], [0x44a, 0x1c86], [0x463, 0x1c87], [0x1c88, 0xa64b], [0x1e61, 0x1e9b], [0xfb05, 0xfb06],
];
const FIRST_OF = new Map(EQUIVALENTS.flatMap((group) => group.map((code) => [code, group] as const)));

const isAsciiLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** One lower-case character for another; what has a longer lower case keeps its first. */
function lowerUnicode(code: number): number {
  return code < 128 ? lowerAscii(code) : (String.fromCodePoint(code).toLowerCase().codePointAt(0) as number);
}

function lowerAscii(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** How flags make characters equal: to a form that all spellings of a letter share. */
export function foldingOf(flags: number): ((code: number) => number) | null {
  if (!(flags & IGNORECASE)) return null;
  if (!(flags & UNICODE) || flags & ASCII) return lowerAscii;
  return (code) => {
    const lower = lowerUnicode(code);
    return FIRST_OF.get(lower)?.[0] ?? lower;
  };
}

function spellings(code: number, flags: number): number[] {
  if (!(flags & UNICODE)) return isAsciiLetter(code) ? [code | 32, code & ~32] : [code];
  const lower = lowerUnicode(code);
  const all = [code, ...(FIRST_OF.get(lower) ?? [lower])];
  return [...all, ...all.flatMap((each) => {
    const upper = [...String.fromCodePoint(each).toUpperCase()];
    return upper.length === 1 ? [upper[0].codePointAt(0) as number] : [];
  })];
}

const ASCII_TESTS: Readonly<Record<Category, CharacterTest>> = {
  digit: (code) => code >= 48 && code <= 57,
  space: (code) => code === 32 || (code >= 9 && code <= 13),
  word: (code) => isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 95,
};

const UNICODE_TESTS: Readonly<Record<Category, CharacterTest>> = {
  digit: (code) => (code < 128 ? ASCII_TESTS.digit(code) : isDecimal(String.fromCodePoint(code))),
  space: (code) => (code < 128 ? ASCII_TESTS.space(code) || (code >= 28 && code <= 31) : isSpace(String.fromCodePoint(code))),
  word: (code) => (code < 128 ? ASCII_TESTS.word(code) : isAlnum(String.fromCodePoint(code))),
};

export function categoryTest(category: Category, flags: number): CharacterTest {
  return (flags & UNICODE && !(flags & (ASCII | LOCALE)) ? UNICODE_TESTS : ASCII_TESTS)[category];
}

function itemTest(item: SetItem, flags: number): CharacterTest {
  switch (item.kind) {
    case "literal":
      return (code) => code === item.code;
    case "range":
      return (code) => code >= item.low && code <= item.high;
    case "category": {
      const test = categoryTest(item.category, flags);
      return item.negated ? (code) => !test(code) : test;
    }
  }
}

/** The test of a set. ASCII answers are looked up; case-insensitive sets ask for every spelling of a character. */
export function setTest(items: readonly SetItem[], negated: boolean, flags: number): CharacterTest {
  const tests = items.map((item) => itemTest(item, flags));
  const plain: CharacterTest = (code) => tests.some((test) => test(code));
  const folded: CharacterTest = flags & IGNORECASE ? (code) => spellings(code, flags).some(plain) : plain;
  const table = Uint8Array.from({ length: 128 }, (_, code) => (folded(code) === negated ? 0 : 1));
  return (code) => (code < 128 ? table[code] === 1 : folded(code) !== negated);
}
