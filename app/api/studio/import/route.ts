import { postImport } from "../../../../lib/exchange/actions.ts";

export const dynamic = "force-dynamic";

/** Says what a file would change in the library, and with `apply` makes drafts of it. */
export function POST(request: Request): Promise<Response> {
  return postImport(request);
}
