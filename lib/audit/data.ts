import "server-only";
import { db } from "../db/client.ts";
import { type Entry, firstBreak, NOTHING_BEFORE } from "./chain.ts";

export const ENTRIES_A_PAGE = 50;
const VERIFY_AT_ONCE = 1_000;

export interface AuditQuery {
  readonly name: string;
  readonly actorId: string;
  readonly target: string;
  /** Entries before this number; null for the newest. */
  readonly before: number | null;
}

/** Entries, newest first; one more than a page tells that another follows. */
export async function listEntries({ name, actorId, target, before }: AuditQuery, most = ENTRIES_A_PAGE): Promise<{ readonly entries: Entry[]; readonly more: boolean }> {
  const rows = await (await db()).auditEntry.findMany({
    where: { ...(name === "" ? {} : { name }), ...(actorId === "" ? {} : { actorId }), ...(target === "" ? {} : { target }), ...(before === null ? {} : { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take: most + 1,
  });
  return { entries: rows.slice(0, most), more: rows.length > most };
}

/** Follows the whole chain: how many entries it has, and the number of the first that does not fit, or null. */
export async function verifyChain(): Promise<{ readonly entries: number; readonly brokenAt: number | null }> {
  const client = await db();
  let entries = 0;
  let previous = NOTHING_BEFORE;
  for (let after = 0; ; ) {
    const rows = await client.auditEntry.findMany({ where: { seq: { gt: after } }, orderBy: { seq: "asc" }, take: VERIFY_AT_ONCE });
    const brokenAt = firstBreak(rows, previous);
    if (brokenAt !== null) return { entries, brokenAt };
    entries += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < VERIFY_AT_ONCE) return { entries, brokenAt: null };
    after = last.seq;
    previous = last.hash;
  }
}
