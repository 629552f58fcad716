import "server-only";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";

/** Makes the address with this secret, by its hash, the only one of the user's calendar. */
export async function replaceFeed(userId: UserId, tokenHash: string, now: number): Promise<void> {
  const fresh = { tokenHash, createdAt: BigInt(now) };
  await (await db()).calendarFeed.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh, select: { userId: true } });
}

/** Ends the user's calendar: its address answers nothing any more. */
export async function endFeed(userId: UserId): Promise<void> {
  await (await db()).calendarFeed.deleteMany({ where: { userId } });
}
