import "server-only";
import { db } from "../../db/client.ts";
import { findSessionUser } from "../data.ts";
import type { CurrentUser, UserId } from "../user.ts";

/** A personal token as its owner sees it. Instants in UTC ms. */
export interface ApiTokenRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** To the hour; null while it was not used. */
  readonly lastUsedAt: number | null;
}

/** A user's tokens, newest first. */
export async function readTokens(userId: UserId): Promise<ApiTokenRow[]> {
  const rows = await (await db()).apiToken.findMany({ where: { userId }, select: { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true }, orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  return rows.map(({ createdAt, expiresAt, lastUsedAt, ...row }) => ({ ...row, createdAt: Number(createdAt), expiresAt: Number(expiresAt), lastUsedAt: lastUsedAt === null ? null : Number(lastUsedAt) }));
}

/**
 * The user whose token has this hash; null where it is unknown, over, or of an account that is about to be deleted. The token was
 * made in a session that had passed the second factor, so it is asked for none.
 */
export async function findTokenUser(tokenHash: string, now: number): Promise<{ readonly user: CurrentUser; readonly token: ApiTokenRow } | null> {
  const row = await (await db()).apiToken.findUnique({ where: { tokenHash }, include: { user: { select: { id: true, sessionVersion: true, totpSince: true, eraseAt: true } } } });
  if (row === null || row.expiresAt <= BigInt(now) || row.user.eraseAt !== null) return null;
  const { id, name, createdAt, expiresAt, lastUsedAt } = row;
  const user = await findSessionUser(row.user.id, row.user.sessionVersion, row.user.totpSince === null ? null : Number(row.user.totpSince));
  return user && { user, token: { id, name, createdAt: Number(createdAt), expiresAt: Number(expiresAt), lastUsedAt: lastUsedAt === null ? null : Number(lastUsedAt) } };
}
