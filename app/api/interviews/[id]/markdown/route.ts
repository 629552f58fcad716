import { getMarkdown } from "../../../../../lib/interview/actions.ts";

export const dynamic = "force-dynamic";

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** The report as a Markdown file. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return getMarkdown(request, (await params).id);
}
