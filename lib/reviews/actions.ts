// The request-facing half of mutations.ts. Not a server action: those run one after another for a client, and grades must not wait.
import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { handle } from "../http/actions.ts";
import { withoutWaiting } from "../http/data.ts";
import { failure, json } from "../http/json-response.ts";
import { readJsonRequest } from "../http/json-request.ts";
import { spend } from "../limits/actions.ts";
import { EVENT_FORM } from "./events.ts";
import { recordEvents } from "./mutations.ts";
import { formOf, type ReadEvent, readEvent, requestSchema } from "./schema.ts";
import type { EventResult, PostedEvents } from "./types.ts";

/** Answers `POST /api/reviews`: who sends it, what it is, then one mutation. See PostedEvents. */
export function postEvents(request: Request): Promise<Response> {
  return handle(request, () => withoutWaiting(() => storeEvents(request)));
}

async function storeEvents(request: Request): Promise<Response> {
  const read = await readJsonRequest(request);
  if (!read.ok) return failure(read.status, read.code, read.message);
  const user = await currentUser();
  if (user === null) return failure(401, "unauthenticated", "Sign in to keep your answers. They are kept on this device until then.");
  const form = formOf(read.value);
  if (form > EVENT_FORM || form < EVENT_FORM - 1) return failure(426, "outdated", "This page and the server are of different releases. Reload the page; your answers are kept on this device and are sent then.");
  const envelope = requestSchema.safeParse(read.value);
  if (!envelope.success) {
    const issue = envelope.error.issues[0];
    return failure(400, "invalid", `${issue?.path.join(".") || "body"}: ${issue?.message ?? "is not { events: [...] }"}`);
  }
  if (envelope.data.user !== undefined && envelope.data.user !== user.id) return failure(401, "unauthenticated", "These answers are of another account. They stay on the device until its owner signs in.");
  // A batch counts once. What is refused stays on the device and is sent again.
  await spend("answers", user.id);
  const events = envelope.data.events.map(readEvent);
  const bodies = events.flatMap((event) => (event.ok ? [event.body] : []));
  const device = envelope.data.device ?? null;
  const sender = { userId: user.id, createdAt: user.createdAt, timeZone: user.timeZone, rolloverHour: user.rolloverHour, device };
  const recorded = bodies.length === 0 ? { results: [], cards: [], elsewhere: [] } : await recordEvents(sender, bodies, now());
  const results = inRequestOrder(events, recorded.results);
  return json(statusOf(results), { results, cards: recorded.cards, elsewhere: recorded.elsewhere } satisfies PostedEvents);
}

/** Puts the results of the valid events between those of the invalid ones. */
function inRequestOrder(events: readonly ReadEvent[], stored: readonly EventResult[]): EventResult[] {
  const rest = [...stored];
  return events.map((event) => {
    const result = event.ok ? rest.shift() : { id: event.id, status: "refused" as const, reason: "invalid" as const, message: event.message };
    if (result === undefined) throw new Error("There are fewer results than events.");
    return result;
  });
}

/** A batch of one has the status of its event; a longer one is answered as a whole. */
function statusOf(results: readonly EventResult[]): number {
  const only = results.length === 1 ? results[0] : undefined;
  if (only === undefined || only.status === "stored") return 200;
  return only.status === "refused" && only.reason === "invalid" ? 400 : 409;
}
