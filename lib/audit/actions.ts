// The request-facing half of mutations.ts: it reads the clock and the request's id.
import "server-only";
import { now } from "../clock.ts";
import { currentRequestId } from "../http/loaders.ts";
import { count } from "../limits/mutations.ts";
import { note } from "./mutations.ts";

/** Notes that a user asked for something that is not theirs, so that a search for holes shows; at most thirty an hour of each. */
export async function noteDenial(userId: string, detail: Readonly<Record<string, string>>): Promise<void> {
  const at = now();
  const requestId = await currentRequestId();
  const { allowed } = await count("denials noted", userId, at, requestId);
  if (allowed) await note({ name: "authz_fail", actorId: userId, target: null, detail }, at, requestId);
}
