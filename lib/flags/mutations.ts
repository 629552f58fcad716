import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import type { NewFlag, Resolve } from "./schema.ts";

export type Stored = "stored" | "unknown-card";

/** Stores a flag; one with an id that is there already changes nothing. `now` in UTC ms. */
export async function addFlag({ id, cardId, revisionId, reason, note }: NewFlag, reporterId: UserId | null, now: number): Promise<Stored> {
  const client = await db();
  const revision = await client.cardRevision.findUnique({ where: { id: revisionId }, select: { cardId: true } });
  if (revision?.cardId !== cardId) return "unknown-card";
  try {
    await client.cardFlag.create({ data: { id, cardId, revisionId, reporterId, reason, note, createdAt: BigInt(now) }, select: { id: true } });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return "stored";
}

/** Answers an open flag, and notes who did. False when it is not open, or not there: somebody else was first. */
export async function resolveFlag({ id, verdict, resolution }: Resolve, actorId: UserId, now: number, requestId: string | null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.cardFlag.updateMany({ where: { id, status: "OPEN" }, data: { status: verdict, resolution, resolvedAt: BigInt(now), resolvedById: actorId } });
    if (count !== 1) return false;
    const { cardId } = await tx.cardFlag.findUniqueOrThrow({ where: { id }, select: { cardId: true } });
    await noteIn(tx, { name: "flag_resolve", actorId, target: `card:${cardId}`, detail: { flag: id, verdict } }, now, requestId);
    return true;
  });
}
