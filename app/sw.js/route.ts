import { handle } from "../../lib/http/actions.ts";
import { loadServiceWorker } from "../../lib/offline/loaders.ts";

export const dynamic = "force-dynamic";

/** The service worker, at the root so that it may serve every page. Browsers look for a new one with each visit. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => new Response(await loadServiceWorker(), { headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" } }));
}
