import type { PyObject } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { toFloat } from "../types/float.ts";
import { PyFloat } from "../types/float-object.ts";
import type { Machine } from "../vm/machine.ts";

/** threading.TIMEOUT_MAX, in seconds: what fits in 64 bits of nanoseconds. */
export const TIMEOUT_MAX = 9_223_372_036;

function secondsOf(rt: Runtime, value: PyObject): number {
  if (value instanceof PyFloat) return value.value;
  if (!value.type.slots.index) rt.raise("TypeError", `'${value.type.shownName}' object cannot be interpreted as an integer`);
  return toFloat(rt, value);
}

/**
 * When a wait with `blocking` and `timeout` ends: a time, null for never, or "now" for a call that must not wait
 * (lock_acquire_parse_args in Modules/_threadmodule.c).
 */
export function deadlineOf(rt: Runtime, blocking: PyObject | undefined, timeout: PyObject | undefined): number | null | "now" {
  const blocks = blocking === undefined || rt.truth(blocking);
  const seconds = timeout === undefined ? -1 : secondsOf(rt, timeout);
  if (Number.isNaN(seconds)) rt.raise("ValueError", "Invalid value NaN (not a number)");
  if (!blocks) return seconds === -1 ? "now" : rt.raise("ValueError", "can't specify a timeout for a non-blocking call");
  if (seconds === -1) return null;
  if (seconds < 0) rt.raise("ValueError", rt.profile.threads.negativeTimeoutText);
  if (seconds > TIMEOUT_MAX) rt.raise("OverflowError", seconds > 9.3e9 ? rt.profile.threads.timestampText : "timeout value is too large");
  return (rt as Machine).threads.now() + Math.ceil(seconds * 1e9);
}
