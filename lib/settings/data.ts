import "server-only";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import { DEFAULT_SETTING, type SchedulerSetting, SCHEDULERS } from "../scheduling/scheduler.ts";
import type { StudyDay } from "../scheduling/study-day.ts";

/** What a user chose of how cards come back. */
export interface StudyPlan {
  readonly setting: SchedulerSetting;
  /** The study day of the interview that is prepared for; null without one. */
  readonly interviewDay: StudyDay | null;
}

/** A user's plan; the defaults where nothing was chosen. `client` is a transaction, where it is to be read in one. */
export async function readStudyPlan(userId: UserId, client?: Database): Promise<StudyPlan> {
  const row = await (client ?? (await db())).studyPlan.findUnique({ where: { userId } });
  if (row === null) return { setting: DEFAULT_SETTING, interviewDay: null };
  const scheduler = SCHEDULERS.find((one) => one === row.scheduler);
  if (scheduler === undefined) throw new Error(`There is no scheduler "${row.scheduler}".`);
  return { setting: { scheduler, retention: row.retention }, interviewDay: row.interviewDay };
}
