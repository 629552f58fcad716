import type { PyObject } from "../core/object.ts";
import { PyDict } from "../types/dict.ts";
import type { Frame } from "../types/frame.ts";
import { PyList } from "../types/list.ts";
import { PyTuple } from "../types/tuple.ts";

/** What is called as the stack shows it: a method may lie there in two parts, or as one object. */
export interface Called {
  readonly callable: PyObject;
  readonly first: PyObject | null;
  readonly parts: "one" | "two" | "spread";
}

/** How the calling instructions of all versions lay out what they call. */
const LAYOUTS: Readonly<Record<string, (frame: Frame, arg: number) => Called>> = {
  CALL_FUNCTION: (frame, arg) => alone(frame, arg, 0),
  CALL_FUNCTION_KW: (frame, arg) => alone(frame, arg, 1),
  CALL_METHOD: (frame, arg) => besideSelf(frame, arg, 0),
  CALL: (frame, arg) => besideSelf(frame, arg, 0),
  CALL_KW: (frame, arg) => besideSelf(frame, arg, 1),
  CALL_FUNCTION_EX: spread,
};

/** What an instruction is about to call, borrowed; null for one that calls nothing. */
export function called(frame: Frame, op: string, arg: number): Called | null {
  return LAYOUTS[op]?.(frame, arg) ?? null;
}

function alone(frame: Frame, count: number, above: number): Called {
  const base = frame.sp - count - 1 - above;
  return { callable: frame.slots[base] as PyObject, first: count > 0 ? frame.slots[base + 1] : null, parts: "one" };
}

function besideSelf(frame: Frame, count: number, above: number): Called {
  const base = frame.sp - count - 2 - above;
  const [low, high] = [frame.slots[base], frame.slots[base + 1]];
  const first = count > 0 ? frame.slots[base + 2] : null;
  if (low && high) return { callable: low, first: high, parts: "two" };
  return { callable: (low ?? high) as PyObject, first, parts: "one" };
}

function spread(frame: Frame): Called {
  const top = frame.slots[frame.sp - 1];
  const at = top === null || top instanceof PyDict ? 2 : 1;
  const args = frame.slots[frame.sp - at];
  const callable = frame.slots[frame.sp - at - 1] ?? (frame.slots[frame.sp - at - 2] as PyObject);
  return { callable, first: args instanceof PyTuple || args instanceof PyList ? (args.items[0] ?? null) : null, parts: "spread" };
}
