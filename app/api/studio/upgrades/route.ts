import { postSettle } from "../../../../lib/upgrades/actions.ts";

export const dynamic = "force-dynamic";

/** Settles a file of the release that met an edit of its card. */
export function POST(request: Request): Promise<Response> {
  return postSettle(request);
}
