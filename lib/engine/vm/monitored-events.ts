import type { Profile } from "../profiles/types.ts";

/** Events by the names of `sys.monitoring.events`. */
export type MonitoredEvent =
  | "PY_START" | "PY_RESUME" | "PY_RETURN" | "PY_YIELD" | "CALL" | "LINE" | "INSTRUCTION" | "JUMP" | "BRANCH" | "BRANCH_LEFT" | "BRANCH_RIGHT"
  | "STOP_ITERATION" | "RAISE" | "EXCEPTION_HANDLED" | "PY_UNWIND" | "PY_THROW" | "RERAISE" | "C_RETURN" | "C_RAISE";

/** In the order of their bits; the first ones belong to an instruction (Include/cpython/monitoring.h). */
const LOCAL_BEFORE = ["PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP"] as const;
const GLOBAL = ["RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE"] as const;

/** Events of a version in the order of their bits. */
export function eventsOf(profile: Profile): readonly MonitoredEvent[] {
  return profile.monitoring?.splitsBranches
    ? [...LOCAL_BEFORE, "BRANCH_LEFT", "BRANCH_RIGHT", "STOP_ITERATION", ...GLOBAL, "BRANCH"]
    : [...LOCAL_BEFORE, "BRANCH", "STOP_ITERATION", ...GLOBAL];
}

/** The bit of an event, and whether it can be had for one code object and be disabled at one place. */
export function eventOrder(profile: Profile, event: MonitoredEvent): { readonly index: number; readonly isLocal: boolean } {
  const isGlobal = (GLOBAL as readonly string[]).includes(event);
  const isMovable = profile.monitoring?.localExceptions === true && !["C_RETURN", "C_RAISE"].includes(event);
  return { index: eventsOf(profile).indexOf(event), isLocal: !isGlobal || isMovable };
}
