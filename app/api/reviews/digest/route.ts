import { currentUser } from "../../../../lib/auth/loaders.ts";
import { handle } from "../../../../lib/http/actions.ts";
import { failure, json } from "../../../../lib/http/json-response.ts";
import { loadDigest } from "../../../../lib/reviews/loaders.ts";
import { readDigestQuery } from "../../../../lib/reviews/schema.ts";

export const dynamic = "force-dynamic";

/** `?device=UUID&since=MS`: LogDigest of lib/reviews/types.ts, for a device to compare with what it kept. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const user = await currentUser();
    if (user === null) return failure(401, "unauthenticated", "Sign in first.");
    const query = readDigestQuery(new URL(request.url).searchParams);
    if (query === null) return failure(400, "invalid", "Name the device and the instant, as ?device=UUID&since=MS.");
    return json(200, await loadDigest(user, query.device, query.since));
  });
}
