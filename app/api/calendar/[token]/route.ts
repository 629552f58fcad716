import { now } from "../../../../lib/clock.ts";
import { findFeed, loadCalendar } from "../../../../lib/calendar/loaders.ts";
import { AppError } from "../../../../lib/errors.ts";
import { handle } from "../../../../lib/http/actions.ts";
import { loadOrigin } from "../../../../lib/http/loaders.ts";
import { spend } from "../../../../lib/limits/actions.ts";

export const dynamic = "force-dynamic";

/** The due load of whoever has this secret address, for a calendar program. */
export async function GET(request: Request, { params }: { readonly params: Promise<{ token: string }> }): Promise<Response> {
  return handle(request, async () => {
    const user = await findFeed((await params).token);
    if (user === null) throw new AppError("not-found", "There is no calendar at this address: it was revoked or replaced.");
    await spend("api", user.id);
    const at = now();
    return new Response(await loadCalendar(user, new URL(loadOrigin()).hostname, at), { headers: { "Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private, no-store" } });
  });
}
