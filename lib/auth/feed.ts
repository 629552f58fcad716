import "server-only";
import { db } from "../db/client.ts";
import type { UserId } from "./user.ts";

/** Whose calendar this is, with the study day that it is drawn for. */
export interface FeedUser {
  readonly id: UserId;
  readonly timeZone: string;
  readonly rolloverHour: number;
  readonly reviewsPerDay: number;
}

/** The user whose calendar's secret address has this hash; null where there is none, or the account is about to be deleted. */
export async function findFeedUser(tokenHash: string): Promise<FeedUser | null> {
  const row = await (await db()).calendarFeed.findUnique({ where: { tokenHash }, select: { user: { select: { id: true, timeZone: true, rolloverHour: true, reviewsPerDay: true, eraseAt: true } } } });
  if (row === null || row.user.eraseAt !== null) return null;
  const { id, timeZone, rolloverHour, reviewsPerDay } = row.user;
  return { id: id as UserId, timeZone, rolloverHour, reviewsPerDay };
}
