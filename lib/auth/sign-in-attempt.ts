import { createHash } from "node:crypto";
import { note } from "../audit/mutations.ts";
import { now } from "../clock.ts";
import type { HeaderReader } from "../http/client-address.ts";
import { networkOfHeaders, requestIdOf } from "../http/loaders.ts";
import { attemptFailed, attemptSucceeded, count, openAttempt, purgeNowAndThen } from "../limits/mutations.ts";
import { waitError } from "./sign-in-wait.ts";

/** A try to sign in that may look at the password. One of the two must be called at its end. */
export interface SignInAttempt {
  /** `userId` is null for an unknown address. */
  failed(userId: string | null): Promise<void>;
  succeeded(userId: string): Promise<void>;
}

/**
 * Opens a try to sign in to the account of a normalised address. Throws an Error, whose message sign-in-wait.ts reads,
 * while the account or the network has to wait; that is so for addresses without an account as well.
 */
export async function beginSignIn(email: string, headers: HeaderReader): Promise<SignInAttempt> {
  const at = now();
  const requestId = requestIdOf(headers);
  const attempt = { account: createHash("sha256").update(email).digest("hex"), network: networkOfHeaders(headers) };
  const wait = await openAttempt(attempt, at);
  if (wait > 0) throw waitError(wait);
  for (const [name, subject] of [["sign-in per account", attempt.account], ["sign-in per network", attempt.network]] as const) {
    const decision = await count(name, subject, at, requestId);
    if (!decision.allowed) throw waitError(decision.retryAfterMs);
  }
  await purgeNowAndThen(at);
  return {
    async failed(userId) {
      await attemptFailed(attempt, now());
      await note({ name: "authn_login_fail", actorId: null, target: userId && `user:${userId}`, detail: {} }, now(), requestId);
    },
    async succeeded(userId) {
      await attemptSucceeded(attempt);
      await note({ name: "authn_login_success", actorId: userId, target: null, detail: {} }, now(), requestId);
    },
  };
}
