import { TOPIC_IDS } from "../cards/topics.ts";
import type { CatalogueEntry } from "../content/library-card.ts";

/** Prompts of a placement: about six minutes. */
export const PLACEMENT_PROMPTS = 12;

/** The level that tells most about a topic: what is below it follows for most who know it. */
const TELLING_LEVEL = 2;

/** Kinds by how soon an answer shows what is known. */
const QUICK = ["predict", "recall", "explain", "fix"];

/** The card that shows best whether a topic is known: near the middle in level, quick to answer. */
function byTelling(a: CatalogueEntry, b: CatalogueEntry): number {
  return (
    Math.abs(a.level - TELLING_LEVEL) - Math.abs(b.level - TELLING_LEVEL) ||
    QUICK.indexOf(a.kind) - QUICK.indexOf(b.kind) ||
    a.seconds - b.seconds ||
    (a.id < b.id ? -1 : 1)
  );
}

/** So many of a list, as evenly spread over it as can be, in its order. */
function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).filter((one) => one !== undefined);
}

/**
 * The prompts by which somebody tests out: new cards, one of a topic before a second of any, topics spread over the teaching order,
 * and no two that give each other away. `met` are cards that were answered before. The same library gives the same prompts.
 */
export function placementCards(catalogue: readonly CatalogueEntry[], met: ReadonlySet<string>): string[] {
  const piles = TOPIC_IDS.map((topic) => catalogue.filter((card) => card.topic === topic && !met.has(card.id)).sort(byTelling));
  const chosen: CatalogueEntry[] = [];
  const clashes = (card: CatalogueEntry): boolean => chosen.some((other) => other.followups.includes(card.id) || card.followups.includes(other.id));
  const most = Math.max(0, ...piles.map((pile) => pile.length));
  for (let round = 0; round < most && chosen.length < PLACEMENT_PROMPTS; round += 1) {
    const behind = piles.filter((pile) => pile.filter((card) => chosen.includes(card)).length === round);
    const heads = behind.flatMap((pile) => pile.find((card) => !chosen.includes(card) && !clashes(card)) ?? []);
    // Two of a round may still give each other away.
    for (const card of spread(heads, PLACEMENT_PROMPTS - chosen.length)) if (!clashes(card)) chosen.push(card);
  }
  return chosen.map(({ id }) => id);
}
