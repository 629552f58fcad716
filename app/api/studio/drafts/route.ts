import { putDraft } from "../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** Stores a draft; see SaveDraft in lib/studio/schema.ts. */
export function PUT(request: Request): Promise<Response> {
  return putDraft(request);
}
