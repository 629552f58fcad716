import "server-only";
import { db } from "../db/client.ts";
import type { CurrentUser, Role, UserId } from "./user.ts";

/** A user as signing in needs it. */
export type SignInUser = { id: string; email: string; name: string | null; image: string | null; emailVerified: bigint | null; sessionVersion: number };

const signInFields = { id: true, email: true, name: true, image: true, emailVerified: true, sessionVersion: true } as const;

/** The user of a normalised address with the password's hash, or null. */
export async function findCredentials(email: string): Promise<(SignInUser & { passwordHash: string | null }) | null> {
  return (await db()).user.findUnique({ where: { email }, select: { ...signInFields, passwordHash: true } });
}

export async function findSignInUser(where: { id: string } | { email: string }): Promise<SignInUser | null> {
  return (await db()).user.findUnique({ where, select: signInFields });
}

/** The user who signs in elsewhere under this identity, or null. */
export async function findUserByAccount(provider: string, providerAccountId: string): Promise<SignInUser | null> {
  const account = await (await db()).account.findUnique({
    where: { provider_providerAccountId: { provider, providerAccountId } },
    select: { user: { select: signInFields } },
  });
  return account?.user ?? null;
}

/**
 * The user a session cookie stands for: null when the user is gone, when the session was ended from
 * elsewhere (its version is no longer the user's), or when the user has a second factor that the session
 * did not pass (`passed`: since when the factor that it passed is there). This is the gate that makes a UserId.
 */
export async function findSessionUser(id: string, sessionVersion: number, passed: number | null = null): Promise<CurrentUser | null> {
  const row = await (await db()).user.findUnique({
    where: { id },
    select: {
      id: true, email: true, name: true, role: true, passwordHash: true, sessionVersion: true, createdAt: true, totpSince: true, eraseAt: true,
      timeZone: true, rolloverHour: true, newPerDay: true, reviewsPerDay: true, targetVersion: true,
    },
  });
  if (!row || row.sessionVersion !== sessionVersion) return null;
  if (row.totpSince !== null && Number(row.totpSince) !== passed) return null;
  const { passwordHash, sessionVersion: _, createdAt, role, totpSince, eraseAt, ...rest } = row;
  const account = { hasPassword: passwordHash !== null, hasSecondFactor: totpSince !== null, createdAt: Number(createdAt), eraseAt: eraseAt === null ? null : Number(eraseAt) };
  return { ...rest, ...account, id: row.id as UserId, role: role satisfies Role, waitingRole: null };
}

/** The hash of the user's password, or null for accounts without one. */
export async function findPasswordHash(id: UserId): Promise<string | null> {
  const row = await (await db()).user.findUnique({ where: { id }, select: { passwordHash: true } });
  return row?.passwordHash ?? null;
}

export async function adminExists(): Promise<boolean> {
  return (await (await db()).user.findFirst({ where: { role: "ADMIN" }, select: { id: true } })) !== null;
}

/** When the one-time link was used; null while it was not, undefined while there is none. */
export async function findClaimUse(): Promise<bigint | null | undefined> {
  return (await (await db()).adminClaim.findUnique({ where: { id: "first" }, select: { usedAt: true } }))?.usedAt;
}
