import "server-only";
import { getServerSession } from "next-auth";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { noteDenial } from "../audit/actions.ts";
import { findSessionUser } from "./data.ts";
import { authOptions, otherProviders } from "./options.ts";
import { safeReturnPath } from "./return-path.ts";
import { sessionClaimsSchema } from "./schema.ts";
import { roleIncludes, type CurrentUser, type Role } from "./user.ts";

/**
 * The user whose request this is, or null. Asks the database each request: a cookie that was signed before
 * a change of password, or a role that was taken back, counts for nothing.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const session = await getServerSession(authOptions());
  const claims = sessionClaimsSchema.safeParse(session?.user);
  return claims.success ? findSessionUser(claims.data.id, claims.data.sessionVersion) : null;
});

/** The user, or a redirect to the sign-in page, which leads back to `returnTo`. For pages. */
export async function requireUser(returnTo = "/"): Promise<CurrentUser> {
  const user = await currentUser();
  return user ?? redirect(`/login?callbackUrl=${encodeURIComponent(safeReturnPath(returnTo))}`);
}

/** The user with at least this role. Others see a page that does not exist. */
export async function requireRole(role: Role, returnTo = "/"): Promise<CurrentUser> {
  const user = await requireUser(returnTo);
  if (roleIncludes(user.role, role)) return user;
  await noteDenial(user.id, { needed: role, page: returnTo.slice(0, 200) });
  return notFound();
}

/** For the sign-in page: which providers have a button. */
export const signInProviders = otherProviders;
