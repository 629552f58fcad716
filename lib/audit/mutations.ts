import "server-only";
import { createHash } from "node:crypto";
import { type Database, db } from "../db/client.ts";
import type { AuditEvent } from "./events.ts";

/** Of the first entry. */
const NOTHING_BEFORE = "0".repeat(64);

/** Key of the row of RateLimit that entries wait for each other at. */
export const AUDIT_LOCK = "audit";

/** The hash that the next entry names: over the entry's own fields and the one before, so that a gap or a change shows. */
export function hashOfEntry(entry: { readonly at: bigint; readonly name: string; readonly actorId: string | null; readonly target: string | null; readonly detail: string; readonly requestId: string | null; readonly previous: string }): string {
  const { at, name, actorId, target, detail, requestId, previous } = entry;
  return createHash("sha256").update(JSON.stringify([String(at), name, actorId, target, detail, requestId, previous])).digest("hex");
}

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
