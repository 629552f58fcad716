import type { KeyboardEvent } from "react";
import type { Stepper } from "./use-stepper.ts";

/** Where keys mean something else. */
const OTHERS = "select, textarea, [role='tab'], [contenteditable], input:not([type='range'])";

/**
 * What a key does while the focus is within the stepper: the slider's keys, and Shift for lines, Alt for changes. Undefined:
 * nothing of ours.
 */
export function deedOf(event: Pick<KeyboardEvent, "key" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey">, target: Pick<Element, "closest">, stepper: Stepper, selected: string | null, play: () => void): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || target.closest(OTHERS) !== null) return undefined;
  const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
  if (direction !== null) {
    if (event.altKey) return () => stepper.byChange(direction, selected);
    return () => (event.shiftKey ? stepper.byLine(direction) : stepper.move(direction));
  }
  if (event.altKey || event.shiftKey) return undefined;
  switch (event.key) {
    case "Home":
      return () => stepper.go(0);
    case "End":
      return () => stepper.go(stepper.last);
    case "PageUp":
      return () => stepper.go(stepper.at - 10);
    case "PageDown":
      return () => stepper.go(stepper.at + 10);
    case " ":
      return target.closest("button, a, summary") === null ? play : undefined;
    default:
      return undefined;
  }
}

/** For the list of keys that a page shows. */
export const STAGE_KEYS: readonly (readonly [keys: string, deed: string])[] = [
  ["← →", "a step back or on"],
  ["Shift ← →", "a line"],
  ["Alt ← →", "the next change of what is chosen, or of anything"],
  ["Page Up, Page Down", "ten steps"],
  ["Home, End", "the first step, the last"],
  ["Space", "play or pause"],
];
