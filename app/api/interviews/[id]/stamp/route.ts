import { getStamp } from "../../../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Whether the other of the two did something since. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getStamp(request, (await params).id);
}
