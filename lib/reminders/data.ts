import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { ReminderHours } from "./when.ts";

/** A user's reminder; null when there is none. */
export async function readReminder(userId: UserId): Promise<ReminderHours | null> {
  return (await db()).reminder.findUnique({ where: { userId }, select: { hour: true, quietFrom: true, quietUntil: true } });
}

/** Whether there is a reminder that this hash ends. */
export async function reminderExists(stopHash: string): Promise<boolean> {
  return (await (await db()).reminder.count({ where: { stopHash } })) === 1;
}

/** Who may get a mail: their reminder and what their study day is made of. */
export interface Recipient extends ReminderHours {
  readonly userId: UserId;
  readonly email: string;
  readonly timeZone: string;
  readonly rolloverHour: number;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly lastSentDay: number | null;
}

/** Users with a reminder, so many at a time, in the order of their ids from `after` on. Those about to be deleted have none. */
export async function readRecipients(after: string | null, take: number): Promise<Recipient[]> {
  const rows = await (await db()).reminder.findMany({
    where: { user: { eraseAt: null }, ...(after === null ? {} : { userId: { gt: after } }) },
    select: { userId: true, hour: true, quietFrom: true, quietUntil: true, lastSentDay: true, user: { select: { email: true, timeZone: true, rolloverHour: true, newPerDay: true, reviewsPerDay: true } } },
    orderBy: { userId: "asc" },
    take,
  });
  return rows.map(({ user, userId, ...row }) => ({ ...row, ...user, userId: userId as UserId }));
}

/** Whether the user answered anything on a study day. */
export async function hasStudied(userId: UserId, day: number): Promise<boolean> {
  return (await (await db()).cardState.findFirst({ where: { userId, answeredDay: day }, select: { cardId: true } })) !== null;
}
