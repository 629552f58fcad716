import { postReview } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Puts a draft up for review, takes it back, or gives it back to its author. */
export function POST(request: Request): Promise<Response> {
  return postReview(request);
}
