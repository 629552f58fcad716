import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentUser } from "../auth/loaders.ts";
import { type Topic, TOPICS } from "../cards/topics.ts";
import { AppError } from "../errors.ts";
import { currentNetwork } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import { readProgress } from "../reviews/data.ts";
import { UNTOUCHED } from "../reviews/fold.ts";
import { loadDay, loadPlanning } from "../reviews/loaders.ts";
import { inPersonalState } from "../reviews/personal-states.ts";
import { countByTopic, type PastRevision, readCard, readCards, readLibraryIndex, readRevisionHistory } from "./data.ts";
import { GLOSSARY, termIdsIn } from "./glossary.ts";
import type { LibraryCard } from "./library-card.ts";
import type { LibraryRow } from "./proof-standing.ts";
import { relatedTo } from "./related.ts";
import type { Stretch } from "./search/excerpt.ts";
import { type Chosen, chosenConditions, type FacetCounts, facetCounts } from "./search/facets.ts";
import { type InState, NOBODY } from "./search/match.ts";
import { type PersonalState, personalStatesIn, type Query, type QueryProblem, wantedTexts } from "./search/query.ts";
import { plainQuery, readQuery } from "./search/read.ts";
import { search } from "./search/search.ts";

/** The published cards, each with its versions and how well it is founded. Open to visitors. */
export const loadLibraryRows = cache(async (): Promise<readonly LibraryRow[]> => (await readLibraryIndex()).rows);

/** A card that was found, with the line of its question that has the words looked for. */
export interface FoundRow extends LibraryRow {
  readonly excerpt: readonly Stretch[];
}

export type SearchResult =
  /** `problem`: the text was no search, so it was looked for as plain words. `ranked`: the best comes first. */
  | { readonly kind: "found"; readonly rows: readonly FoundRow[]; readonly ranked: boolean; readonly problem: QueryProblem | null; readonly counts: FacetCounts }
  /** Too many searches: when to come back. */
  | { readonly kind: "refused"; readonly message: string }
  /** It asks for the reader's own cards, and the reader is not signed in. */
  | { readonly kind: "visitor"; readonly states: readonly PersonalState[] };

/** What a search of the library finds; what was `chosen`, and the state of the reader's `own` cards, hold besides what was typed. Open to visitors. */
export async function searchLibrary(typed: string, chosen: Chosen, own: PersonalState | null): Promise<SearchResult> {
  const message = typed === "" ? null : await refusalOfSearch();
  if (message !== null) return { kind: "refused", message };
  const read = readQuery(typed);
  const words = read.ok ? read.query : plainQuery(typed);
  const states = [...new Set([...(own === null ? [] : [own]), ...(words === null ? [] : personalStatesIn(words))])];
  const inState = states.length === 0 ? NOBODY : await loadPersonalStates();
  if (inState === null) return { kind: "visitor", states };
  const { rows, entries } = await readLibraryIndex();
  const asked: Query = { type: "all", parts: [...(own === null ? [] : [{ type: "is", states: [own] } as const]), ...(words === null ? [] : [words])] };
  const hits = search({ type: "all", parts: [...chosenConditions(chosen), asked] }, entries, inState);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = hits.flatMap(({ id, excerpt }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, excerpt }];
  });
  return { kind: "found", rows: found, ranked: wantedTexts(words).length > 0, problem: read.ok ? null : read.problem, counts: facetCounts(asked, chosen, entries, inState) };
}

/** Tells of each card in which state the user's own progress is today; null for a visitor. */
async function loadPersonalStates(): Promise<InState | null> {
  const user = await currentUser();
  if (user === null) return null;
  const [progress, { day }, planning] = await Promise.all([readProgress(user.id), loadDay(), loadPlanning()]);
  return (cardId, state) => inPersonalState(cardId, progress.get(cardId) ?? UNTOUCHED, state, day, planning);
}

/** Counts one search of the user, or of a visitor's network. Gives what to say where there were too many, else null. */
async function refusalOfSearch(): Promise<string | null> {
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

/** How many revisions a card's page compares. */
const REVISIONS_AT_MOST = 8;

/** A card with what stands around it on its page. */
export interface CardPage {
  readonly card: LibraryCard;
  readonly prerequisites: readonly LibraryRow[];
  readonly followups: readonly LibraryRow[];
  /** Cards on nearly the same, that are neither of the two. */
  readonly related: readonly LibraryRow[];
  /** Newest first. */
  readonly history: readonly PastRevision[];
}

/** One published card as its page shows it, or the page "not found". Open to visitors. */
export const loadCardPage = cache(async (id: string): Promise<CardPage> => {
  const card = await loadCard(id);
  const [{ rows, entries }, history] = await Promise.all([readLibraryIndex(), readRevisionHistory(card.id, REVISIONS_AT_MOST)]);
  const named = (ids: readonly string[]): LibraryRow[] => ids.flatMap((one) => rows.find((row) => row.id === one) ?? []);
  return { card, prerequisites: named(card.prerequisites), followups: named(card.followups), related: named(relatedTo(card, entries)), history };
});

/** A topic with its cards, from junior to staff, or the page "not found". Open to visitors. */
export const loadTopicSheet = cache(async (id: string): Promise<{ readonly topic: Topic; readonly cards: readonly LibraryCard[] }> => {
  const topic = TOPICS.find((one) => one.id === id) ?? notFound();
  const { rows } = await readLibraryIndex();
  const cards = await readCards(rows.filter((row) => row.topic === topic.id).map((row) => row.id));
  return cards.length === 0 ? notFound() : { topic, cards };
});

/** Cards that use a term of the glossary: those first that have it in their title, then by level. */
export interface TermCards {
  readonly first: readonly LibraryRow[];
  readonly total: number;
}

const TERM_CARDS_AT_MOST = 6;

/** For each term of the glossary the cards that use it in their question, answer or reasons. Open to visitors. */
export const loadTermCards = cache(async (): Promise<ReadonlyMap<string, TermCards>> => {
  const { rows, terms } = await readLibraryIndex();
  const titled = (row: LibraryRow, id: string): number => (termIdsIn(row.title).includes(id) ? 0 : 1);
  return new Map(
    GLOSSARY.map(({ id }) => {
      const using = rows.filter((row) => terms.get(row.id)?.includes(id));
      const ranked = using.toSorted((a, b) => titled(a, id) - titled(b, id) || a.level - b.level);
      return [id, { first: ranked.slice(0, TERM_CARDS_AT_MOST), total: using.length }];
    }),
  );
});
