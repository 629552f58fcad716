import { postRole } from "../../../../lib/people/actions.ts";

export const dynamic = "force-dynamic";

/** Gives somebody a role; see roleSchema in lib/people/schema.ts. */
export function POST(request: Request): Promise<Response> {
  return postRole(request);
}
