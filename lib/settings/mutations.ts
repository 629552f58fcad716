import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { rebuildStates } from "../reviews/mutations.ts";
import { schedulerName } from "../scheduling/scheduler.ts";
import { readStudyPlan } from "./data.ts";
import type { PlanSettings, StudySettings } from "./schema.ts";

/** Sets a user's study day. Past days keep the zone and hour they were noted with. */
export async function updateStudy(id: UserId, settings: StudySettings): Promise<void> {
  await (await db()).user.update({ where: { id }, data: settings, select: { id: true } });
}

/** Sets how a user's cards come back. Where another scheduler is chosen, the whole log is read anew under it, in the same transaction. */
export async function updatePlan(userId: UserId, { scheduler, retention, interviewDay, newPerDay, reviewsPerDay }: PlanSettings): Promise<void> {
  const plan = { scheduler, retention, interviewDay };
  await rebuildStates(userId, async (tx) => {
    const before = await readStudyPlan(userId, tx);
    await tx.user.update({ where: { id: userId }, data: { newPerDay, reviewsPerDay }, select: { id: true } });
    await tx.studyPlan.upsert({ where: { userId }, create: { userId, ...plan }, update: plan, select: { userId: true } });
    return schedulerName(before.setting) !== schedulerName(plan);
  });
}
