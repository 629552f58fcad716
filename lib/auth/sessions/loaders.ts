import "server-only";
import { now } from "../../clock.ts";
import { currentSessionId, currentUser } from "../loaders.ts";
import { SESSION_SECONDS } from "../options.ts";
import { listSessions, type SessionRow } from "./data.ts";

/** Where the user is signed in, and which of it is this browser. Empty for a visitor. */
export async function loadSessions(): Promise<{ readonly sessions: readonly SessionRow[]; readonly here: string | null; readonly timeZone: string }> {
  const [user, here] = await Promise.all([currentUser(), currentSessionId()]);
  if (user === null) return { sessions: [], here: null, timeZone: "UTC" };
  return { sessions: await listSessions(user.id, now() - SESSION_SECONDS * 1_000), here, timeZone: user.timeZone };
}
