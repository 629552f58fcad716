"use client";
import { useCallback, useEffect, useState } from "react";
import type { Stage } from "../../lib/lab/stage-client.ts";
import type { Look, StageRun } from "../../lib/lab/stage-messages.ts";
import { byChange, byLine, type Direction, ofLine } from "../../lib/lab/step-navigation.ts";

/** Where a stepper stands: at a step, or at one of the instructions from it to the next. */
interface Position {
  readonly step: number;
  readonly instruction: number | null;
}

/** One run, looked at a step at a time. */
export interface Stepper {
  readonly run: StageRun;
  readonly at: number;
  readonly last: number;
  /** Null: by line. */
  readonly instructions: { readonly at: number; readonly sentences: readonly string[] } | null;
  /** The step as it was drawn last; a moment behind `at`. */
  readonly look: Look | null;
  /** What happened in the step, in one sentence. */
  readonly sentence: string;
  /** A name or an object that was chosen (`touchOf`). */
  readonly selected: string | null;
  readonly select: (touch: string | null) => void;
  readonly go: (step: number) => void;
  /** A step on or back; by instruction, one of those. */
  readonly move: (direction: Direction) => void;
  readonly byLine: (direction: Direction) => void;
  /** To the next change of what is selected, or of anything. */
  readonly byChange: (direction: Direction) => void;
  /** To when a line runs next; false when it never does. */
  readonly toLine: (line: number) => boolean;
  /** Into the instructions of this step, or back to lines. */
  readonly zoom: () => void;
}

/** Looks at one of the runs on a stage, from a step on. A new run begins at `start`. */
export function useStepper(stage: Stage, run: StageRun, place: number, start: number): Stepper {
  const last = Math.max(0, run.steps.length - 1);
  const [position, setPosition] = useState<Position>({ step: Math.min(start, last), instruction: null });
  const [sentences, setSentences] = useState<{ readonly step: number; readonly sentences: readonly string[] } | null>(null);
  const [look, setLook] = useState<Look | null>(null);
  const [selected, select] = useState<string | null>(null);
  const { step, instruction } = position;
  useEffect(() => {
    let wanted = true;
    void stage.ask({ kind: "look", run: place, step, instruction }).then((answer) => {
      if (wanted && answer?.kind === "looked") setLook(answer.look);
    });
    return () => {
      wanted = false;
    };
  }, [stage, place, step, instruction]);

  const go = useCallback((to: number) => setPosition({ step: Math.min(Math.max(to, 0), last), instruction: null }), [last]);
  const zoomed = instruction === null || sentences?.step !== step ? null : { at: instruction, sentences: sentences.sentences };
  const zoom = async (): Promise<void> => {
    if (instruction !== null) return setPosition({ step, instruction: null });
    const answer = await stage.ask({ kind: "zoom", run: place, step });
    if (answer?.kind !== "zoomed" || answer.sentences.length === 0) return;
    setSentences({ step, sentences: answer.sentences });
    setPosition({ step, instruction: 0 });
  };
  const move = (direction: Direction): void => {
    if (zoomed === null) return go(step + direction);
    const to = zoomed.at + direction;
    if (to >= 0 && to < zoomed.sentences.length) setPosition({ step, instruction: to });
    else go(direction === 1 ? step + 1 : step);
  };
  return {
    run, at: step, last, instructions: zoomed, look, selected, select, go, move,
    sentence: zoomed === null ? (run.steps[step]?.sentence ?? "") : (zoomed.sentences[zoomed.at] ?? ""),
    byLine: (direction) => go(byLine(run.steps, step, direction)),
    byChange: (direction) => {
      const to = byChange(run.steps, step, direction, selected);
      if (to !== null) go(to);
    },
    toLine: (line) => {
      const to = ofLine(run.steps, step, line);
      if (to !== null) go(to);
      return to !== null;
    },
    zoom: () => void zoom(),
  };
}
