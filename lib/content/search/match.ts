import type { SearchEntry } from "./entry.ts";
import type { FieldName, PersonalState, Query } from "./query.ts";

/** Whether the reader's own progress on a card is in a state. */
export type InState = (cardId: string, state: PersonalState) => boolean;

/** For a search that asks nothing of the reader's progress. */
export const NOBODY: InState = () => false;

/** Whether a card fits a search. */
export function matches(query: Query, entry: SearchEntry, inState: InState): boolean {
  switch (query.type) {
    case "text":
      return entry.parts.some((part) => part.folded.includes(query.text));
    case "field":
      return query.values.some((value) => has(entry, query.field, value));
    case "is":
      return query.states.some((state) => inState(entry.id, state));
    case "not":
      return !matches(query.part, entry, inState);
    case "all":
      return query.parts.every((part) => matches(part, entry, inState));
    case "any":
      return query.parts.some((part) => matches(part, entry, inState));
    default:
      return query satisfies never;
  }
}

function has(entry: SearchEntry, field: FieldName, value: string): boolean {
  switch (field) {
    case "tag":
      return entry.tags.includes(value);
    case "claim":
      return entry.claims.includes(value);
    case "version":
      return entry.versions.some((version) => version === value);
    default:
      return entry[field] === value;
  }
}

/** A hit that is a word of its own counts so much more than one inside a word. */
const WHOLE_WORD = 3;

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(text.charAt(at));

function isWholeWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text, at - 1) && !isLetter(text, at + word.length)) return true;
  }
  return false;
}

/** How well a card answers the words looked for: more for the title than for the proof, more for whole words. */
export function rankOf(entry: SearchEntry, words: readonly string[]): number {
  return words.reduce((sum, word) => sum + entry.parts.reduce((best, part) => Math.max(best, scoreIn(part, word)), 0), 0);
}

function scoreIn({ folded, weight }: SearchEntry["parts"][number], word: string): number {
  if (!folded.includes(word)) return 0;
  return isWholeWord(folded, word) ? weight * WHOLE_WORD : weight;
}
