import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentUser } from "../auth/loaders.ts";
import { VERSIONS } from "../cards/versions.ts";
import { AppError } from "../errors.ts";
import { currentNetwork } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { type CardFilter, countByTopic, listCards, readCard, readCards } from "./data.ts";
import type { CardSummary, LibraryCard } from "./library-card.ts";
import { type LibraryRow, libraryRowOf } from "./proof-standing.ts";

/** The published cards that a filter leaves, for the library page. Open to visitors. */
export async function loadLibrary(filter: CardFilter = {}): Promise<CardSummary[]> {
  return listCards(filter);
}

/** The same with each card's versions and how well it is founded; `version` narrows it to cards that name it. Open to visitors. */
export async function loadLibraryRows(filter: CardFilter = {}, version?: string): Promise<LibraryRow[]> {
  const known = VERSIONS.find((one) => one === version);
  const cards = await readCards((await listCards(filter)).map((card) => card.id));
  return cards.filter((card) => known === undefined || card.versions.includes(known)).map(libraryRowOf);
}

/** Counts one search of the user, or of a visitor's network. Gives what to say where there were too many, else null. */
export async function refusalOfSearch(): Promise<string | null> {
  const user = await currentUser();
  try {
    await (user === null ? spend("search per network", await currentNetwork()) : spend("search", user.id));
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many") return error.message;
    throw error;
  }
}

/** How many published cards each topic has. Open to visitors. */
export const loadTopicCounts = cache((): Promise<Map<string, number>> => countByTopic());

/** One published card, or the page "not found". Open to visitors. */
export const loadCard = cache(async (id: string): Promise<LibraryCard> => {
  const card = await readCard(id);
  return card ?? notFound();
});
