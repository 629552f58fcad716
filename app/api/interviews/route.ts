import { postInterview } from "../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

/** Starts a mock interview; see setupSchema in lib/interview/schema.ts. */
export function POST(request: Request): Promise<Response> {
  return postInterview(request);
}
