import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { StudyDay } from "../scheduling/study-day.ts";
import type { Pace, Stretch } from "./pace.ts";

export interface BreakRow extends Stretch {
  readonly id: string;
}

/** A user's pace, with the breaks that are not over on a study day, the next one first. */
export async function readPace(userId: UserId, today: StudyDay): Promise<Pace & { readonly breaks: readonly BreakRow[] }> {
  const row = await (await db()).user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      restDays: true,
      breaks: { where: { untilDay: { gte: today } }, select: { id: true, fromDay: true, untilDay: true }, orderBy: [{ fromDay: "asc" }, { id: "asc" }] },
      catchUp: { select: { fromDay: true, untilDay: true, reviewsPerDay: true } },
    },
  });
  return { restDays: row.restDays, breaks: row.breaks, catchUp: row.catchUp !== null && row.catchUp.untilDay >= today ? row.catchUp : null };
}
