import type { PyObject } from "../core/object.ts";
import type { KeywordNames } from "../core/slots.ts";
import type { Frame } from "../types/frame.ts";
import type { PyFunction } from "../types/function.ts";
import { frameFor } from "./calls.ts";
import { type Control, FRAME_CHANGED } from "./loop.ts";
import type { Machine } from "./machine.ts";

/** A hidden function that stands for something of the host's, borrowed: "name" is one of python/_steps.py, "module.name" one of another module. */
export function peekStandIn(vm: Machine, name: string): PyFunction {
  const dot = name.indexOf(".");
  return (dot < 0 ? vm.importer.peekName("_steps", name) : vm.importer.peekName(name.slice(0, dot), name.slice(dot + 1))) as PyFunction;
}

/** Enters such a function in place of a call or an instruction; the caller gives up what lies from `base` on when it returns. */
export function enterStandIn(vm: Machine, caller: Frame, name: string, args: readonly PyObject[], base: number, kwnames: KeywordNames): Control {
  const frame = frameFor(vm, peekStandIn(vm, name), args, kwnames);
  frame.owed = caller.sp - base;
  vm.pushFrame(frame);
  return FRAME_CHANGED;
}
