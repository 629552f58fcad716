import { postNewCard } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Begins a draft of a new card. */
export function POST(request: Request): Promise<Response> {
  return postNewCard(request);
}
