import { postFlag } from "../../../lib/flags/actions.ts";

export const dynamic = "force-dynamic";

/** Stores a reader's flag; see flagSchema in lib/flags/schema.ts. */
export function POST(request: Request): Promise<Response> {
  return postFlag(request);
}
