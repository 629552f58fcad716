import type { Foreign } from "./draft.ts";
import { BLANK, type ForeignCards } from "./hashcards.ts";
import type { Loss } from "./pack.ts";

interface Paragraph {
  readonly line: number;
  readonly lines: string[];
}

/** Runs of lines without an empty line between; a fence holds its empty lines. */
function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | null = null;
  let fenced = false;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (line.trim() === "" && !fenced) current = null;
    else if (current === null) {
      current = { line: index + 1, lines: [line] };
      paragraphs.push(current);
    } else current.lines.push(line);
  }
  return paragraphs;
}

/** Where `::` or `:::` divides a line, code aside; null when it does not. */
function divider(line: string): { readonly at: number; readonly length: number } | null {
  for (const match of line.matchAll(/`[^`]*`|(:{2,})/g)) {
    const colons = match[1];
    if (colons !== undefined && colons.length <= 3) return { at: match.index, length: colons.length };
  }
  return null;
}

const SCHEDULE = /<!--SR:.*?-->/g;

function both(card: Foreign): Foreign[] {
  return [card, { ...card, question: card.answer, answer: card.question }];
}

/** The cards of one paragraph; empty when it is plain text. */
function cardsOf({ line, lines }: Paragraph, tags: readonly string[]): Foreign[] {
  const clean = lines.map((one) => one.replace(SCHEDULE, "").trimEnd()).filter((one) => one.trim() !== "");
  const place = `line ${line}`;
  const at = clean.findIndex((one) => one === "?" || one === "??");
  if (at > 0 && at < clean.length - 1) {
    const card = { place, question: clean.slice(0, at).join("\n"), answer: clean.slice(at + 1).join("\n"), tags };
    return clean[at] === "??" ? both(card) : [card];
  }
  if (clean.some((one) => /^\s*(```|~~~)/.test(one))) return [];
  return clean.flatMap((one, index) => {
    const found = divider(one);
    if (found === null) return clozes(one, `line ${line + index}`, tags);
    const card = { place: `line ${line + index}`, question: one.slice(0, found.at).trim(), answer: one.slice(found.at + found.length).trim(), tags };
    if (card.question === "" || card.answer === "") return [];
    return found.length === 3 ? both(card) : [card];
  });
}

/** Code, whose `==` compares, or a highlight, whose text is the second group: no blank stands next to its marks. */
const HIGHLIGHT = /(`[^`]*`)|==(?!\s)([^=]+?)(?<!\s)==/g;

/** `==highlighted==` words as questions, one each. */
function clozes(line: string, place: string, tags: readonly string[]): Foreign[] {
  const shown = (text: string): string => text.replace(HIGHLIGHT, (whole, _code?: string, inner?: string) => inner ?? whole);
  return [...line.matchAll(HIGHLIGHT)].flatMap((match) => {
    const answer = match[2];
    if (answer === undefined) return [];
    return [{ place, question: `${shown(line.slice(0, match.index))}${BLANK}${shown(line.slice(match.index + match[0].length))}`, answer, tags }];
  });
}

/**
 * Reads a note of Obsidian's Spaced Repetition plug-in (its documentation, "Flashcards"): `question::answer`,
 * `question:::answer` for both directions, a `?` or `??` on a line of its own, and `==deletions==`. Schedules, front matter,
 * images and links between notes are reported as lost.
 */
export function readObsidian(source: string): ForeignCards {
  const front = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(source);
  const skipped = front === null ? "" : front[0];
  const text = `${skipped.replace(/[^\n]/g, "")}${source.slice(skipped.length)}`;
  const tags = [...new Set([...text.matchAll(/(?:^|\s)#flashcards\/([\w/-]+)/g)].map((match) => (match[1] ?? "").toLowerCase()))];
  const losses: Loss[] = front === null ? [] : [{ place: "line 1", what: "the note's front matter" }];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const place = `line ${index + 1}`;
    if (/<!--SR:/.test(line)) losses.push({ place, what: "a schedule: the card starts as a new one" });
    if (/!\[\[|!\[[^\]]*\]\(/.test(line)) losses.push({ place, what: "an image: cards here have none" });
    else if (/\[\[/.test(line)) losses.push({ place, what: "a link to another note: it stays as text" });
  }
  return { cards: paragraphsOf(text.replace(/(?:^|[ \t])#flashcards(?:\/[\w/-]+)?/gm, "")).flatMap((paragraph) => cardsOf(paragraph, tags)), losses };
}
