import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { changesOf } from "./changes.ts";
import type { StudySettings } from "./schema.ts";

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
    await tx.settingEvent.create({ data: { userId: id, at, changes: JSON.stringify(changes) } });
  });
}
