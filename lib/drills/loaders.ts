import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { type SearchResult, searchLibrary } from "../content/loaders.ts";
import { NOTHING_CHOSEN } from "../content/search/facets.ts";
import { readProgressOf } from "../reviews/data.ts";
import { loadDay, loadPlanning, loadRecentDeeds, loadReviewCards } from "../reviews/loaders.ts";
import type { StudySession } from "../reviews/types.ts";
import { drawDrill, type DrillSize } from "./draw.ts";

/** What a query finds for a drill. */
export type DrillChoice =
  | Exclude<SearchResult, { readonly kind: "found" }>
  /** `suspended`: cards that fit but are not asked. */
  | (Extract<SearchResult, { readonly kind: "found" }> & { readonly suspended: number });

/** The cards that a query leaves for a drill: a suspended card is not asked here either. Open to visitors. */
export async function loadDrillChoice(typed: string): Promise<DrillChoice> {
  const [user, result] = await Promise.all([currentUser(), searchLibrary(typed, NOTHING_CHOSEN, null)]);
  if (result.kind !== "found") return result;
  if (user === null) return { ...result, suspended: 0 };
  const progress = await readProgressOf(user.id, result.rows.map(({ id }) => id));
  const rows = result.rows.filter(({ id }) => progress.get(id)?.suspended !== true);
  return { ...result, rows, suspended: result.rows.length - rows.length };
}

/** A sitting of cards that a query finds, drawn by when it was begun (UTC ms); null where it finds none. Open to visitors. */
export async function loadDrill(typed: string, size: DrillSize, begunAt: number): Promise<StudySession | null> {
  const choice = await loadDrillChoice(typed);
  if (choice.kind !== "found" || choice.rows.length === 0) return null;
  const cardIds = drawDrill(choice.rows, size, String(begunAt));
  const [today, planning, recent, cards] = await Promise.all([loadDay(), loadPlanning(), loadRecentDeeds(), loadReviewCards(cardIds)]);
  const counts = { drilling: 0, brought: 0, due: 0, new: 0 };
  return { today, planning, nextDueDay: null, queue: { cardIds, counts, keptBack: { byLimit: 0, byRelation: 0 } }, cards, recent, wish: { newPerDay: 0, reviewsPerDay: 0 } };
}
