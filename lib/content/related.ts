import type { LibraryCard } from "./library-card.ts";
import type { SearchEntry } from "./search/entry.ts";

const RELATED_AT_MOST = 4;

/** A shared claim is nearly the same question; a shared tag says more than a shared topic. */
const WEIGHTS = { claim: 5, tag: 2, topic: 1 } as const;

/** The cards nearest to a card by claims, tags and topic, itself and those it names left out; none that shares only the topic. */
export function relatedTo(card: Pick<LibraryCard, "id" | "prerequisites" | "followups">, entries: readonly SearchEntry[]): string[] {
  const own = entries.find((entry) => entry.id === card.id);
  if (own === undefined) return [];
  const named = new Set([card.id, ...card.prerequisites, ...card.followups]);
  const shared = (mine: readonly string[], theirs: readonly string[]): number => mine.filter((one) => theirs.includes(one)).length;
  const nearness = (entry: SearchEntry): number => shared(own.claims, entry.claims) * WEIGHTS.claim + shared(own.tags, entry.tags) * WEIGHTS.tag + (own.topic === entry.topic ? WEIGHTS.topic : 0);
  return entries
    .map((entry) => ({ id: entry.id, near: nearness(entry) }))
    .filter(({ id, near }) => near > WEIGHTS.topic && !named.has(id))
    .sort((a, b) => b.near - a.near)
    .slice(0, RELATED_AT_MOST)
    .map(({ id }) => id);
}
