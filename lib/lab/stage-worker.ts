// The worker of a stepper. It keeps what it recorded, and answers with one step at a time.
import { record } from "../engine/web.ts";
import { serveEngine } from "./engine-worker.ts";
import type { Recording, RecordOptions } from "../engine/index.ts";
import type { DrawingOptions } from "./drawing/drawing.ts";
import type { Plan } from "./drawing/plan.ts";
import { sentenceOf } from "./picture/sentence.ts";
import type { Look, StageProgram, StageReply, StageRequest } from "./stage-messages.ts";
import { lookAt, runOf, type Staged, staged } from "./stage-run.ts";

let programs: readonly StageProgram[] = [];
let recordings: readonly Recording[] = [];
/** The first one's recordings by instruction, by step. */
const zoomed = new Map<number, Recording>();
/** Ways in which a recording is kept drawn: those before are worked out again when they come back. */
const WAYS_AT_MOST = 4;
/** What was drawn of before, by recording and the way it is drawn. */
let drawn = new Map<Recording, Map<string, Staged>>();

const optionsOf = ({ version, mode, freeThreaded, cores }: StageProgram): RecordOptions => ({ version, mode, ...(freeThreaded ? { freeThreaded } : {}), ...(cores === undefined ? {} : { cores }) });

function instructionsOf(step: number): Recording {
  const known = zoomed.get(step);
  if (known !== undefined) return known;
  const [program] = programs;
  if (program === undefined) throw new RangeError("Nothing was recorded.");
  const made = record(program.source, { ...optionsOf(program), instructionsOf: step });
  zoomed.set(step, made);
  return made;
}

function stagedOnce(recording: Recording, options: DrawingOptions, base: Plan | null = null): Staged {
  const key = JSON.stringify(options);
  const ways = drawn.get(recording) ?? new Map<string, Staged>();
  drawn.set(recording, ways);
  const made = ways.get(key) ?? staged(recording, options, base);
  ways.delete(key);
  ways.set(key, made);
  const [oldest] = ways.keys();
  if (ways.size > WAYS_AT_MOST && oldest !== undefined) ways.delete(oldest);
  return made;
}

function looksAt({ step, instruction, options }: Extract<StageRequest, { readonly kind: "look" }>): Look[] {
  if (instruction === null) return recordings.map((recording) => lookAt(stagedOnce(recording, options), Math.min(step, recording.steps.length - 1)));
  const { plan } = stagedOnce(recordings[0], options);
  return [lookAt(stagedOnce(instructionsOf(step), options, plan), instruction)];
}

function answer(request: StageRequest): StageReply {
  switch (request.kind) {
    case "record":
      zoomed.clear();
      drawn = new Map();
      recordings = request.programs.map((program) => record(program.source, optionsOf(program)));
      programs = request.programs;
      return { kind: "recorded", runs: recordings.map((recording, run) => runOf(recording, request.programs[run])) };
    case "look":
      return { kind: "looked", looks: looksAt(request) };
    case "zoom": {
      const made = instructionsOf(request.step);
      return { kind: "zoomed", sentences: made.steps.map(({ index }) => sentenceOf(made, index)) };
    }
  }
}

serveEngine(answer);
