import { postRetire } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Takes a card out of the library or puts it back. */
export function POST(request: Request): Promise<Response> {
  return postRetire(request);
}
