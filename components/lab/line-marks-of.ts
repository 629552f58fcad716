import type { Look } from "../../lib/lab/stage-messages.ts";
import type { LineMarks } from "./line-marks.ts";

/** The lines that a program's text marks at a step. */
export function marksOf(look: Look | null): LineMarks {
  return { ran: look?.step.ran?.line ?? null, next: look?.step.next?.line ?? null };
}
