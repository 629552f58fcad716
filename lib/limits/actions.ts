// The request-facing half of mutations.ts: it reads the clock and refuses in words.
import "server-only";
import { now } from "../clock.ts";
import { AppError } from "../errors.ts";
import type { LimitName } from "./limits.ts";
import { count } from "./mutations.ts";

/** Counts one deed; throws AppError "too-many", with the time to wait, when there were too many. */
export async function spend(name: LimitName, subject: string): Promise<void> {
  const decision = await count(name, subject, now());
  if (decision.allowed) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(decision.retryAfterMs / 1_000));
  throw new AppError("too-many", `That was too often. Try again in ${waitOf(retryAfterSeconds)}; nothing is lost.`, { retryAfterSeconds });
}

function waitOf(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
