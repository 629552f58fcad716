// The request-facing half of mutations.ts: it reads the clock and refuses in words.
import "server-only";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import { currentRequestId } from "../http/loaders.ts";
import type { LimitName } from "./limits.ts";
import { count } from "./mutations.ts";
import { waitInWords, wholeSeconds } from "./words.ts";

/** Counts one deed; throws AppError "too-many", with the time to wait, when there were too many. */
export async function spend(name: LimitName, subject: string): Promise<void> {
  const decision = await count(name, subject, now(), await currentRequestId());
  if (decision.allowed) return;
  const retryAfterSeconds = wholeSeconds(decision.retryAfterMs);
  throw new AppError("too-many", `That was too often. Try again in ${waitInWords(retryAfterSeconds)}; nothing is lost.`, { retryAfterSeconds });
}
