// Decides whether something typed proves who holds the session, and uses it up.
import "server-only";
import { env } from "../../env.ts";
import { findFactor } from "./data.ts";
import { takeRecoveryCode, takeStep } from "./mutations.ts";
import { hashOfRecoveryCode, recoveryCodeOf } from "./recovery-codes.ts";
import { unseal } from "./seal.ts";
import { stepOfCode } from "./totp.ts";

/** Since when the account has the factor that was passed (a session keeps it as its claim), or why it was not. */
export type Passed = { readonly status: "passed"; readonly since: number } | { readonly status: "wrong" } | { readonly status: "unreadable" };

/**
 * Takes a code of the app or a recovery code, once. `unreadable`: the secret was stored under another NEXTAUTH_SECRET, so
 * only a recovery code helps. Who calls has counted the try.
 */
export async function takeCode(userId: string, typed: string, now: number): Promise<Passed> {
  const factor = await findFactor(userId);
  if (factor === null || factor.since === null) return { status: "wrong" };
  const passed: Passed = { status: "passed", since: factor.since };
  const recovery = recoveryCodeOf(typed);
  if (recovery !== null) return (await takeRecoveryCode(userId, hashOfRecoveryCode(userId, recovery), now)) ? passed : { status: "wrong" };
  const secret = unseal(factor.sealed, userId, env().NEXTAUTH_SECRET);
  if (secret === null) return { status: "unreadable" };
  const step = stepOfCode(secret, typed.replace(/\s/g, ""), now, factor.lastStep);
  return step !== null && (await takeStep(userId, factor.sealed, step)) ? passed : { status: "wrong" };
}
