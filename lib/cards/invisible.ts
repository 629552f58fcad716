import { error } from "./problem.ts";
import type { Problem } from "./problem.ts";

// Zero-width characters, bidirectional controls (Unicode TR 36 and TR 9), fillers, tag characters, and control characters
// other than tab and line feed. They can hide text from a reader who reviews a card.
const INVISIBLE = new RegExp(
  [
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb]",
    // Combining ones stand alone: in a class they would join the character before them.
    "\\u034f|[\\u17b4\\u17b5]|[\\u180b-\\u180d\\u180f]|[\\ufe00-\\ufe0f]|[\\u{e0000}-\\u{e0fff}]",
  ].join("|"),
  "gu",
);

/** The name shown in place of an invisible character, e.g. `U+202E`. */
function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** The text with each invisible character shown as a box with its code point: `acc⟦U+202E⟧ess`. */
export function showInvisible(text: string): string {
  return text.replace(INVISIBLE, (char) => `⟦${codePointName(char)}⟧`);
}

/** One error for each invisible character. `firstLine` is the number of the text's first line. */
export function findInvisible(text: string, firstLine = 1): Problem[] {
  const problems: Problem[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    for (const match of line.matchAll(INVISIBLE)) {
      const name = codePointName(match[0]);
      problems.push({
        ...error("invisible-character", `${name} cannot be seen: delete it, or write it as an escape in code`, { line: firstLine + index, column: match.index + 1 }),
        fix: "delete-character",
      });
    }
  }
  return problems;
}
