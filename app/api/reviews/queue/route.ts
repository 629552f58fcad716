import { json } from "../../../../lib/http/json-response.ts";
import { loadTodaysQueue } from "../../../../lib/reviews/loaders.ts";

export const dynamic = "force-dynamic";

/** Today's queue; see TodaysQueue in lib/reviews/types.ts. */
export async function GET(): Promise<Response> {
  return json(200, await loadTodaysQueue());
}
