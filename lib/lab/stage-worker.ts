// The worker of a stepper. It keeps what it recorded, and answers with one step at a time.
import { disassemble, record } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import { lookAt, runOf } from "./stage-run.ts";
import type { StageReply, StageRequest } from "./stage-messages.ts";
import type { Recording } from "../engine/index.ts";

let recordings: readonly Recording[] = [];
/** Recordings by instruction of single steps, by "run:step". */
const zoomed = new Map<string, Recording>();

function instructionsOf(run: number, step: number): Recording {
  const key = `${run}:${step}`;
  const known = zoomed.get(key);
  if (known !== undefined) return known;
  const { source, version, mode } = recordings[run];
  const made = record(source, { version, mode, instructionsOf: step });
  zoomed.set(key, made);
  return made;
}

function answer(request: StageRequest): StageReply {
  switch (request.kind) {
    case "record":
      zoomed.clear();
      recordings = request.programs.map(({ source, version, mode }) => record(source, { version, mode }));
      return { kind: "recorded", runs: recordings.map((recording, run) => runOf(recording, request.programs[run])) };
    case "look": {
      const { run, step, instruction } = request;
      const from = instruction === null ? recordings[run] : instructionsOf(run, step);
      return { kind: "looked", look: { ...lookAt(from, instruction ?? step), run, index: step, instruction } };
    }
    case "zoom":
      return { kind: "zoomed", sentences: runOf(instructionsOf(request.run, request.step), recordings[request.run]).steps.map(({ sentence }) => sentence) };
    case "list": {
      const { source, version } = recordings[request.run];
      const listing = disassemble(source, { version });
      return { kind: "listed", text: listing.status === "listed" ? listing.text : listing.status === "failed" ? `${listing.problem.type}: ${listing.problem.message}` : listing.message };
    }
  }
}

serveEngine(answer);
