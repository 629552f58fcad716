import "server-only";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import { rebuildStates } from "../reviews/mutations.ts";
import { schedulerName } from "../scheduling/scheduler.ts";
import { type Changes, changesOf } from "./changes.ts";
import { readStudyPlan } from "./data.ts";
import type { PlanSettings, StudySettings } from "./schema.ts";

/** Keeps what changed beside the review log: it says why later days differ. */
const noteChanges = (tx: Database, userId: UserId, at: number, changes: Changes) => tx.settingEvent.create({ data: { userId, at, changes: JSON.stringify(changes) } });

/**
 * Sets a user's study day, and notes what changed (`at`: UTC ms). Past days keep the zone and hour they were noted with. Settings
 * that are as they were leave no note.
 */
export async function updateStudy(id: UserId, settings: StudySettings, at: number): Promise<void> {
  const names = Object.keys(settings) as (keyof StudySettings)[];
  await (await db()).$transaction(async (tx) => {
    // A write that changes nothing comes first: a transaction that begins by reading may fail where it goes on to write.
    const before = await tx.user.update({ where: { id }, data: { newPerDay: { increment: 0 } } });
    const changes = changesOf(before, settings, names);
    if (changes === null) return;
    await tx.user.update({ where: { id }, data: settings, select: { id: true } });
    await noteChanges(tx, id, at, changes);
  });
}

/**
 * Sets how a user's cards come back, and notes what changed (`at`: UTC ms). Where another scheduler is chosen, the whole log is
 * read anew under it, in the same transaction.
 */
export async function updatePlan(userId: UserId, settings: PlanSettings, at: number): Promise<void> {
  const { scheduler, retention, interviewDay, newPerDay, reviewsPerDay } = settings;
  const plan = { scheduler, retention, interviewDay };
  await rebuildStates(userId, async (tx) => {
    const before = await readStudyPlan(userId, tx);
    const limits = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { newPerDay: true, reviewsPerDay: true } });
    const changes = changesOf({ ...before.setting, interviewDay: before.interviewDay, ...limits }, settings, Object.keys(settings) as (keyof PlanSettings)[]);
    if (changes === null) return false;
    await tx.user.update({ where: { id: userId }, data: { newPerDay, reviewsPerDay }, select: { id: true } });
    await tx.studyPlan.upsert({ where: { userId }, create: { userId, ...plan }, update: plan, select: { userId: true } });
    await noteChanges(tx, userId, at, changes);
    return schedulerName(before.setting) !== schedulerName(plan);
  });
}
