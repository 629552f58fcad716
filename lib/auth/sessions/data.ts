import "server-only";
import { db } from "../../db/client.ts";
import type { UserId } from "../user.ts";

/** Where somebody is signed in. Instants in UTC ms. */
export interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly createdAt: number;
  /** To the hour. */
  readonly lastSeenAt: number;
}

/** When the user's session was seen last; null when it was ended, or never was. */
export async function findSessionSeen(id: string, userId: UserId): Promise<number | null> {
  const row = await (await db()).userSession.findFirst({ where: { id, userId, endedAt: null }, select: { lastSeenAt: true } });
  return row === null ? null : Number(row.lastSeenAt);
}

/** The sessions of the user that go on, seen after `since`; the one seen last comes first. */
export async function listSessions(userId: UserId, since: number): Promise<SessionRow[]> {
  const rows = await (await db()).userSession.findMany({ where: { userId, endedAt: null, lastSeenAt: { gt: BigInt(since) } }, orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }], take: 50, select: { id: true, device: true, createdAt: true, lastSeenAt: true } });
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({ ...row, createdAt: Number(createdAt), lastSeenAt: Number(lastSeenAt) }));
}
