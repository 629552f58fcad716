import { getExport } from "../../../../../lib/console/actions.ts";

export const dynamic = "force-dynamic";

/** The audit log, as filtered, as a CSV file. */
export function GET(request: Request): Promise<Response> {
  return getExport(request);
}
