"use server";
import { headers } from "next/headers";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { currentNetwork } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import type { LimitName } from "../limits/limits.ts";
import { hashOfToken } from "./claim-token.ts";
import { findPasswordHash } from "./data.ts";
import { currentSessionId, currentUser } from "./loaders.ts";
import * as mutations from "./mutations.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "./origin.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { changePasswordSchema, claimSchema, problemsOf, signUpSchema, type Problems } from "./schema.ts";
import { reissueSession } from "./session-cookie.ts";

/** What a form gets back. `invalid` names fields; `refused` is about the whole; `signed-out` asks to sign in first. */
export type AuthResult =
  | { status: "done" }
  | { status: "invalid"; problems: Problems }
  | { status: "refused"; reason: string }
  | { status: "signed-out" };

const fromElsewhere: AuthResult = { status: "refused", reason: FORM_FROM_ELSEWHERE };

const fields = <Name extends string>(form: FormData, names: readonly Name[]): Record<Name, FormDataEntryValue | null> =>
  Object.fromEntries(names.map((name) => [name, form.get(name)])) as Record<Name, FormDataEntryValue | null>;

/** Counts a deed; gives the refusal, with the time to wait, when there were too many. */
async function tooOften(limit: LimitName, subject: string): Promise<AuthResult | null> {
  try {
    await spend(limit, subject);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code === "too-many") return { status: "refused", reason: error.message };
    throw error;
  }
}

/**
 * Adds an account. Says "done" for an address that has one already too, after the same work, so that nobody
 * learns who is here; signing in with the new password then fails as any wrong password does.
 * Fields: email, password, name?, timeZone?
 */
export async function signUp(_previous: AuthResult | null, form: FormData): Promise<AuthResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const parsed = signUpSchema.safeParse(fields(form, ["email", "password", "name", "timeZone"]));
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  const refusal = await tooOften("sign-up per network", await currentNetwork());
  if (refusal !== null) return refusal;
  const { email, password, name, timeZone } = parsed.data;
  await mutations.createUser({ email, name: name ?? null, passwordHash: await hashPassword(password), timeZone: timeZone ?? "UTC" }, now());
  return { status: "done" };
}

/** Sets a new password and ends all other sessions; this one goes on under a new cookie. Fields: current, next. */
export async function changePassword(_previous: AuthResult | null, form: FormData): Promise<AuthResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return { status: "signed-out" };
  const parsed = changePasswordSchema.safeParse(fields(form, ["current", "next"]));
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  const refusal = await tooOften("sign-in per account", user.id);
  if (refusal !== null) return refusal;
  const stored = await findPasswordHash(user.id);
  if (stored === null || !(await verifyPassword(parsed.data.current, stored))) {
    return { status: "invalid", problems: { current: "This is not your password." } };
  }
  const replaced = await mutations.replacePassword(user.id, stored, await hashPassword(parsed.data.next), now(), await currentSessionId());
  if (!replaced) return { status: "refused", reason: "Your password was changed elsewhere just now. Sign in again." };
  await reissueSession(({ version }) => ({ version: version + 1 }));
  return { status: "done" };
}

/** Ends every session of the user, this one too. */
export async function signOutEverywhere(_previous: AuthResult | null, _form: FormData): Promise<AuthResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return { status: "signed-out" };
  await mutations.endSessions(user.id, now());
  return { status: "done" };
}

/** Makes the user who opened the one-time link the admin. Field: token. */
export async function claimAdmin(_previous: AuthResult | null, form: FormData): Promise<AuthResult> {
  if (!isSameOrigin(await headers())) return fromElsewhere;
  const user = await currentUser();
  if (user === null) return { status: "signed-out" };
  const parsed = claimSchema.safeParse(fields(form, ["token"]));
  const claimed = parsed.success && (await mutations.claimAdmin(user.id, hashOfToken(parsed.data.token), now()));
  return claimed ? { status: "done" } : { status: "refused", reason: "This link was used already, is too old, or was replaced by a newer one. Restart Heapwise to get a new link." };
}
