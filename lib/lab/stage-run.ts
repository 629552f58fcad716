import type { Change, Recording, RunResult, Step } from "../engine/index.ts";
import type { DrawingOptions } from "./drawing/drawing.ts";
import { drawStep, type Pointers } from "./drawing/draw.ts";
import { lanesBySteps, lanesByTime } from "./drawing/lanes.ts";
import { type Plan, planOf, type Sights } from "./drawing/plan.ts";
import { waitGraphOf } from "./drawing/wait-graph.ts";
import { attributePaths, STOP_SIGNS } from "./picture/attribute-path.ts";
import { markOf } from "./picture/comparison.ts";
import { identityChecks } from "./picture/identity-check.ts";
import { sentenceOf } from "./picture/sentence.ts";
import { twinOf } from "./picture/twin.ts";
import { type Look, type StageProgram, type StageRun, type StepLine, type Tick, touchOf } from "./stage-messages.ts";

function touchesOf(change: Change): string[] {
  switch (change.kind) {
    case "object":
    case "gone":
      return [touchOf.object(change.object.chip)];
    case "count":
      return [touchOf.object(change.chip)];
    case "contents":
      return [touchOf.object(change.after.chip)];
    case "binding":
      return [change.frame === null ? touchOf.name(change.after.name) : touchOf.slot(change.frame, change.slot ?? change.after.name)];
    default:
      return [];
  }
}

const lineOf = (recording: Recording, step: Step): StepLine => ({
  kind: step.kind,
  clock: step.clock,
  ran: step.ran?.line ?? null,
  next: step.next?.line ?? null,
  sentence: sentenceOf(recording, step.index),
  mark: markOf(recording, step.index),
  touched: [...new Set(step.changes.flatMap(touchesOf))],
});

/** What is marked under the slider: at most one sign of a kind at a step. */
function ticksOf({ steps }: Recording): Tick[] {
  return steps.flatMap(({ index, kind, thread, changes }): Tick[] => {
    const before = steps[index - 1];
    const is: Record<Tick["kind"], boolean> = {
      output: changes.some((change) => change.kind === "output"),
      exception: kind === "raise",
      freed: changes.some((change) => change.kind === "gone" && change.freed && change.object.shape.kind !== "scalar"),
      switch: before !== undefined && before.thread !== thread,
    };
    return (Object.keys(is) as Tick["kind"][]).filter((one) => is[one]).map((one) => ({ kind: one, step: index }));
  });
}

function lanesOf(recording: Recording): StageRun["lanes"] {
  const [bySteps, byTime] = [lanesBySteps(recording), lanesByTime(recording)];
  if (bySteps === null && byTime === null) return null;
  return { bySteps, byTime, toScale: byTime?.isSqueezed ? lanesByTime(recording, false) : null };
}

/** The result without the lanes, which the page gets as they are drawn: there may be many. */
function withoutLanes(result: RunResult): RunResult {
  return result.concurrency === undefined ? result : { ...result, concurrency: { ...result.concurrency, lanes: [] } };
}

/** A recorded run as the page holds it. */
export function runOf(recording: Recording, program: StageProgram): StageRun {
  return { program, result: withoutLanes(recording.result), lanes: lanesOf(recording), steps: recording.steps.map((step) => lineOf(recording, step)), ticks: ticksOf(recording), notes: Math.max(0, ...recording.steps.map((step) => attributePaths(recording, step).length + identityChecks(recording, step.index).length)), cut: recording.cut };
}

/** A recording with the places of what is drawn of it. */
export interface Staged {
  readonly recording: Recording;
  readonly sights: Sights;
  readonly plan: Plan;
}

/** Decides on the places; `base`: the same run by line, whose places hold. */
export function staged(recording: Recording, options: DrawingOptions, base: Plan | null = null): Staged {
  return { recording, ...planOf(recording, options, base) };
}

/** What was compared, and the longest way of an attribute that is looked up next. */
function pointersOf(recording: Recording, step: Step): Pointers {
  const [path] = attributePaths(recording, step).toSorted((a, b) => b.stops.length - a.stops.length);
  return {
    compared: identityChecks(recording, step.index).flatMap(({ left, right }) => [left, right]),
    stops: new Map((path?.stops ?? []).flatMap(({ chip, outcome }, place) => (chip === null ? [] : [[chip, `${place + 1} ${STOP_SIGNS[outcome]}`] as const]))),
  };
}

/** One step of it, with the code that runs. */
export function lookAt({ recording, plan, sights }: Staged, index: number): Look {
  const step = recording.steps[index];
  if (step === undefined) throw new RangeError(`The recording has no step ${index}.`);
  const frame = step.snapshot.frames.find(({ id }) => id === step.next?.frame) ?? null;
  const code = frame === null ? undefined : recording.codes[frame.code];
  const { ran, next, clock, snapshot } = step;
  return { step: { index, ran, next, clock, output: snapshot.output }, drawing: drawStep(plan, sights, step, pointersOf(recording, step)), twin: twinOf(recording, index), code: code ?? null, current: frame === null || code === undefined ? null : frame.instruction, waits: waitGraphOf(step.snapshot) };
}
