import "server-only";
import { db } from "../db/client.ts";
import { isUniqueViolation } from "../db/faults.ts";
import { adminExists, findClaimUse, type SignInUser } from "./data.ts";
import { endListedIn } from "./sessions/mutations.ts";
import type { UserId } from "./user.ts";

/** There is one claim, so that two links can never make two admins. */
const onlyClaim = "first";

export type NewUser = { email: string; name: string | null; image?: string | null; passwordHash: string | null; timeZone?: string };

/** Adds a user as a learner. Null when the address is taken: nothing changed. `now` in milliseconds. */
export async function createUser({ email, name, image = null, passwordHash, timeZone = "UTC" }: NewUser, now: number): Promise<SignInUser | null> {
  try {
    return await (await db()).user.create({
      data: { email, name, image, passwordHash, timeZone, createdAt: BigInt(now) },
      select: { id: true, email: true, name: true, image: true, emailVerified: true, sessionVersion: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** Lets the user sign in under this identity too. */
export async function linkAccount(userId: string, provider: string, providerAccountId: string, now: number): Promise<void> {
  await (await db()).account.create({ data: { userId, provider, providerAccountId, createdAt: BigInt(now) }, select: { userId: true } });
}

/**
 * Sets the password and ends every session; `here` stays in the list, as its cookie is signed anew. False when the password
 * was changed by somebody else meanwhile. `now` in UTC ms.
 */
export async function replacePassword(id: UserId, oldHash: string, newHash: string, now: number, here: string | null = null): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, passwordHash: oldHash }, data: { passwordHash: newHash, sessionVersion: { increment: 1 } } });
    if (count === 1) await endListedIn(tx, id, now, here);
    return count === 1;
  });
}

/** Ends every session of the user. `now` in UTC ms. */
export async function endSessions(id: UserId, now: number): Promise<void> {
  await (await db()).$transaction(async (tx) => {
    await tx.user.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    await endListedIn(tx, id, now);
  });
}

/**
 * Notes that the address was proven to be the user's (by OAuth or mail), and makes the user an admin if it
 * is one of `adminAddresses`. Does nothing when the user's address is another one.
 */
export async function proveAddress(id: string, email: string, adminAddresses: readonly string[], now: number): Promise<void> {
  const users = (await db()).user;
  await users.updateMany({ where: { id, email, emailVerified: null }, data: { emailVerified: BigInt(now) } });
  if (adminAddresses.includes(email)) await users.updateMany({ where: { id, email }, data: { role: "ADMIN" } });
}

/** Makes a one-time link valid (by its token's hash) and every earlier one void. False when there is an admin. */
export async function issueAdminClaim(tokenHash: string, now: number, validMs: number): Promise<boolean> {
  const usedAt = await findClaimUse();
  if (await adminExists()) return false;
  const claims = (await db()).adminClaim;
  const fresh = { tokenHash, createdAt: BigInt(now), expiresAt: BigInt(now + validMs), usedAt: null, usedById: null };
  if (usedAt !== undefined) {
    // Only if it was not used since it was read: that would leave an admin and an open link.
    return (await claims.updateMany({ where: { id: onlyClaim, usedAt }, data: fresh })).count === 1;
  }
  try {
    await claims.create({ data: { id: onlyClaim, ...fresh } });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return issueAdminClaim(tokenHash, now, validMs); // another start was first
    throw error;
  }
}

/** Uses up the link and makes the user an admin, both or neither. False when it is void, used or too old. */
export async function claimAdmin(id: UserId, tokenHash: string, now: number): Promise<boolean> {
  return (await db()).$transaction(async (tx) => {
    // The update is the test: of two at once the second finds usedAt set.
    const { count } = await tx.adminClaim.updateMany({
      where: { id: onlyClaim, tokenHash, usedAt: null, expiresAt: { gt: BigInt(now) } },
      data: { usedAt: BigInt(now), usedById: id },
    });
    if (count !== 1) return false;
    await tx.user.update({ where: { id }, data: { role: "ADMIN" }, select: { id: true } });
    return true;
  });
}
