import "server-only";
import { noteIn } from "../audit/mutations.ts";
import type { UserId } from "../auth/user.ts";
import { type Database, db } from "../db/client.ts";
import { eraseAtFrom, hashOfAccount } from "./rules.ts";

/** Ends a transaction with nothing done: nobody could give roles any more. */
class LastAdmin extends Error {}

/** A log of 200,000 events goes with its account. */
const PATIENCE = { timeout: 60_000 } as const;

export type ErasureAsked = { readonly status: "asked"; readonly eraseAt: number } | { readonly status: "last-admin" };

/**
 * Sets the day on which an account is deleted. At once every session ends, and what opens the account without a session (tokens,
 * the calendar's address, links for a new password) and reminders are gone.
 */
export async function askErasure(userId: UserId, now: number, requestId: string | null): Promise<ErasureAsked> {
  const eraseAt = eraseAtFrom(now);
  try {
    await (await db()).$transaction(async (tx) => {
      // The note comes first: its lock makes changes of roles wait, so that the last admin is seen as such.
      await noteIn(tx, { name: "user_erase_request", actorId: userId, target: `user:${userId}`, detail: {} }, now, requestId);
      await tx.user.update({ where: { id: userId }, data: { eraseAt: BigInt(eraseAt), sessionVersion: { increment: 1 } }, select: { id: true } });
      const [mine, others] = await Promise.all([tx.user.count({ where: { id: userId, role: "ADMIN" } }), tx.user.count({ where: { id: { not: userId }, role: "ADMIN", eraseAt: null } })]);
      if (mine === 1 && others === 0) throw new LastAdmin();
      const own = { where: { userId } };
      await tx.userSession.deleteMany(own);
      await tx.apiToken.deleteMany(own);
      await tx.calendarFeed.deleteMany(own);
      await tx.reminder.deleteMany(own);
      await tx.passwordReset.deleteMany(own);
    });
    return { status: "asked", eraseAt };
  } catch (error) {
    if (error instanceof LastAdmin) return { status: "last-admin" };
    throw error;
  }
}

/** Calls the deletion off. False when none was asked for. */
export async function cancelErasure(userId: UserId, now: number, requestId: string | null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, eraseAt: { not: null } }, data: { eraseAt: null } });
    if (count === 1) await noteIn(tx, { name: "user_erase_cancel", actorId: userId, target: `user:${userId}`, detail: {} }, now, requestId);
    return count === 1;
  });
}

const AT_ONCE = 50;

/** Deletes the accounts whose day has come, at most fifty; gives how many. `now` in UTC ms. */
export async function eraseDue(now: number): Promise<number> {
  const database = await db();
  const due = await database.user.findMany({ where: { eraseAt: { lte: BigInt(now) } }, select: { id: true }, take: AT_ONCE });
  let erased = 0;
  for (const { id } of due) {
    erased += await database.$transaction(async (tx) => {
      // The delete is the test: whoever called it off a moment ago keeps everything.
      const { count } = await tx.user.deleteMany({ where: { id, eraseAt: { lte: BigInt(now) } } });
      if (count === 1) await noteErased(tx, id, now);
      return count;
    }, PATIENCE);
  }
  return erased;
}

/** What was the account's is gone by the references to it; the ledger keeps it from coming back. */
async function noteErased(tx: Database, userId: string, now: number): Promise<void> {
  const userHash = hashOfAccount(userId);
  await tx.erasure.upsert({ where: { userHash }, create: { userHash, erasedAt: BigInt(now) }, update: {} });
  await noteIn(tx, { name: "user_erase", actorId: null, target: null, detail: { account: userHash.slice(0, 16) } }, now);
}

/** Deletes accounts that were deleted before and came back with a restored backup; gives how many. */
export async function eraseAgain(): Promise<number> {
  const database = await db();
  const ledger = new Set((await database.erasure.findMany({ select: { userHash: true } })).map(({ userHash }) => userHash));
  if (ledger.size === 0) return 0;
  const back = (await database.user.findMany({ select: { id: true } })).filter(({ id }) => ledger.has(hashOfAccount(id)));
  for (const { id } of back) await database.$transaction((tx) => tx.user.deleteMany({ where: { id } }), PATIENCE);
  return back.length;
}
