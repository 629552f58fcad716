import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";

/** What a card may weigh, checked before any parser sees it. */
export const CARD_LIMITS = {
  /** UTF-8 bytes of the file. */
  bytes: 65_536,
  /** Lists and quotes inside each other. */
  nesting: 50,
  /** Characters of one line. */
  line: 2_000,
  /** Runs of `*` and `_` in one piece of text without an empty line: emphasis costs the square of them. */
  emphasis: 400,
  /** Brackets in one such piece. */
  brackets: 600,
  /** `<` in one such piece. */
  angles: 200,
  /** Assertions of one card: asserts, expected outputs and model lines. */
  assertions: 50,
  /** Bytes of the front matter. */
  frontMatter: 8_192,
  /** Cards of one pack. */
  cards: 2_000,
} as const;

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Depth that the start of a line can open: container markers, and one level for each two columns of indentation. */
function lineDepth(text: string): number {
  let columns = 0;
  let markers = 0;
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === " ") columns += 1;
    else if (char === "\t") columns += 4;
    else if (char === ">") markers += 1;
    else if ((char === "-" || char === "*" || char === "+") && /\s/.test(text[at + 1] ?? "")) markers += 1;
    else {
      const number = /^\d{1,9}[.)](?=\s)/.exec(text.slice(at, at + 11));
      if (number === null) break;
      markers += 1;
      at += number[0].length - 1;
    }
    at += 1;
  }
  // The blanks after markers are not indentation of their own.
  return markers + Math.floor(Math.max(0, columns - markers) / 2);
}

interface Counts {
  emphasis: number;
  brackets: number;
  angles: number;
}

function add(counts: Counts, text: string): void {
  let previous = "";
  for (const char of text) {
    if ((char === "*" || char === "_") && char !== previous) counts.emphasis += 1;
    else if (char === "[" || char === "]" || char === "{") counts.brackets += 1;
    else if (char === "<") counts.angles += 1;
    previous = char;
  }
}

function excess(counts: Counts): string | null {
  if (counts.emphasis > CARD_LIMITS.emphasis) return `more than ${CARD_LIMITS.emphasis} runs of * and _`;
  if (counts.brackets > CARD_LIMITS.brackets) return `more than ${CARD_LIMITS.brackets} brackets`;
  if (counts.angles > CARD_LIMITS.angles) return `more than ${CARD_LIMITS.angles} < characters`;
  return null;
}

/**
 * Refuses a text whose parsing could be slow or deep: one pass over the characters, linear, without recursion. Null when
 * the text may be parsed. It does not know fences, so code counts as text; the limits leave room for that.
 */
export function prescan(text: string): Problem | null {
  if (text.length > CARD_LIMITS.bytes || utf8Length(text) > CARD_LIMITS.bytes) {
    return error("too-large", `the card is larger than ${CARD_LIMITS.bytes} bytes: split it`, { line: 1, column: 1 });
  }
  let counts: Counts = { emphasis: 0, brackets: 0, angles: 0 };
  const lines = text.split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    const place = { line: index + 1, column: 1 };
    if (line.length > CARD_LIMITS.line) {
      return error("long-line", `the line is longer than ${CARD_LIMITS.line} characters: break it`, place);
    }
    if (lineDepth(line) > CARD_LIMITS.nesting) {
      return error("too-deep", `lists and quotes are nested more than ${CARD_LIMITS.nesting} deep: flatten them`, place);
    }
    if (line.trim() === "") counts = { emphasis: 0, brackets: 0, angles: 0 };
    else add(counts, line);
    const reason = excess(counts);
    if (reason !== null) {
      return error("too-dense", `${reason} without an empty line between: break the text up`, place);
    }
  }
  return null;
}
