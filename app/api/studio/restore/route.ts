import { postRestore } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Publishes an older text again. */
export function POST(request: Request): Promise<Response> {
  return postRestore(request);
}
