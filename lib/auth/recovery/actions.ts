"use server";
import { createHash } from "node:crypto";
import { headers } from "next/headers";
import { after } from "next/server";
import { now } from "../../clock.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";
import { networkOfHeaders } from "../../http/loaders.ts";
import { spend } from "../../limits/actions.ts";
import { canSendMail, sendMail } from "../../mail/actions.ts";
import { resetMail } from "../../mail/reset-mail.ts";
import { hashOfToken } from "../claim-token.ts";
import { currentUser } from "../loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../origin.ts";
import { hashPassword } from "../password.ts";
import { safeReturnPath } from "../return-path.ts";
import { problemsOf, type Problems } from "../schema.ts";
import { standingFor } from "../second-factor/policy.ts";
import { findAccount, findResetState } from "./data.ts";
import { issueReset, redeemReset } from "./mutations.ts";
import { makeLinkSchema, requestSchema, setPasswordSchema } from "./schema.ts";
import { newResetToken, RESET_VALID_MINUTES, resetLink } from "./token.ts";

export type RequestResult = { readonly status: "asked" } | { readonly status: "invalid"; readonly problems: Problems } | { readonly status: "refused"; readonly reason: string };
export type SetPasswordResult = { readonly status: "done" } | { readonly status: "invalid"; readonly problems: Problems } | { readonly status: "refused"; readonly reason: string };
export type MakeLinkResult = { readonly status: "made"; readonly link: string; readonly expiresAt: number } | { readonly status: "refused"; readonly reason: string } | { readonly status: "signed-out" };

const NO_LONGER_VALID = "This link was used already, is too old, or was replaced. Your password is as it was; ask for a new link.";

/**
 * Asks for a link by mail. The answer, and the work before it, are the same whether or not the address has an account;
 * looking it up and sending come after the answer. Fields: email, callbackUrl?
 */
export async function requestReset(_previous: RequestResult | null, form: FormData): Promise<RequestResult> {
  const request = await headers();
  if (!isSameOrigin(request)) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const parsed = requestSchema.safeParse({ email: form.get("email") });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  if (!canSendMail()) return { status: "refused", reason: "This Heapwise sends no mail. Ask its admin for a link." };
  const { email } = parsed.data;
  try {
    await spend("reset per network", networkOfHeaders(request));
    await spend("reset per address", createHash("sha256").update(email).digest("hex"));
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  const returnTo = safeReturnPath(textOf(form.get("callbackUrl")));
  after(() => mailLink(email, returnTo));
  return { status: "asked" };
}

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");

async function mailLink(email: string, returnTo: string): Promise<void> {
  const account = await findAccount({ email });
  const origin = env().NEXTAUTH_URL;
  if (account === null || origin === undefined) return;
  const { token, hash } = newResetToken();
  await issueReset(account.id, hash, { by: "mail" }, now());
  try {
    await sendMail({ to: account.email, ...resetMail(resetLink(token, origin, returnTo), RESET_VALID_MINUTES) });
  } catch (error) {
    // What the mail server says may repeat the address: its code is enough to find the fault.
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown fault";
    console.error(`A mail with a reset link could not be sent: ${code}.`);
  }
}

/** Sets the new password and uses the link up. Fields: token, next. */
export async function setPassword(_previous: SetPasswordResult | null, form: FormData): Promise<SetPasswordResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const parsed = setPasswordSchema.safeParse({ token: form.get("token"), next: form.get("next") });
  if (!parsed.success) {
    const problems = problemsOf(parsed.error);
    return "token" in problems ? { status: "refused", reason: NO_LONGER_VALID } : { status: "invalid", problems };
  }
  const hash = hashOfToken(parsed.data.token);
  // Asked before the password is hashed, which is costly; using the link up asks again.
  if ((await findResetState(hash, now())) !== "open") return { status: "refused", reason: NO_LONGER_VALID };
  const done = await redeemReset(hash, await hashPassword(parsed.data.next), now());
  return done ? { status: "done" } : { status: "refused", reason: NO_LONGER_VALID };
}

/** Makes a one-time link for somebody's account, to be handed over by an admin; it is shown this once. Field: userId. */
export async function makeResetLink(_previous: MakeLinkResult | null, form: FormData): Promise<MakeLinkResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return { status: "signed-out" };
  const standing = standingFor(user, "ADMIN");
  if (standing === "second-factor") return { status: "refused", reason: "Your role needs a second factor first. Set it up in the settings." };
  if (standing === "may-not") return { status: "refused", reason: "There is nothing here." };
  const parsed = makeLinkSchema.safeParse({ userId: form.get("userId") });
  const account = parsed.success ? await findAccount({ id: parsed.data.userId }) : null;
  if (account === null) return { status: "refused", reason: "This account is gone. Nothing was changed." };
  const origin = env().NEXTAUTH_URL;
  if (origin === undefined) return { status: "refused", reason: "NEXTAUTH_URL is not set, so there is no address for the link. Set it to this server's address." };
  try {
    await spend("admin write", user.id);
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  const { token, hash } = newResetToken();
  const expiresAt = await issueReset(account.id, hash, { by: "admin", id: user.id }, now());
  return { status: "made", link: resetLink(token, origin), expiresAt };
}
