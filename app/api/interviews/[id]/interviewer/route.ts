import { postInterviewerDeed } from "../../../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** One deed of the interviewer; see interviewerDeedSchema in lib/interview/schema.ts. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postInterviewerDeed(request, (await params).id);
}
