import type { SearchEntry } from "./entry.ts";
import { excerptOf, type Stretch } from "./excerpt.ts";
import { type InState, matches, rankOf } from "./match.ts";
import { type Query, wantedTexts } from "./query.ts";

/** A card that fits. */
export interface Hit {
  readonly id: string;
  readonly excerpt: readonly Stretch[];
}

/** The cards that fit a search. With words in it the best comes first; without, the order of `entries` stays. */
export function search(query: Query | null, entries: readonly SearchEntry[], inState: InState): Hit[] {
  const words = wantedTexts(query);
  const found = query === null ? entries : entries.filter((entry) => matches(query, entry, inState));
  const ranked = words.length === 0 ? found : found.map((entry) => ({ entry, rank: rankOf(entry, words) })).sort((a, b) => b.rank - a.rank).map(({ entry }) => entry);
  return ranked.map((entry) => ({ id: entry.id, excerpt: excerptOf(entry, words) }));
}
