import { postDeed } from "../../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** One deed in a running interview; see deedSchema in lib/interview/schema.ts. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return postDeed(request, (await params).id);
}
