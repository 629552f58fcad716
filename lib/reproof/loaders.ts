import "server-only";
import { requireRole } from "../auth/loaders.ts";
import { now } from "../clock.ts";
import { readNewestRun } from "./data.ts";
import type { RunReport } from "./types.ts";

/** The newest run of all proofs with what it found, null before the first; and whether the user may begin one. For authors. */
export async function loadNewestRun(): Promise<{ readonly report: RunReport | null; readonly mayStart: boolean }> {
  const user = await requireRole("AUTHOR", "/studio/proofs");
  return { report: await readNewestRun(now()), mayStart: user.role === "ADMIN" };
}
