import "server-only";
import { type Database, db } from "../db/client.ts";
import { hashOfEntry, NOTHING_BEFORE } from "./chain.ts";
import type { AuditEvent } from "./events.ts";

/** Key of the row of RateLimit that entries wait for each other at. */
export const AUDIT_LOCK = "audit";

/**
 * Appends an entry inside a transaction, so that the deed and its note are stored together or not at all. `at` in UTC ms.
 * Entries follow each other one by one: the row that all of them touch first is their lock.
 */
export async function noteIn(tx: Database, { name, actorId, target, detail }: AuditEvent, at: number, requestId: string | null = null): Promise<void> {
  await tx.rateLimit.upsert({ where: { key: AUDIT_LOCK }, create: { key: AUDIT_LOCK, arrival: BigInt(at) }, update: { arrival: BigInt(at) } });
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { hash: true } });
  const entry = { at: BigInt(at), name, actorId, target, detail: JSON.stringify(detail), requestId, previous: last?.hash ?? NOTHING_BEFORE };
  await tx.auditEntry.create({ data: { ...entry, hash: hashOfEntry(entry) }, select: { seq: true } });
}

/** Appends an entry of its own. */
export async function note(event: AuditEvent, at: number, requestId: string | null = null): Promise<void> {
  await (await db()).$transaction((tx) => noteIn(tx, event, at, requestId));
}
