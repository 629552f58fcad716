/** Output lines that a page shows; a program may print more than anybody reads. */
export const LINES_AT_MOST = 2_000;

/** Control characters as their pictures, so that none acts on the page or hides; line breaks and tabs stay. A run of combining marks ends after eight. */
export function shownText(text: string): string {
  return text
    .replace(/[\0-\x08\x0b-\x1f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replace(/\x7f/g, "\u2421")
    .replace(/[\x80-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) => `\u27e8U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}\u27e9`)
    .replace(/(\p{M}{8})\p{M}+/gu, "$1\u2026");
}

/** The first lines of an output, and how many were left out. */
export function firstLines(text: string, atMost = LINES_AT_MOST): { readonly text: string; readonly left: number } {
  const lines = text.split("\n");
  if (lines.length <= atMost + 1) return { text, left: 0 };
  return { text: lines.slice(0, atMost).join("\n"), left: lines.length - atMost };
}

/** Whether a source has characters that turn the direction of its text: what runs is then not what is seen (Trojan Source). */
export const turnsText = (source: string): boolean => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(source);
