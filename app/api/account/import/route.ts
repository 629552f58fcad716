import { postAccountImport } from "../../../../lib/export/actions.ts";

export const dynamic = "force-dynamic";

/** An exported account, brought into one that has no answers yet; see BroughtBack in lib/export/actions.ts. */
export function POST(request: Request): Promise<Response> {
  return postAccountImport(request);
}
