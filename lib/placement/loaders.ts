import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { readCatalogue } from "../content/data.ts";
import { readProgress } from "../reviews/data.ts";
import { loadReviewCards, loadTodaysQueue } from "../reviews/loaders.ts";
import type { StudySession } from "../reviews/types.ts";
import { placementCards } from "./pick.ts";

/** A sitting of the prompts by which the reader tests out. Its answers are ordinary reviews. Open to visitors. */
export async function loadPlacement(): Promise<StudySession> {
  const [user, plan, catalogue] = await Promise.all([currentUser(), loadTodaysQueue(), readCatalogue()]);
  const progress = user === null ? new Map() : await readProgress(user.id);
  const cardIds = placementCards(catalogue, new Set(progress.keys()));
  const counts = { drilling: 0, brought: 0, due: 0, new: cardIds.length };
  return { ...plan, queue: { cardIds, counts, keptBack: { byLimit: 0, byRelation: 0 } }, cards: await loadReviewCards(cardIds), recent: [], wish: { newPerDay: cardIds.length, reviewsPerDay: 0 } };
}
