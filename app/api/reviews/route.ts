import { postEvents } from "../../../lib/reviews/actions.ts";

export const dynamic = "force-dynamic";

/** Stores review events; see PostedEvents in lib/reviews/types.ts. */
export function POST(request: Request): Promise<Response> {
  return postEvents(request);
}
