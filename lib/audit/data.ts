import "server-only";
import { db } from "../db/client.ts";
import { CHAIN_START, type ChainedEntry, type ChainState, type ChainVerdict, checkOn, verdictOf } from "./chain.ts";
import { AUDIT_LOCK, COUNT_BELOW } from "./mutations.ts";

const PAGE = 50;
const CHUNK = 1_000;
/** Entries between the ends of a page that are read to check that none is missing among them. */
const LINKS_AT_MOST = 5_000;

/** Which entries; null lets everything through. `since` and `until` in UTC ms. */
export interface EntryFilter {
  readonly name: string | null;
  /** Null for everybody. */
  readonly actorId: string | null;
  /** The exact target, such as `card:ID`. */
  readonly target: string | null;
  readonly since: number | null;
  readonly until: number | null;
}

const whereOf = ({ name, actorId, target, since, until }: EntryFilter) => ({
  ...(name === null ? {} : { name }),
  ...(actorId === null ? {} : { actorId }),
  ...(target === null ? {} : { target }),
  ...(since === null && until === null ? {} : { at: { ...(since === null ? {} : { gte: BigInt(since) }), ...(until === null ? {} : { lt: BigInt(until) }) } }),
});

/** A page of entries, newest first; `next` is the entry before which it goes on. */
export async function listEntries(filter: EntryFilter, before: number | null): Promise<{ readonly entries: ChainedEntry[]; readonly next: number | null }> {
  const where = { ...whereOf(filter), ...(before === null ? {} : { seq: { lt: before } }) };
  const rows = await (await db()).auditEntry.findMany({ where, orderBy: { seq: "desc" }, take: PAGE + 1 });
  const entries = rows.slice(0, PAGE);
  return { entries, next: rows.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
}

/** All entries that the filter leaves, newest first, in parts. */
export async function* eachEntry(filter: EntryFilter): AsyncGenerator<readonly ChainedEntry[]> {
  let before: number | null = null;
  for (;;) {
    const where: object = { ...whereOf(filter), ...(before === null ? {} : { seq: { lt: before } }) };
    const rows: ChainedEntry[] = await (await db()).auditEntry.findMany({ where, orderBy: { seq: "desc" }, take: CHUNK });
    if (rows.length > 0) yield rows;
    if (rows.length < CHUNK) return;
    before = rows.at(-1)?.seq ?? null;
  }
}

/**
 * Checks the entries of a page, given newest first: each by itself, and that none is missing between the oldest and the newest of
 * them. Not `linked` where a filter spreads the page over too long a stretch of the log for that.
 */
export async function checkPage(entries: readonly ChainedEntry[]): Promise<ChainState & { readonly linked: boolean }> {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (newest === undefined || oldest === undefined) return { ...CHAIN_START, linked: true };
  const log = (await db()).auditEntry;
  const stretch = await log.findMany({ where: { seq: { gte: oldest.seq, lte: newest.seq } }, orderBy: { seq: "asc" }, take: LINKS_AT_MOST + 1 });
  const before = await log.findFirst({ where: { seq: { lt: oldest.seq } }, orderBy: { seq: "desc" }, select: { hash: true } });
  const start = { ...CHAIN_START, last: before?.hash ?? CHAIN_START.last };
  if (stretch.length <= LINKS_AT_MOST) return { ...checkOn(start, stretch), linked: true };
  const states = entries.toReversed().map((entry) => checkOn({ ...start, last: null }, [entry]));
  return { checked: states.filter(({ broken }) => broken === null).length, last: null, broken: states.find(({ broken }) => broken !== null)?.broken ?? null, linked: false };
}

async function readCount(): Promise<number | null> {
  const row = await (await db()).rateLimit.findUnique({ where: { key: AUDIT_LOCK }, select: { arrival: true } });
  return row === null || row.arrival >= COUNT_BELOW ? null : Number(row.arrival);
}

/** Checks the whole log from its first entry on. */
export async function checkAll(): Promise<ChainVerdict> {
  const before = await readCount();
  let state = CHAIN_START;
  let after = 0;
  for (;;) {
    const rows = await (await db()).auditEntry.findMany({ where: { seq: { gt: after } }, orderBy: { seq: "asc" }, take: CHUNK });
    state = checkOn(state, rows);
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < CHUNK || state.broken !== null) break;
  }
  return verdictOf(state, before, await readCount());
}
