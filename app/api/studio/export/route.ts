import { getLibraryExport } from "../../../../lib/exchange/actions.ts";

export const dynamic = "force-dynamic";

/** The published cards as a file of a format, or as a commit. */
export function GET(request: Request): Promise<Response> {
  return getLibraryExport(request);
}
