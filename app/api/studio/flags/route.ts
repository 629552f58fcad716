import { postResolve } from "../../../../lib/flags/actions.ts";

export const dynamic = "force-dynamic";

/** Accepts or dismisses a flag; see resolveSchema in lib/flags/schema.ts. */
export function POST(request: Request): Promise<Response> {
  return postResolve(request);
}
