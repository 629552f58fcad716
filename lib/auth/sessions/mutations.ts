import "server-only";
import { randomUUID } from "node:crypto";
import { type Database, db } from "../../db/client.ts";
import type { UserId } from "../user.ts";

/** Begins a session; gives the id that its cookie names. `now` in UTC ms. */
export async function beginSession(userId: string, device: string, now: number): Promise<string> {
  const id = randomUUID();
  await (await db()).userSession.create({ data: { id, userId, device, createdAt: BigInt(now), lastSeenAt: BigInt(now) }, select: { id: true } });
  return id;
}

/** Notes that a session is in use. */
export async function touchSession(id: string, now: number): Promise<void> {
  await (await db()).userSession.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: BigInt(now) } });
}

/** Ends one session of the user; false when it was ended before, or is not theirs. */
export async function endSession(id: string, userId: UserId, now: number): Promise<boolean> {
  return (await (await db()).userSession.updateMany({ where: { id, userId, endedAt: null }, data: { endedAt: BigInt(now) } })).count === 1;
}

/** Ends a session at its own sign-out. */
export async function signOutSession(id: string, now: number): Promise<void> {
  await (await db()).userSession.updateMany({ where: { id, endedAt: null }, data: { endedAt: BigInt(now) } });
}

/** Ends what is listed of a user's sessions, but for `but`; together with raising the session's version, which ends them all. */
export async function endListedIn(tx: Database, userId: string, now: number, but: string | null = null): Promise<void> {
  await tx.userSession.updateMany({ where: { userId, endedAt: null, ...(but !== null && { id: { not: but } }) }, data: { endedAt: BigInt(now) } });
}
