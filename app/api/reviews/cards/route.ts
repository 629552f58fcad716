import { handle } from "../../../../lib/http/actions.ts";
import { failure, json } from "../../../../lib/http/json-response.ts";
import { CARDS_AT_MOST, loadPlanning, loadReviewCards } from "../../../../lib/reviews/loaders.ts";
import { readCardIds } from "../../../../lib/reviews/schema.ts";

export const dynamic = "force-dynamic";

/** `?ids=a,b`: `{ cards: ReviewCard[], planning: Planning }`; see lib/reviews/types.ts. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const ids = readCardIds(new URL(request.url).searchParams, CARDS_AT_MOST);
    if (ids === null) return failure(400, "invalid", `Name 1 to ${CARDS_AT_MOST} cards once, as ?ids=one,two.`);
    return json(200, { cards: await loadReviewCards(ids), planning: await loadPlanning() });
  });
}
