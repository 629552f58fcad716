import { handle } from "../../../../lib/http/actions.ts";
import { json } from "../../../../lib/http/json-response.ts";
import { loadTodaysQueue } from "../../../../lib/reviews/loaders.ts";

export const dynamic = "force-dynamic";

/** Today's queue; see TodaysQueue in lib/reviews/types.ts. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => json(200, await loadTodaysQueue()));
}
