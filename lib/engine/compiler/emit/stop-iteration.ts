import type { Emitter } from "./emitter.ts";
import { NO_LOCATION } from "./unit.ts";

const STOPITERATION_ERROR = 3;

/** Ends a generator's code: a StopIteration that escapes from the instruction `from` on becomes a RuntimeError (PEP 479). */
export function wrapInStopIterationHandler(c: Emitter, from = 0): void {
  const handler = c.label();
  const { unit } = c;
  // All labels are behind the set-up, so every label moves by one.
  unit.instructions.splice(from, 0, { op: "SETUP_CLEANUP", arg: 0, target: handler, span: NO_LOCATION });
  for (const label of new Set(unit.placed)) label.position++;
  c.loadNone(NO_LOCATION);
  c.op(NO_LOCATION, "RETURN_VALUE");
  c.place(handler);
  c.op(NO_LOCATION, "CALL_INTRINSIC_1", STOPITERATION_ERROR);
  c.op(NO_LOCATION, "RERAISE", 1);
}
