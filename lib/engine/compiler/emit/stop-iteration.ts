import type { Emitter } from "./emitter.ts";
import { NO_LOCATION } from "./unit.ts";

const STOPITERATION_ERROR = 3;

/** Ends a generator's code: a StopIteration that escapes becomes a RuntimeError (PEP 479). */
export function wrapInStopIterationHandler(c: Emitter): void {
  const handler = c.label();
  const { unit } = c;
  // The set-up goes before everything, so every label moves by one.
  unit.instructions.unshift({ op: "SETUP_CLEANUP", arg: 0, target: handler, span: NO_LOCATION });
  const moved = new Set(unit.instructions.flatMap(({ target }) => (target === null || target === handler ? [] : [target])));
  for (const label of moved) label.position++;
  c.loadNone(NO_LOCATION);
  c.op(NO_LOCATION, "RETURN_VALUE");
  c.place(handler);
  c.op(NO_LOCATION, "CALL_INTRINSIC_1", STOPITERATION_ERROR);
  c.op(NO_LOCATION, "RERAISE", 1);
}
