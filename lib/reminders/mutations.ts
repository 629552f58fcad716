import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { ReminderHours } from "./when.ts";

/** Sets when a user is reminded. */
export async function setReminder(userId: UserId, hours: ReminderHours, stopHash: string, now: number): Promise<void> {
  const { hour, quietFrom, quietUntil } = hours;
  await (await db()).reminder.upsert({ where: { userId }, create: { userId, hour, quietFrom, quietUntil, stopHash, createdAt: BigInt(now) }, update: { hour, quietFrom, quietUntil, stopHash }, select: { userId: true } });
}

/** Ends a user's reminders. */
export async function endReminder(userId: UserId): Promise<void> {
  await (await db()).reminder.deleteMany({ where: { userId } });
}

/** Ends the reminders that a link from a mail is of. */
export async function endReminderBy(stopHash: string): Promise<void> {
  await (await db()).reminder.deleteMany({ where: { stopHash } });
}

/** Takes the one mail of a study day for this process; false when it went out already, or another process has it. */
export async function claimDay(userId: UserId, day: number, stopHash: string): Promise<boolean> {
  const { count } = await (await db()).reminder.updateMany({ where: { userId, OR: [{ lastSentDay: null }, { lastSentDay: { lt: day } }] }, data: { lastSentDay: day, stopHash } });
  return count === 1;
}
