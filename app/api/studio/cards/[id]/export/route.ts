import { getExport } from "../../../../../../lib/studio/actions.ts";

export const dynamic = "force-dynamic";

/** The card as the file that would be committed. */
export async function GET(_request: Request, { params }: { readonly params: Promise<{ id: string }> }): Promise<Response> {
  return getExport((await params).id);
}
