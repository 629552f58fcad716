import "server-only";
import { randomUUID } from "node:crypto";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import type { CatchUpOffer, Stretch } from "./pace.ts";
import { BREAKS_AT_MOST } from "./schema.ts";

/** Adds a break. False when the user has as many as there may be. */
export async function addBreak(userId: UserId, { fromDay, untilDay }: Stretch, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    // Changes nothing, and makes the transactions of one user follow each other: two that count at once would both find room.
    await tx.user.update({ where: { id: userId }, data: { newPerDay: { increment: 0 } }, select: { id: true } });
    if ((await tx.studyBreak.count({ where: { userId } })) >= BREAKS_AT_MOST) return false;
    await tx.studyBreak.create({ data: { id: randomUUID(), userId, fromDay, untilDay, createdAt: BigInt(now) }, select: { id: true } });
    return true;
  });
}

/** Removes a break of the user's; one that is gone already is no fault. */
export async function removeBreak(userId: UserId, id: string): Promise<void> {
  await (await db()).studyBreak.deleteMany({ where: { id, userId } });
}

export async function setRestDays(userId: UserId, restDays: number): Promise<void> {
  await (await db()).user.update({ where: { id: userId }, data: { restDays }, select: { id: true } });
}

/** Begins a way back from a backlog; it takes the place of one that was under way. */
export async function startCatchUp(userId: UserId, { fromDay, untilDay, reviewsPerDay }: CatchUpOffer, now: number): Promise<void> {
  const plan = { fromDay, untilDay, reviewsPerDay, createdAt: BigInt(now) };
  await (await db()).catchUp.upsert({ where: { userId }, create: { userId, ...plan }, update: plan, select: { userId: true } });
}

/** Goes back to the ordinary day. */
export async function endCatchUp(userId: UserId): Promise<void> {
  await (await db()).catchUp.deleteMany({ where: { userId } });
}
