import type { Mode } from "../cards/fence.ts";
import type { Version } from "../cards/versions.ts";
import type { Recording } from "../engine/index.ts";

/** A program to record, or the instructions of one step of its recording by line. One request at a time: a new one ends the one before. */
export interface RecordingRequest {
  readonly source: string;
  readonly version: Version;
  readonly mode: Mode;
  readonly instructionsOf?: number;
}

/** `ready` comes once, when the worker can take requests. `fault` is an error of the engine, not of the program. */
export type RecordingReply =
  | { readonly kind: "ready" }
  | { readonly kind: "recorded"; readonly recording: Recording }
  | { readonly kind: "fault"; readonly message: string };
