import type { Change, Recording, Step } from "../engine/index.ts";
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

export const sentenceOf = (step: Step): string => `${step.kind} ${step.ran?.line ?? ""}`;

const lineOf = (step: Step): StepLine => ({
  kind: step.kind,
  ran: step.ran?.line ?? null,
  next: step.next?.line ?? null,
  sentence: sentenceOf(step),
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

/** A recorded run as the page holds it. */
export function runOf(recording: Recording, program: StageProgram): StageRun {
  return { program, result: recording.result, steps: recording.steps.map(lineOf), ticks: ticksOf(recording), cut: recording.cut };
}

/** One step of it, with the code that runs. */
export function lookAt(recording: Recording, index: number): Look {
  const step = recording.steps[index];
  if (step === undefined) throw new RangeError(`The recording has no step ${index}.`);
  const frame = step.snapshot.frames.find(({ id }) => id === step.next?.frame) ?? null;
  const code = frame === null ? undefined : recording.codes[frame.code];
  return { step, sentence: sentenceOf(step), code: code ?? null, current: frame === null || code === undefined ? null : frame.instruction };
}
