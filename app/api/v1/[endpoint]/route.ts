import { getEndpoint } from "../../../../lib/api/actions.ts";

export const dynamic = "force-dynamic";

/** The read-only API, for a user's own programs. */
export async function GET(request: Request, { params }: { readonly params: Promise<{ endpoint: string }> }): Promise<Response> {
  return getEndpoint(request, (await params).endpoint);
}
