import "server-only";
import { type Database, db } from "../db/client.ts";
import { hashOfEntry, NOTHING_BEFORE } from "./chain.ts";
import type { AuditEvent } from "./events.ts";

export { hashOfEntry } from "./chain.ts";

/** Key of the row of RateLimit that entries wait for each other at. Its arrival is no time but how many were noted. */
export const AUDIT_LOCK = "audit";

/** The row once held the instant of the last entry; such a number is no count. */
export const COUNT_BELOW = 1_000_000_000_000n;

/**
 * Appends an entry inside a transaction, so that the deed and its note are stored together or not at all. `at` in UTC ms.
 * Entries follow each other one by one: the row that all of them touch first is their lock. It also counts them, as the
 * chain of hashes does not show that its newest entries are gone.
 */
export async function noteIn(tx: Database, { name, actorId, target, detail }: AuditEvent, at: number, requestId: string | null = null): Promise<void> {
  const lock = { key: AUDIT_LOCK };
  const { arrival } = await tx.rateLimit.upsert({ where: lock, create: { ...lock, arrival: 0n }, update: { arrival: { increment: 1 } } });
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { hash: true } });
  const entry = { at: BigInt(at), name, actorId, target, detail: JSON.stringify(detail), requestId, previous: last?.hash ?? NOTHING_BEFORE };
  await tx.auditEntry.create({ data: { ...entry, hash: hashOfEntry(entry) }, select: { seq: true } });
  if (arrival === 0n || arrival >= COUNT_BELOW) await tx.rateLimit.update({ where: lock, data: { arrival: BigInt(await tx.auditEntry.count()) } });
}

/** Appends an entry of its own. */
export async function note(event: AuditEvent, at: number, requestId: string | null = null): Promise<void> {
  await (await db()).$transaction((tx) => noteIn(tx, event, at, requestId));
}
