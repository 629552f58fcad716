import { handle } from "../../../lib/http/actions.ts";
import { json } from "../../../lib/http/json-response.ts";
import { loadReader } from "../../../lib/reader/loaders.ts";

export const dynamic = "force-dynamic";

/** `?card=ID`: what pages that are the same for everybody add for their reader; see Reader in lib/reader/types.ts. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => json(200, await loadReader(new URL(request.url).searchParams.get("card"))));
}
