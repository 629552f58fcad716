import "server-only";
import { getServerSession } from "next-auth";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { noteDenial } from "../audit/actions.ts";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { findSessionUser } from "./data.ts";
import { authOptions, otherProviders } from "./options.ts";
import { safeReturnPath } from "./return-path.ts";
import { sessionClaimsSchema } from "./schema.ts";
import { findPendingUser, type PendingUser } from "./second-factor/data.ts";
import { secondFactorPolicy, standingFor, withCountingRole } from "./second-factor/policy.ts";
import { findSessionSeen } from "./sessions/data.ts";
import { touchSession } from "./sessions/mutations.ts";
import type { CurrentUser, Role, UserId } from "./user.ts";

const sessionClaims = cache(async () => {
  const session = await getServerSession(authOptions());
  return sessionClaimsSchema.safeParse(session?.user).data ?? null;
});

/** Whether authors and admins need a second factor here. */
export const secondFactorPolicyHere = () => secondFactorPolicy(env().SECOND_FACTOR, env().NEXTAUTH_URL);

/**
 * The user whose request this is, or null. Asks the database each request: a cookie that was signed before
 * a change of password, or a role that was taken back, counts for nothing; neither does one of an account
 * with a second factor before its code was given.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const claims = await sessionClaims();
  const user = claims && (await findSessionUser(claims.id, claims.sessionVersion, claims.secondFactor));
  if (user === null || (claims?.sessionId != null && !(await goesOn(claims.sessionId, user.id)))) return null;
  return withCountingRole(user, secondFactorPolicyHere());
});

/** How old the note of a session's last use may grow. */
const SEEN_WITHIN_MS = 3_600_000;

/** Whether the user's session was not ended; notes now and then that it is in use. */
async function goesOn(sessionId: string, userId: UserId): Promise<boolean> {
  const seen = await findSessionSeen(sessionId, userId);
  if (seen !== null && seen < now() - SEEN_WITHIN_MS) await touchSession(sessionId, now());
  return seen !== null;
}

/** The session of this request in its user's list; null where it is not listed. */
export const currentSessionId = cache(async (): Promise<string | null> => (await sessionClaims())?.sessionId ?? null);

/** Who signed in but has still to give the code of the second factor; null for everybody else. */
export const pendingUser = cache(async (): Promise<PendingUser | null> => {
  const claims = await sessionClaims();
  return claims && findPendingUser(claims.id, claims.sessionVersion, claims.secondFactor);
});

/** The user, or a redirect to the sign-in page, which leads back to `returnTo`. For pages. */
export async function requireUser(returnTo = "/"): Promise<CurrentUser> {
  const user = await currentUser();
  return user ?? redirect(`/login?callbackUrl=${encodeURIComponent(safeReturnPath(returnTo))}`);
}

/** The user with at least this role. Who has it but lacks the second factor it needs is led to where it is set up; others see a page that does not exist. */
export async function requireRole(role: Role, returnTo = "/"): Promise<CurrentUser> {
  const user = await requireUser(returnTo);
  const standing = standingFor(user, role);
  if (standing === "second-factor") redirect("/settings#second-factor");
  if (standing === "may") return user;
  await noteDenial(user.id, { needed: role, page: returnTo.slice(0, 200) });
  return notFound();
}

/** For the sign-in page: which providers have a button. */
export const signInProviders = otherProviders;
