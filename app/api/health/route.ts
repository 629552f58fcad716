import { json } from "../../../lib/http/json-response.ts";
import { loadHealth } from "../../../lib/health/loaders.ts";

export const dynamic = "force-dynamic";

/** 200 while this process can serve, 503 while it cannot or is ending; see Health in lib/health/loaders.ts. */
export async function GET(): Promise<Response> {
  const health = await loadHealth();
  return json(health.status === "ok" ? 200 : 503, health);
}
