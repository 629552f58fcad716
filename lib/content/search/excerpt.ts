import { foldForSearch } from "../fold.ts";
import type { SearchEntry } from "./entry.ts";

const EXCERPT_AT_MOST = 160;

/** A stretch of text, and whether it is one of the words looked for. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** The line of the question that holds most of the words looked for, with those marked; empty where only other parts of the card have them. */
export function excerptOf(entry: SearchEntry, words: readonly string[]): Stretch[] {
  const lines = entry.parts.filter((part) => part.shown).flatMap((part) => part.text.split(/\n|(?<=[.?!:]) /)).map((line) => line.trim()).filter((line) => line !== "");
  const found = (line: string): number => words.filter((word) => foldForSearch(line).includes(word)).length;
  const best = lines.reduce((before, line) => (found(line) > found(before) ? line : before), "");
  return best === "" ? [] : marked(clipped(best, words), words);
}

/** The line around its first hit, cut between words. */
function clipped(line: string, words: readonly string[]): string {
  if (line.length <= EXCERPT_AT_MOST) return line;
  const hit = hitsIn(line, words)[0]?.index ?? 0;
  const from = hit < EXCERPT_AT_MOST / 2 ? 0 : line.indexOf(" ", hit - EXCERPT_AT_MOST / 2) + 1;
  const most = from + EXCERPT_AT_MOST;
  const blank = line.lastIndexOf(" ", most);
  const to = most >= line.length ? line.length : blank > hit ? blank : most;
  return `${from > 0 ? "… " : ""}${line.slice(from, to)}${to < line.length ? " …" : ""}`;
}

/** Where the words stand in the text as it is written; an accent that was not typed hides a place from this. */
function hitsIn(text: string, words: readonly string[]): RegExpExecArray[] {
  const patterns = words.filter((word) => word !== "").sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return patterns.length === 0 ? [] : [...text.matchAll(new RegExp(patterns.join("|"), "giu"))];
}

function marked(text: string, words: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { 0: hit, index } of hitsIn(text, words)) {
    if (index > at) stretches.push({ text: text.slice(at, index), hit: false });
    stretches.push({ text: hit, hit: true });
    at = index + hit.length;
  }
  return at < text.length ? [...stretches, { text: text.slice(at), hit: false }] : stretches;
}
