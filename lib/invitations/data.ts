import "server-only";
import type { Role } from "../auth/user.ts";
import { db } from "../db/client.ts";

/** How an invitation stands. */
export type InvitationState = "open" | "used" | "expired" | "revoked";

/** An invitation as admins see it. Instants in UTC ms. */
export interface InvitationRow {
  readonly id: string;
  readonly role: Role;
  readonly label: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: InvitationState;
  /** Address of who took it up; null while nobody did, or where that account is gone. */
  readonly usedBy: string | null;
}

interface Standing {
  readonly usedAt: bigint | null;
  readonly revokedAt: bigint | null;
  readonly expiresAt: bigint;
}

function stateOf({ usedAt, revokedAt, expiresAt }: Standing, now: number): InvitationState {
  if (usedAt !== null) return "used";
  if (revokedAt !== null) return "revoked";
  return expiresAt > BigInt(now) ? "open" : "expired";
}

/** The newest invitations, first. `now` in UTC ms. */
export async function listInvitations(now: number): Promise<InvitationRow[]> {
  const database = await db();
  const rows = await database.invitation.findMany({ orderBy: [{ createdAt: "desc" }, { id: "asc" }], take: 50 });
  const people = await database.user.findMany({ where: { id: { in: rows.flatMap(({ usedById }) => usedById ?? []) } }, select: { id: true, email: true } });
  return rows.map((row) => ({ id: row.id, role: row.role, label: row.label, createdAt: Number(row.createdAt), expiresAt: Number(row.expiresAt), state: stateOf(row, now), usedBy: people.find(({ id }) => id === row.usedById)?.email ?? null }));
}

/** What the holder of a link sees of it, by its token's hash: null where there is none. Reads only: a mail scanner may look too. */
export async function findInvitation(tokenHash: string, now: number): Promise<{ readonly role: Role; readonly state: InvitationState } | null> {
  const row = await (await db()).invitation.findUnique({ where: { tokenHash } });
  return row === null ? null : { role: row.role, state: stateOf(row, now) };
}
