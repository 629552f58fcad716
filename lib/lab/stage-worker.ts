// The worker of a stepper. It keeps what it recorded, and answers with one step at a time.
import { disassemble, record } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import { lookAt, runOf, sentenceOf } from "./stage-run.ts";
import type { StageReply, StageRequest } from "./stage-messages.ts";
import type { Recording } from "../engine/index.ts";

let recordings: readonly Recording[] = [];
/** The first one's recordings by instruction, by step. */
const zoomed = new Map<number, Recording>();

function instructionsOf(step: number): Recording {
  const known = zoomed.get(step);
  if (known !== undefined) return known;
  const [{ source, version, mode }] = recordings;
  const made = record(source, { version, mode, instructionsOf: step });
  zoomed.set(step, made);
  return made;
}

function answer(request: StageRequest): StageReply {
  switch (request.kind) {
    case "record":
      zoomed.clear();
      recordings = request.programs.map(({ source, version, mode }) => record(source, { version, mode }));
      return { kind: "recorded", runs: recordings.map((recording, run) => runOf(recording, request.programs[run])) };
    case "look": {
      const { step, instruction } = request;
      if (instruction !== null) return { kind: "looked", looks: [lookAt(instructionsOf(step), instruction)] };
      return { kind: "looked", looks: recordings.map((recording) => lookAt(recording, Math.min(step, recording.steps.length - 1))) };
    }
    case "zoom":
      return { kind: "zoomed", sentences: instructionsOf(request.step).steps.map(sentenceOf) };
    case "list": {
      const { source, version } = recordings[request.run];
      const listing = disassemble(source, { version });
      return { kind: "listed", text: listing.status === "listed" ? listing.text : listing.status === "failed" ? `${listing.problem.type}: ${listing.problem.message}` : listing.message };
    }
  }
}

serveEngine(answer);
