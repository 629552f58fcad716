import { Lazy } from "../../lazy/lazy.ts";
import { instructionSetOf } from "../../profiles/instruction-sets/instruction-set-of.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Frame } from "../../types/frame.ts";
import type { PyObject } from "../../core/object.ts";
import type { Machine } from "../machine.ts";
import { tableUnwinding } from "./table.ts";

/** How a frame finds its handler for an exception. */
export interface Unwinding {
  /** Leaves the frame ready to run its handler, which takes the exception over; false where the frame has none. */
  enterHandler(vm: Machine, frame: Frame, exception: PyObject): boolean;
}

/** By the frame's stack of blocks. */
export const blockUnwinding = new Lazy<Unwinding>("versions");

export function unwindingOf(profile: Profile): Unwinding {
  return instructionSetOf(profile.compiler.instructionSet).recipes.unwind === "blocks" ? blockUnwinding.get() : tableUnwinding;
}
