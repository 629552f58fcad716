import type { PyObject } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { Frame } from "../types/frame.ts";
import type { PyFunction } from "../types/function.ts";
import { frameFor } from "./calls.ts";
import { type Control, FRAME_CHANGED } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** Enters a function of python/_steps.py in place of a call or an instruction; the caller gives up what lies from `base` on when it returns. */
export function enterStandIn(vm: Machine, caller: Frame, name: string, args: readonly PyObject[], base: number, kwnames: KeywordNames): Control {
  const frame = frameFor(vm, vm.importer.peekName("_steps", name) as PyFunction, args, kwnames);
  frame.owed = caller.sp - base;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}
