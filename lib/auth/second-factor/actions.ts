"use server";
import { headers } from "next/headers";
import { now } from "../../clock.ts";
import { env } from "../../env.ts";
import { AppError } from "../../errors.ts";
import { spend } from "../../limits/actions.ts";
import { findPasswordHash } from "../data.ts";
import { currentUser, pendingUser } from "../loaders.ts";
import { FORM_FROM_ELSEWHERE, isSameOrigin } from "../origin.ts";
import { verifyPassword } from "../password.ts";
import { problemsOf, type Problems } from "../schema.ts";
import { reissueSession } from "../session-cookie.ts";
import type { CurrentUser } from "../user.ts";
import { findFactor } from "./data.ts";
import * as mutations from "./mutations.ts";
import { drawQr, type QrDrawing } from "./qr.ts";
import { hashOfRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import { beginSchema, codeSchema, proofSchema } from "./schema.ts";
import { seal, unseal } from "./seal.ts";
import { keyUri, newSecret, stepOfCode } from "./totp.ts";
import { takeCode } from "./verify.ts";

type Refusal =
  | { readonly status: "invalid"; readonly problems: Problems }
  | { readonly status: "refused"; readonly reason: string }
  | { readonly status: "signed-out" };

export type BeginResult = Refusal | { readonly status: "begun"; readonly secret: string; readonly qr: QrDrawing };
/** `codes` are shown this once. */
export type CodesResult = Refusal | { readonly status: "codes"; readonly codes: readonly string[] };
export type DoneResult = Refusal | { readonly status: "done" };

const refused = (reason: string): Refusal => ({ status: "refused", reason });
const wrongCode: Refusal = { status: "invalid", problems: { code: "This is not a code that is valid now. Each code counts once: wait for the next one, and check the clock of your device." } };
const UNREADABLE = "The stored secret cannot be read: this server has a new NEXTAUTH_SECRET. Use a recovery code, or ask an admin to reset your second factor.";

/** Runs `work` for the user whose form this is, and turns a limit that was reached into words. */
async function forUser<Result>(work: (user: CurrentUser) => Promise<Result | Refusal>): Promise<Result | Refusal> {
  if (!isSameOrigin(await headers())) return refused(FORM_FROM_ELSEWHERE);
  const user = await currentUser();
  return user === null ? { status: "signed-out" } : withLimit(() => work(user));
}

async function withLimit<Result>(work: () => Promise<Result | Refusal>): Promise<Result | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
}

/** Tries in the settings and tries at signing in are counted apart: who has the password cannot use up those of who is signed in. */
const spendTry = (userId: string, at: "settings" | "sign-in" = "settings"): Promise<void> => spend("second factor", `${at}:${userId}`);

async function isPasswordOf(user: CurrentUser, typed: string): Promise<boolean> {
  const stored = await findPasswordHash(user.id);
  return stored !== null && verifyPassword(typed, stored);
}

/** Makes a secret to be confirmed by a first code. Field: password, for accounts that have one. */
export async function beginSecondFactor(_previous: BeginResult | null, form: FormData): Promise<BeginResult> {
  return forUser<BeginResult>(async (user) => {
    const parsed = beginSchema.safeParse({ password: form.get("password") });
    if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
    if (user.hasPassword) {
      await spendTry(user.id);
      if (!(await isPasswordOf(user, parsed.data.password ?? ""))) return { status: "invalid", problems: { password: "This is not your password." } };
    }
    const secret = newSecret();
    const begun = await mutations.beginFactor(user.id, seal(secret, user.id, env().NEXTAUTH_SECRET));
    if (!begun) return refused("Your account has a second factor already. Reload the page to see it.");
    return { status: "begun", secret, qr: drawQr(keyUri(secret, user.email)) };
  });
}

