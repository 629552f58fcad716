import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Runtime } from "../core/runtime.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import type { Frame } from "../types/frame.ts";
import { PyGenerator } from "../types/generator.ts";
import type { Machine } from "./machine.ts";

/*
 * The end of what a loop or a delegation goes through is no exception for the code, but those who watch are told of one
 * (Python/bytecodes.c: FOR_ITER, SEND, and the instrumented END_FOR and END_SEND).
 */

/** StopIteration carrying a return value; takes the reference over. */
export function stopIteration(vm: Machine, value: PyObject): Raise {
  if (value !== vm.none) return vm.makeRaise("StopIteration", [value]);
  release(value);
  return vm.makeRaise("StopIteration", []);
}

/** The next item for a loop, as `next` of the protocol gives it; tells of the StopIteration that an iterator ends with. */
export function heardNext(vm: Machine, iterator: PyObject, next: (rt: Runtime, iterator: PyObject) => PyObject | null): PyObject | null {
  const slot = iterator.type.slots.next;
  if (!slot) return next(vm, iterator);
  try {
    return slot(vm, iterator);
  } catch (error) {
    if (!vm.isGuestError(error, "StopIteration")) throw error;
    tellRaise(vm, vm.frame as Frame, error);
    release(error.exception);
    return null;
  }
}

/** What an iterator in a loop or a delegation has raised ends it, and is forgotten. */
export function tellRaise(vm: Machine, frame: Frame, raise: Raise): void {
  try {
    vm.tracer.exception(frame, raise);
    vm.monitoring?.tell("RAISE", frame.code, offsetAt(frame, frame.pc - 1), [raise.exception]);
  } catch (error) {
    release(raise.exception);
    throw error;
  }
}

/**
 * A generator that this frame has entered, by a loop or a delegation, comes to its end with this value, which is borrowed.
 * A loop that runs in the form for generators tells of it at its END_FOR, the instruction before `exit`, whatever the value is.
 */
export function generatorEnded(vm: Machine, frame: Frame, value: PyObject, exit: number, isLoop: boolean): void {
  if (!isLoop && instructionSetOf(vm.profile.compiler.instructionSet).recipes.delegation === "send-and-cleanup") return;
  const { monitoring } = vm;
  const isInline = isLoop && !vm.tracer.active && monitoring?.hasSpecialLoop(frame.code, frame.pc - 1) === true;
  if (!isInline && value === vm.none) return;
  const raise = stopIteration(vm, retain(value));
  vm.temp(raise.exception);
  vm.tracer.exception(frame, raise);
  if (isInline) monitoring?.tell("STOP_ITERATION", frame.code, offsetAt(frame, exit - 1), [raise.exception]);
  else monitoring?.tell("RAISE", frame.code, offsetAt(frame, frame.pc - 1), [raise.exception]);
}

/** A delegation is over: its value lies above what was delegated to. */
export function delegationEnded(vm: Machine, frame: Frame, receiver: PyObject): void {
  if (!(receiver instanceof PyGenerator) || receiver.type === vm.types.async_generator) return;
  const raise = stopIteration(vm, retain(frame.peek(1)));
  vm.temp(raise.exception);
  vm.tracer.exception(frame, raise);
  vm.monitoring?.tell("STOP_ITERATION", frame.code, offsetAt(frame, frame.pc - 1), [raise.exception]);
}

function offsetAt(frame: Frame, index: number): number {
  return frame.code.spec.code[index].offset;
}
