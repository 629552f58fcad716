import "server-only";
import { randomUUID } from "node:crypto";
import { noteIn } from "../../audit/mutations.ts";
import { db } from "../../db/client.ts";
import type { UserId } from "../user.ts";
import { TOKENS_AT_MOST } from "./schema.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Ends a transaction with nothing done. */
class TooMany extends Error {}

/** Makes a token valid, by its hash, for so many days. False when the user has as many as there may be. */
export async function createToken(userId: UserId, { name, days }: { readonly name: string; readonly days: number }, tokenHash: string, now: number, requestId: string | null): Promise<boolean> {
  try {
    await (await db()).$transaction(async (tx) => {
      await noteIn(tx, { name: "authn_token_created", actorId: userId, target: `user:${userId}`, detail: { days } }, now, requestId);
      await tx.apiToken.create({ data: { id: randomUUID(), userId, name, tokenHash, createdAt: BigInt(now), expiresAt: BigInt(now + days * DAY_MS) }, select: { id: true } });
      if ((await tx.apiToken.count({ where: { userId } })) > TOKENS_AT_MOST) throw new TooMany();
    });
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}

/** Ends a token of the user's. False when the user has no such token. */
export async function revokeToken(userId: UserId, id: string, now: number, requestId: string | null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.apiToken.deleteMany({ where: { id, userId } });
    if (count === 1) await noteIn(tx, { name: "authn_token_revoked", actorId: userId, target: `user:${userId}`, detail: {} }, now, requestId);
    return count === 1;
  });
}

/** Notes that a token was used, once an hour at most. */
export async function noteUse(id: string, lastUsedAt: number | null, now: number): Promise<void> {
  const hour = now - (now % HOUR_MS);
  if (lastUsedAt === hour) return;
  await (await db()).apiToken.updateMany({ where: { id }, data: { lastUsedAt: BigInt(hour) } });
}