/** Switches the second factor on with a first code; this session has passed it. Field: code. */
export async function confirmSecondFactor(_previous: CodesResult | null, form: FormData): Promise<CodesResult> {
  return forUser<CodesResult>(async (user) => {
    const parsed = codeSchema.safeParse({ code: form.get("code") });
    if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
    await spendTry(user.id);
    const factor = await findFactor(user.id);
    if (factor === null || factor.since !== null) return refused("There is nothing to confirm. Reload the page and begin anew.");
    const secret = unseal(factor.sealed, user.id, env().NEXTAUTH_SECRET);
    if (secret === null) return refused("The secret that was begun can no longer be read. Reload the page and begin anew.");
    const instant = now();
    const step = stepOfCode(secret, parsed.data.code.replace(/\s/g, ""), instant, null);
    if (step === null) return wrongCode;
    const codes = newRecoveryCodes();
    if (!(await mutations.confirmFactor(user.id, factor.sealed, step, hashesOf(user, codes), instant))) return refused("This was begun anew elsewhere just now. Reload the page.");
    await reissueSession(() => ({ secondFactor: instant }));
    return { status: "codes", codes };
  });
}

const hashesOf = (user: CurrentUser, codes: readonly string[]): string[] => codes.map((code) => hashOfRecoveryCode(user.id, code));

/** Runs `work` if a code or the password was typed. What a code is cannot be a password: those are longer than six digits. */
async function withProof<Result>(form: FormData, work: (user: CurrentUser) => Promise<Result | Refusal>): Promise<Result | Refusal> {
  return forUser<Result>(async (user) => {
    const parsed = proofSchema.safeParse({ proof: form.get("proof") });
    if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
    await spendTry(user.id);
    const taken = await takeCode(user.id, parsed.data.proof, now());
    const proven = taken.status === "passed" || (await isPasswordOf(user, parsed.data.proof));
    if (proven) return work(user);
    return taken.status === "unreadable" && !user.hasPassword ? refused(UNREADABLE) : { status: "invalid", problems: { proof: user.hasPassword ? "This is neither a code that is valid now nor your password." : "This is not a code that is valid now." } };
  });
}

/** Makes the old recovery codes void and shows new ones. Field: proof. */
export async function renewRecoveryCodes(_previous: CodesResult | null, form: FormData): Promise<CodesResult> {
  return withProof<CodesResult>(form, async (user) => {
    const codes = newRecoveryCodes();
    const replaced = await mutations.replaceRecoveryCodes(user.id, hashesOf(user, codes), now());
    return replaced ? { status: "codes", codes } : refused("There is no second factor to have codes for. Reload the page.");
  });
}

/** Removes the second factor. Field: proof. */
export async function switchOffSecondFactor(_previous: DoneResult | null, form: FormData): Promise<DoneResult> {
  return withProof<DoneResult>(form, async (user) => {
    await mutations.removeFactor(user.id, user.id, now());
    await reissueSession(() => ({ secondFactor: null }));
    return { status: "done" };
  });
}

/** The second step of signing in: with the code the session counts from now on, under a new cookie. Field: code. */
export async function giveCode(_previous: DoneResult | null, form: FormData): Promise<DoneResult> {
  if (!isSameOrigin(await headers())) return refused(FORM_FROM_ELSEWHERE);
  const pending = await pendingUser();
  if (pending === null) return (await currentUser()) === null ? { status: "signed-out" } : { status: "done" };
  const parsed = codeSchema.safeParse({ code: form.get("code") });
  if (!parsed.success) return { status: "invalid", problems: problemsOf(parsed.error) };
  return withLimit<DoneResult>(async () => {
    await spendTry(pending.pendingId, "sign-in");
    const taken = await takeCode(pending.pendingId, parsed.data.code, now());
    if (taken.status === "unreadable") return refused(UNREADABLE);
    if (taken.status === "wrong") return wrongCode;
    await reissueSession(() => ({ secondFactor: taken.since }));
    return { status: "done" };
  });
}
