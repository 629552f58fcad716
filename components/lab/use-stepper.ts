"use client";
import { useCallback, useEffect, useState } from "react";
import type { Stage } from "../../lib/lab/stage-client.ts";
import type { DrawingOptions } from "../../lib/lab/drawing/drawing.ts";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { byChange, byLine, type Direction, ofLine } from "../../lib/lab/step-navigation.ts";

/** Where a stepper stands: at a step, or at one of the instructions from it to the next. */
interface Position {
  readonly step: number;
  readonly instruction: number | null;
}

/** Runs that are looked at a step at a time, side by side when there are two. */
export interface Stepper {
  readonly runs: readonly StageRun[];
  readonly at: number;
  readonly last: number;
  /** Null: by line. */
  readonly instructions: { readonly at: number; readonly sentences: readonly string[] } | null;
  /** The step of each run as it was drawn last; a moment behind `at`. Empty until the first has come. */
  readonly looks: readonly Look[];
  /** What happened in the step, for each run. */
  readonly sentences: readonly string[];
  readonly go: (step: number) => void;
  /** A step on or back; by instruction, one of those. */
  readonly move: (direction: Direction) => void;
  readonly byLine: (direction: Direction) => void;
  /** To the next change of a name or object (`touchOf`), or of anything; false when there is none. */
  readonly byChange: (direction: Direction, touch: string | null) => boolean;
  /** To when a line runs next; false when it never does. */
  readonly toLine: (line: number) => boolean;
  /** Into the instructions of this step, or back to lines. */
  readonly zoom: () => void;
}

const lastOf = (run: StageRun): number => Math.max(0, run.steps.length - 1);

const NOTHING: readonly number[] = [];

function useLooks(stage: Stage, { step, instruction }: Position, { compact, withoutCode = false, oneColumn = false, byChips, folds = null, opened = NOTHING }: DrawingOptions): readonly Look[] {
  const [looks, setLooks] = useState<readonly Look[]>([]);
  useEffect(() => {
    let wanted = true;
    void stage.ask({ kind: "look", step, instruction, options: { compact, withoutCode, oneColumn, byChips, folds, opened } }).then((answer) => {
      if (wanted && answer?.kind === "looked") setLooks(answer.looks);
    });
    return () => {
      wanted = false;
    };
  }, [stage, step, instruction, compact, withoutCode, oneColumn, byChips, folds, opened]);
  return looks;
}

/** Steps through what was recorded on a stage. The longest run leads; the others stay at their end. */
export function useStepper(stage: Stage, runs: readonly StageRun[], start: number, options: DrawingOptions): Stepper {
  const last = Math.max(...runs.map(lastOf));
  const [position, setPosition] = useState<Position>({ step: Math.min(start, last), instruction: null });
  const [zoomed, setZoomed] = useState<{ readonly step: number; readonly sentences: readonly string[] } | null>(null);
  const looks = useLooks(stage, position, options);
  const { step, instruction } = position;
  const steps = runs.find((run) => lastOf(run) === last)?.steps ?? [];
  const go = useCallback((to: number) => setPosition({ step: Math.min(Math.max(to, 0), last), instruction: null }), [last]);
  const instructions = instruction === null || zoomed?.step !== step ? null : { at: instruction, sentences: zoomed.sentences };
  const zoom = async (): Promise<void> => {
    if (instruction !== null) return setPosition({ step, instruction: null });
    const answer = await stage.ask({ kind: "zoom", step });
    if (answer?.kind !== "zoomed" || answer.sentences.length === 0) return;
    setZoomed({ step, sentences: answer.sentences });
    setPosition({ step, instruction: 0 });
  };
  const goTo = (to: number | null): boolean => {
    if (to !== null) go(to);
    return to !== null;
  };
  return {
    runs, at: step, last, instructions, looks, go,
    sentences: instructions === null ? runs.map((run) => run.steps[Math.min(step, lastOf(run))]?.sentence ?? "") : [instructions.sentences[instructions.at] ?? ""],
    move: (direction) => {
      if (instructions === null) return go(step + direction);
      const to = instructions.at + direction;
      if (to >= 0 && to < instructions.sentences.length) setPosition({ step, instruction: to });
      else go(direction === 1 ? step + 1 : step);
    },
    byLine: (direction) => go(byLine(steps, step, direction)),
    byChange: (direction, touch) => goTo(byChange(steps, step, direction, touch)),
    toLine: (line) => goTo(ofLine(steps, step, line)),
    zoom: () => void zoom(),
  };
}
