import { KILL_AFTER_MS, LOAD_WITHIN_MS, type LabReply, type LabRequest } from "./messages.ts";
import { watchWorker } from "./watched-worker.ts";

/** The worker's answer, or why there is none. `superseded`: a newer request took the worker. */
export type LabOutcome = Exclude<LabReply, { readonly kind: "ready" }> | { readonly kind: "timeout" } | { readonly kind: "unavailable" } | { readonly kind: "superseded" };

const lab = watchWorker<LabRequest, Exclude<LabReply, { readonly kind: "ready" }>>(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
  { loadMs: LOAD_WITHIN_MS, answerMs: KILL_AFTER_MS },
);

/** Loads the engine ahead of its first use. */
export const warmUp = lab.warmUp;

/**
 * Asks the worker. Never rejects. The watchdog starts when the engine is loaded; a program that outlasts it loses its
 * worker, and the next request gets a fresh one.
 */
export async function ask(request: LabRequest): Promise<LabOutcome> {
  const outcome = await lab.ask(request);
  if (outcome.kind === "answered") return outcome.reply;
  return outcome.kind === "broken" ? { kind: "fault", message: outcome.message } : outcome;
}

/** A sentence for an answer that is not a result. */
export function troubleOf(outcome: Exclude<LabOutcome, { readonly kind: "ran" | "proven" }>): string {
  switch (outcome.kind) {
    case "timeout":
      return `Stopped after ${KILL_AFTER_MS / 1000} seconds: the program had not ended.`;
    case "unavailable":
      return "The engine could not be loaded. Check the connection and run it again; everything else here works without it.";
    case "superseded":
      return "Replaced by a newer run.";
    case "fault":
      return `The engine failed, which is our fault and not the program's: ${outcome.message}`;
  }
}
