import "server-only";
import { db } from "../../db/client.ts";

export type ResetState = "open" | "used" | "expired" | "unknown";

/** How a one-time link stands, by its token's hash. Reads only. */
export async function findResetState(tokenHash: string, now: number): Promise<ResetState> {
  const row = await (await db()).passwordReset.findUnique({ where: { tokenHash }, select: { usedAt: true, expiresAt: true } });
  if (row === null) return "unknown";
  if (row.usedAt !== null) return "used";
  return row.expiresAt > BigInt(now) ? "open" : "expired";
}

/** The account of a normalised address or an id, or null. */
export async function findAccount(where: { email: string } | { id: string }): Promise<{ readonly id: string; readonly email: string } | null> {
  return (await db()).user.findUnique({ where, select: { id: true, email: true } });
}
