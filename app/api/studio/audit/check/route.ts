import { postCheck } from "../../../../../lib/console/actions.ts";

export const dynamic = "force-dynamic";

/** Checks the whole audit log. */
export function POST(request: Request): Promise<Response> {
  return postCheck(request);
}
