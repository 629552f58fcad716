import { postDiscard } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Removes a draft. */
export function POST(request: Request): Promise<Response> {
  return postDiscard(request);
}
