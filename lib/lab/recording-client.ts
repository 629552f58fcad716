import { KILL_AFTER_MS, LOAD_WITHIN_MS } from "./messages.ts";
import type { RecordingReply, RecordingRequest } from "./recording-messages.ts";
import { watchWorker } from "./watched-worker.ts";

type Answer = Exclude<RecordingReply, { readonly kind: "ready" }>;

/** The recording, or why there is none. `superseded`: a newer request or Stop took the worker. */
export type RecordingOutcome = Answer | { readonly kind: "timeout" } | { readonly kind: "unavailable" } | { readonly kind: "superseded" };

const recorder = watchWorker<RecordingRequest, Answer>(
  () => new Worker(new URL("./recording-worker.ts", import.meta.url), { type: "module" }),
  { loadMs: LOAD_WITHIN_MS, answerMs: KILL_AFTER_MS },
);

/** Loads the engine ahead of its first use. */
export const warmUpRecorder = recorder.warmUp;

/** Stops what runs, at once: its request is answered as superseded. */
export const stopRecording = recorder.end;

/** Records a program in the worker. Never rejects. */
export async function recordInWorker(request: RecordingRequest): Promise<RecordingOutcome> {
  const outcome = await recorder.ask(request);
  if (outcome.kind === "answered") return outcome.reply;
  return outcome.kind === "broken" ? { kind: "fault", message: outcome.message } : outcome;
}
