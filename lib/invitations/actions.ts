"use server";
import { headers } from "next/headers";
import { hashOfToken } from "../auth/claim-token.ts";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { problemsOf, type Problems } from "../auth/schema.ts";
import { standingFor } from "../auth/second-factor/policy.ts";
import type { CurrentUser, Role } from "../auth/user.ts";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { currentRequestId } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import * as mutations from "./mutations.ts";
import { invitationIdSchema, inviteSchema, tokenSchema } from "./schema.ts";
import { invitationLink, newInvitationToken } from "./token.ts";

type Refusal = { readonly status: "refused"; readonly reason: string };

/** `made`: the link is shown this once. */
export type InviteResult = Refusal | { readonly status: "invalid"; readonly problems: Problems } | { readonly status: "made"; readonly link: string; readonly expiresAt: number };
export type RevokeResult = Refusal | { readonly status: "revoked" };
export type AcceptResult = Refusal | { readonly status: "accepted"; readonly role: Role };

const refused = (reason: string): Refusal => ({ status: "refused", reason });

/** The admin who asks, or why they may not. */
async function admin(): Promise<CurrentUser | Refusal> {
  const user = await currentUser();
  if (user === null) return refused("You are no longer signed in. Sign in and try again.");
  const standing = standingFor(user, "ADMIN");
  if (standing === "second-factor") return refused("Your role needs a second factor first. Set it up in the settings.");
  if (standing === "may-not") return refused("There is nothing here.");
  try {
    await spend("admin write", user.id);
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
  return user;
}

/** Makes a one-time link that gives a role. Fields: role, label. */
export async function invite(_previous: InviteResult | null, form: FormData): Promise<InviteResult> {
  if (!isSameOrigin(await headers())) return refused(FORM_FROM_ELSEWHERE);
  const user = await admin();
  if ("reason" in user) return user;
  const parsed = inviteSchema.safeParse({ role: form.get("role"), label: form.get("label") });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  const origin = env().NEXTAUTH_URL;
  if (origin === undefined) return refused("NEXTAUTH_URL is not set, so there is no address for the link. Set it to this server's address.");
  const { token, hash } = newInvitationToken();
  const expiresAt = await mutations.createInvitation(parsed.data, hash, user.id, now(), await currentRequestId());
  return { status: "made", link: invitationLink(token, origin), expiresAt };
}

/** Makes an open invitation void. Field: id. */
export async function revokeInvitation(_previous: RevokeResult | null, form: FormData): Promise<RevokeResult> {
  if (!isSameOrigin(await headers())) return refused(FORM_FROM_ELSEWHERE);
  const user = await admin();
  if ("reason" in user) return user;
  const id = invitationIdSchema.safeParse(form.get("id"));
  const done = id.success && (await mutations.revokeInvitation(id.data, user.id, now(), await currentRequestId()));
  return done ? { status: "revoked" } : refused("This invitation was used or revoked already.");
}

/** Takes an invitation up for the account that is signed in. Field: token. */
export async function acceptInvitation(_previous: AcceptResult | null, form: FormData): Promise<AcceptResult> {
  if (!isSameOrigin(await headers())) return refused(FORM_FROM_ELSEWHERE);
  const user = await currentUser();
  if (user === null) return refused("You are no longer signed in. Sign in and open the link again.");
  const token = tokenSchema.safeParse(form.get("token"));
  const outcome = token.success ? await mutations.acceptInvitation(hashOfToken(token.data), user.id, now(), await currentRequestId()) : ({ status: "void" } as const);
  if (outcome.status === "accepted") return outcome;
  return refused(outcome.status === "has-role" ? "This account has the role already. The link is still open for another one." : "This invitation was used, revoked, or is too old. Ask for a new one.");
}
