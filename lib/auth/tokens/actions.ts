"use server";
import { headers } from "next/headers";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { currentRequestId } from "../../http/loaders.ts";
import { spend } from "../../limits/actions.ts";
import { currentUser } from "../loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../origin.ts";
import { problemsOf, type Problems } from "../schema.ts";
import * as mutations from "./mutations.ts";
import { newTokenSchema, TOKENS_AT_MOST, tokenIdSchema } from "./schema.ts";
import { newApiToken } from "./token.ts";

/** `made`: the token is shown this once. */
export type TokenResult =
  | { readonly status: "made"; readonly token: string }
  | { readonly status: "revoked" }
  | { readonly status: "invalid"; readonly problems: Problems }
  | { readonly status: "refused"; readonly reason: string };

const SIGNED_OUT: TokenResult = { status: "refused", reason: "You are no longer signed in. Sign in and try again." };

/** Makes a personal token. Fields: name, days. */
export async function makeToken(_previous: TokenResult | null, form: FormData): Promise<TokenResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  const parsed = newTokenSchema.safeParse({ name: form.get("name"), days: form.get("days") });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  try {
    await spend("token write", user.id);
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  const { token, hash } = newApiToken();
  const made = await mutations.createToken(user.id, parsed.data, hash, now(), await currentRequestId());
  return made ? { status: "made", token } : { status: "refused", reason: `You have ${TOKENS_AT_MOST} tokens, which is as many as there may be. Revoke one first.` };
}

/** Ends a token. Field: id. */
export async function revokeToken(_previous: TokenResult | null, form: FormData): Promise<TokenResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  const id = tokenIdSchema.safeParse(form.get("id"));
  const revoked = id.success && (await mutations.revokeToken(user.id, id.data, now(), await currentRequestId()));
  return revoked ? { status: "revoked" } : { status: "refused", reason: "This token is gone already." };
}
