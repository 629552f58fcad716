import { getAccountExport } from "../../../../lib/export/actions.ts";

export const dynamic = "force-dynamic";

/** Everything that is stored of the user, as a file. */
export function GET(request: Request): Promise<Response> {
  return getAccountExport(request);
}
