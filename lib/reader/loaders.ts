import "server-only";
import { currentUser } from "../auth/loaders.ts";
import { roleIncludes } from "../auth/user.ts";
import { idProblem } from "../cards/schema.ts";
import { loadOwnFlags } from "../flags/loaders.ts";
import { DEFAULT_ROLLOVER_HOUR } from "../scheduling/study-day.ts";
import type { Reader } from "./types.ts";

/** Who reads; `cardId` is the card on the page, if it is one's page. Open to visitors. */
export async function loadReader(cardId: string | null): Promise<Reader> {
  const user = await currentUser();
  if (user === null) return { userId: null, author: false, targetVersion: "3.14", timeZone: "UTC", rolloverHour: DEFAULT_ROLLOVER_HOUR, flags: [] };
  const { id, role, targetVersion, timeZone, rolloverHour } = user;
  const flags = cardId === null || idProblem(cardId) !== null ? [] : await loadOwnFlags(cardId);
  return { userId: id, author: roleIncludes(role, "AUTHOR"), targetVersion, timeZone, rolloverHour, flags };
}
