import { postProofs } from "../../../../lib/reproof/actions.ts";

export const dynamic = "force-dynamic";

/** Begins a run of all proofs of the library. */
export function POST(request: Request): Promise<Response> {
  return postProofs(request);
}
