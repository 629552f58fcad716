import "server-only";
import { createHash } from "node:crypto";
import { AUDIT_LOCK, noteIn } from "../audit/mutations.ts";
import { type Database, db } from "../db/client.ts";
import { afterFailure, DELAYS, type Failures, waitOf } from "./delays.ts";
import { type Decision, decide, isPerUser, type Limit, LIMITS, type LimitName } from "./limits.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Counts one deed against a limit, for all processes that share the database. `subject` says who: a user's id, a network.
 * Nothing is counted when it is refused, but the first refusal of a window is noted. `now` in UTC ms.
 */
export async function count(name: LimitName, subject: string, now: number, requestId: string | null = null): Promise<Decision> {
  return (await db()).$transaction(async (tx) => {
    const decision = await countIn(tx, `${name}:${subject}`, LIMITS[name], now);
    if (!decision.allowed) await noteExcess(tx, name, subject, now, requestId);
    return decision;
  });
}

async function countIn(tx: Database, key: string, limit: Limit, now: number): Promise<Decision> {
  // Writes first, so that whoever else spends from this key waits here and reads what this one stores.
  const { arrival } = await tx.rateLimit.upsert({ where: { key }, create: { key, arrival: BigInt(now) }, update: { arrival: { increment: 0 } } });
  const decision = decide(limit, Number(arrival), now);
  if (decision.allowed) await tx.rateLimit.update({ where: { key }, data: { arrival: BigInt(decision.arrival) } });
  return decision;
}

async function noteExcess(tx: Database, name: LimitName, subject: string, now: number, requestId: string | null): Promise<void> {
  const first = await countIn(tx, `noted ${name}:${subject}`, { most: 1, perMs: LIMITS[name].perMs }, now);
  if (!first.allowed) return;
  const actorId = isPerUser(name) ? subject : null;
  // Addresses of mail and of networks do not belong into the log; the hash still shows which refusals belong together.
  const detail: Record<string, string> = actorId === null ? { limit: name, subject: createHash("sha256").update(subject).digest("hex").slice(0, 16) } : { limit: name };
  await noteIn(tx, { name: "excess_rate_limit_exceeded", actorId, target: null, detail }, now, requestId);
}

/** Who tries to sign in: the account by a hash of its address, whether there is one or not, and the network. */
export interface Attempt {
  readonly account: string;
  readonly network: string;
}

const accountKey = ({ account }: Attempt): string => `account:${account}`;
const networkKey = ({ network }: Attempt): string => `network:${network}`;

type Row = { failures: number; openAt: bigint; lastAt: bigint };
const failuresOf = (row: Row | null): Failures | null => (row === null ? null : { failures: row.failures, openAt: Number(row.openAt), lastAt: Number(row.lastAt) });
const rowOf = ({ failures, openAt, lastAt }: Failures): Row => ({ failures, openAt: BigInt(openAt), lastAt: BigInt(lastAt) });

/**
 * Opens a try to sign in: gives 0 when the password may be looked at, else the ms to wait. It counts as a failure of the
 * account until `succeeded` clears it, so that of many tries at once one is looked at.
 */
export async function openAttempt(attempt: Attempt, now: number): Promise<number> {
  const key = accountKey(attempt);
  return (await db()).$transaction(async (tx) => {
    const row = await tx.signInDelay.upsert({ where: { key }, create: { key, failures: 0, openAt: BigInt(now), lastAt: BigInt(now) }, update: { failures: { increment: 0 } } });
    const network = await tx.signInDelay.findUnique({ where: { key: networkKey(attempt) } });
    const wait = Math.max(waitOf(failuresOf(row), now), waitOf(failuresOf(network), now));
    if (wait === 0) await tx.signInDelay.update({ where: { key }, data: rowOf(afterFailure(DELAYS.account, failuresOf(row), now)) });
    return wait;
  });
}

/** The password was wrong, or the address unknown: counts against the network as well. */
export async function attemptFailed(attempt: Attempt, now: number): Promise<void> {
  const key = networkKey(attempt);
  await (await db()).$transaction(async (tx) => {
    const row = await tx.signInDelay.upsert({ where: { key }, create: { key, failures: 0, openAt: BigInt(now), lastAt: BigInt(now) }, update: { failures: { increment: 0 } } });
    await tx.signInDelay.update({ where: { key }, data: rowOf(afterFailure(DELAYS.network, failuresOf(row), now)) });
  });
}

/** The password was right: the account's failures are forgotten, the network's are not. */
export async function attemptSucceeded(attempt: Attempt): Promise<void> {
  await (await db()).signInDelay.deleteMany({ where: { key: accountKey(attempt) } });
}

/** Deletes what no longer limits anybody, at most once an hour. True when it did. */
export async function purgeNowAndThen(now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const turn = await countIn(tx, "purge", { most: 1, perMs: HOUR_MS }, now);
    if (!turn.allowed) return false;
    // An arrival that has passed is as good as none.
    await tx.rateLimit.deleteMany({ where: { arrival: { lt: BigInt(now - HOUR_MS) }, key: { not: AUDIT_LOCK } } });
    await tx.signInDelay.deleteMany({ where: { lastAt: { lt: BigInt(now - DAY_MS) } } });
    return true;
  });
}
