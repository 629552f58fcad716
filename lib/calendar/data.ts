import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";

/** Since when the user has a calendar's address, UTC ms; null without one. */
export async function readFeedSince(userId: UserId): Promise<number | null> {
  const row = await (await db()).calendarFeed.findUnique({ where: { userId }, select: { createdAt: true } });
  return row === null ? null : Number(row.createdAt);
}
