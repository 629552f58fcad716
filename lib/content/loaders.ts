import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type CardFilter, countByTopic, listCards, readCard } from "./data.ts";
import type { CardSummary, LibraryCard } from "./library-card.ts";

/** The published cards that a filter leaves, for the library page. Open to visitors. */
export async function loadLibrary(filter: CardFilter = {}): Promise<CardSummary[]> {
  return listCards(filter);
}

/** How many published cards each topic has. Open to visitors. */
export const loadTopicCounts = cache((): Promise<Map<string, number>> => countByTopic());

/** One published card, or the page "not found". Open to visitors. */
export const loadCard = cache(async (id: string): Promise<LibraryCard> => {
  const card = await readCard(id);
  return card ?? notFound();
});
