import { getDocument } from "../../../../lib/api/actions.ts";

export const dynamic = "force-dynamic";

/** What the read-only API answers, as an OpenAPI document. */
export function GET(request: Request): Promise<Response> {
  return getDocument(request);
}
