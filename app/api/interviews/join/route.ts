import { postJoin } from "../../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

/** Takes the interviewer's place by a code; see joinSchema in lib/interview/schema.ts. */
export function POST(request: Request): Promise<Response> {
  return postJoin(request);
}
