// Records programs for the stepper. The page ends it when somebody presses Stop, or when a program does not end.
import { record } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import type { RecordingReply, RecordingRequest } from "./recording-messages.ts";

function answer({ source, version, mode, instructionsOf }: RecordingRequest): RecordingReply {
  return { kind: "recorded", recording: record(source, { version, mode, instructionsOf }) };
}

serveEngine(answer);
