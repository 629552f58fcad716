import type { Foreign } from "./draft.ts";
import type { Loss } from "./pack.ts";

/** Questions and answers as another program wrote them down, and what they lose on the way. */
export interface ForeignCards {
  readonly cards: readonly Foreign[];
  readonly losses: readonly Loss[];
}

interface Part {
  readonly kind: "Q" | "A" | "C";
  readonly line: number;
  readonly lines: string[];
}

/** The marked parts of a hashcards file, in order; fences keep what looks like a mark. */
function partsOf(text: string): { readonly parts: Part[]; readonly losses: Loss[] } {
  const parts: Part[] = [];
  const losses: Loss[] = [];
  let part: Part | null = null;
  let fenced = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const mark = fenced ? null : /^([QAC]):(?: |$)/.exec(line);
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (mark !== null) {
      part = { kind: mark[1] as Part["kind"], line: index + 1, lines: [line.slice(2).trim()] };
      parts.push(part);
    } else if (!fenced && /^---\s*$/.test(line)) part = null;
    else if (part !== null) part.lines.push(line);
    else if (line.trim() !== "") losses.push({ place: `line ${index + 1}`, what: `text outside of a card: ${line.trim().slice(0, 60)}` });
  }
  return { parts, losses };
}

const textOf = (part: Part): string => part.lines.join("\n").trim();

/** What is no deletion, though it has brackets: a fenced block, code, a link, an escaped bracket. Or a deletion, whose text is the second group. */
const DELETION = /((?:^|\n)[ \t]*(?:```|~~~)[\s\S]*?\n[ \t]*(?:```|~~~)|``[^\n]*?``|`[^`\n]*`|!?\[[^\]\n]*\]\([^)\n]*\)|\\[[\]])|\[([^[\]\n]+)\]/g;

/** The deletions of a cloze: `[…]` in its text, code and links aside. */
function deletions(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(DELETION)].flatMap((match) => (match[2] === undefined ? [] : [{ start: match.index, end: match.index + match[0].length }]));
}

/** What of a cloze may not mean here what it meant there, in words: brackets that were not taken for deletions. */
function keptBrackets(text: string): string[] {
  const code = [...text.matchAll(DELETION)].some((match) => match[1] !== undefined && /^\s*[`~]/.test(match[1]) && /\[[^\]]+\]/.test(match[1]));
  const rest = text.replace(DELETION, "");
  return [
    ...(code ? ["brackets in code: they stay as they are, and are asked about by no card"] : []),
    ...(/[[\]]/.test(rest) ? ["brackets within brackets, or without their other half: look at what the card asks"] : []),
  ];
}

/** What stands for the text that is asked for: brackets tell it from an ellipsis of the text itself. */
export const BLANK = "[…]";

/** One question for each deletion, which is left out of it; the others are shown. */
function clozeCards(part: Part): Foreign[] {
  const text = textOf(part);
  const shown = (from: number, to: number): string => text.slice(from, to).replace(DELETION, (whole, _kept?: string, inner?: string) => inner ?? whole);
  return deletions(text).map(({ start, end }) => ({
    place: `line ${part.line}`,
    question: `${shown(0, start)}${BLANK}${shown(end, text.length)}`,
    answer: text.slice(start + 1, end - 1),
    tags: [],
  }));
}

/**
 * Reads a file of hashcards (its README, "Format"): `Q:` and `A:` are a card, `C:` a text with `[deletions]`, each of
 * which becomes a card. Front matter in TOML, images and text outside of cards are reported as lost.
 */
export function readHashcards(source: string): ForeignCards {
  const front = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(source);
  const skipped = front === null ? "" : front[0];
  // The lines of the front matter still count.
  const { parts, losses } = partsOf(`${skipped.replace(/[^\n]/g, "")}${source.slice(skipped.length)}`);
  const lost: Loss[] = [...(front === null ? [] : [{ place: "line 1", what: "the deck's front matter" }]), ...losses];
  const cards: Foreign[] = [];
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    const place = `line ${part.line}`;
    if (part.kind === "Q" && next?.kind === "A") cards.push({ place, question: textOf(part), answer: textOf(next), tags: [] });
    else if (part.kind === "Q") lost.push({ place, what: "a question without an answer" });
    else if (part.kind === "A" && parts[index - 1]?.kind !== "Q") lost.push({ place, what: "an answer without a question" });
    else if (part.kind === "C") {
      const made = clozeCards(part);
      if (made.length === 0) lost.push({ place, what: "a cloze without a [deletion]" });
      lost.push(...keptBrackets(textOf(part)).map((what) => ({ place, what })));
      cards.push(...made);
    }
    if (/!\[[^\]]*\]\(/.test(textOf(part))) lost.push({ place, what: "an image: cards here have none" });
  }
  return { cards, losses: lost };
}
