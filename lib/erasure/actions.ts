"use server";
import { headers } from "next/headers";
import { findPasswordHash } from "../auth/data.ts";
import { currentUser } from "../auth/loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../auth/origin.ts";
import { verifyPassword } from "../auth/password.ts";
import type { CurrentUser } from "../auth/user.ts";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { currentRequestId } from "../http/loaders.ts";
import { spend } from "../limits/actions.ts";
import * as mutations from "./mutations.ts";
import { eraseSchema } from "./schema.ts";

/** What became of asking for the deletion, or of calling it off. `asked`: every session has ended, this one too. */
export type ErasureResult = { readonly status: "asked" | "kept" } | { readonly status: "refused"; readonly reason: string };

const SIGNED_OUT: ErasureResult = { status: "refused", reason: "You are no longer signed in. Sign in and try again." };

/** Asks for the deletion of the user's account. Fields: password, or the account's address where there is no password. */
export async function askErasure(_previous: ErasureResult | null, form: FormData): Promise<ErasureResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  const parsed = eraseSchema.safeParse({ proof: form.get("proof") });
  if (!parsed.success) return { status: "refused", reason: proofMissing(user) };
  try {
    await spend("sign-in per account", user.id);
  } catch (error) {
    if (error instanceof AppError) return { status: "refused", reason: error.message };
    throw error;
  }
  if (!(await isOwner(user, parsed.data.proof))) return { status: "refused", reason: proofMissing(user) };
  const asked = await mutations.askErasure(user.id, now(), await currentRequestId());
  return asked.status === "asked" ? { status: "asked" } : { status: "refused", reason: "You are the only admin. Make somebody else admin first; nothing was changed." };
}

const proofMissing = ({ hasPassword }: CurrentUser): string => (hasPassword ? "This is not your password. Nothing was changed." : "This is not the address of your account. Nothing was changed.");

async function isOwner(user: CurrentUser, proof: string): Promise<boolean> {
  return user.hasPassword ? verifyPassword(proof, await findPasswordHash(user.id)) : proof.trim().toLowerCase() === user.email.toLowerCase();
}

/** Calls the deletion of the user's account off. */
export async function keepAccount(_previous: ErasureResult | null, _form: FormData): Promise<ErasureResult> {
  if (!isSameOrigin(await headers())) return { status: "refused", reason: FORM_FROM_ELSEWHERE };
  const user = await currentUser();
  if (user === null) return SIGNED_OUT;
  await mutations.cancelErasure(user.id, now(), await currentRequestId());
  return { status: "kept" };
}
