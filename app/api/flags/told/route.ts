import { postTold } from "../../../../lib/flags/actions.ts";

export const dynamic = "force-dynamic";

/** Notes that a reader has read what became of their flags. */
export function POST(request: Request): Promise<Response> {
  return postTold(request);
}
