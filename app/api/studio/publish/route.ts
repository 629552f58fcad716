import { postPublish } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Publishes a draft; see Publishing in lib/studio/types.ts. */
export function POST(request: Request): Promise<Response> {
  return postPublish(request);
}
