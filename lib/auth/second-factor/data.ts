import "server-only";
import { db } from "../../db/client.ts";

/** The second factor of an account as it is stored: none, being set up (no `since`), or switched on. */
export interface StoredFactor {
  readonly sealed: string;
  /** When it was confirmed, UTC ms; null while it is being set up. */
  readonly since: number | null;
  readonly lastStep: number | null;
}

/** By user id, whether or not the session passed it yet. Null where there is none. */
export async function findFactor(userId: string): Promise<StoredFactor | null> {
  const row = await (await db()).user.findUnique({ where: { id: userId }, select: { totpSecret: true, totpSince: true, totpLastStep: true } });
  if (row === null || row.totpSecret === null) return null;
  return { sealed: row.totpSecret, since: row.totpSince === null ? null : Number(row.totpSince), lastStep: row.totpLastStep };
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(userId: string): Promise<number> {
  return (await db()).recoveryCode.count({ where: { userId, usedAt: null } });
}

/** Somebody who signed in but has not given the code yet. Not a UserId: nothing of theirs may be read with it. */
export interface PendingUser {
  readonly pendingId: string;
  readonly email: string;
}

/** The user of a session that lacks only the second factor, or null. `passed` is the session's claim. */
export async function findPendingUser(id: string, sessionVersion: number, passed: number | null): Promise<PendingUser | null> {
  const row = await (await db()).user.findUnique({ where: { id }, select: { email: true, sessionVersion: true, totpSince: true } });
  if (row === null || row.sessionVersion !== sessionVersion || row.totpSince === null || Number(row.totpSince) === passed) return null;
  return { pendingId: id, email: row.email };
}
