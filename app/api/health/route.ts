import { handle } from "../../../lib/http/actions.ts";
import { json } from "../../../lib/http/json-response.ts";
import { loadHealth } from "../../../lib/health/loaders.ts";

export const dynamic = "force-dynamic";

/** 200 while this process can serve, 503 while it cannot or is ending; see Health in lib/health/loaders.ts. */
export function GET(request: Request): Promise<Response> {
  return handle(request, async () => {
    const health = await loadHealth();
    return json(health.status === "ok" ? 200 : 503, health);
  });
}
