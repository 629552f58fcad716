import { useState } from "react";
import { choicesIn, verdictOn } from "../../lib/lab/choices.ts";
import type { Direction } from "../../lib/lab/step-navigation.ts";
import type { Stepper } from "./use-stepper.ts";

/** Predict mode: a step on is shown only when the reader has said what it will change, or gives up. */
export function usePrediction(stepper: Stepper) {
  const [on, setOn] = useState(false);
  const [asking, setAsking] = useState(false);
  const [verdict, setVerdict] = useState("");
  const go = (step: number): void => {
    setVerdict("");
    if (on && step === stepper.at + 1 && step <= stepper.last) return setAsking(true);
    setAsking(false);
    stepper.go(step);
  };
  const next = stepper.at + 1;
  const show = (said: string): void => {
    setAsking(false);
    setVerdict(said);
    stepper.go(next);
  };
  const predict = (touch: string | null): void => {
    const look = stepper.looks[0];
    const { names, objects } = look === undefined ? { names: [], objects: [] } : choicesIn(look.drawing);
    show(verdictOn(touch, stepper.runs[0]?.steps[next]?.touched ?? [], [...names, ...objects]));
  };
  const toggle = (): void => {
    setOn(!on);
    setAsking(false);
    setVerdict("");
  };
  return { on, asking: asking && stepper.instructions === null, verdict, predict, show: () => show(""), toggle, stepper: { ...stepper, go, move: (direction: Direction) => (stepper.instructions === null ? go(stepper.at + direction) : stepper.move(direction)) } };
}
