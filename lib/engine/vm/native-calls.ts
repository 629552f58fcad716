import { type PyObject, release, retain } from "../core/object.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import { PyMethodDescriptor } from "../types/descriptors.ts";
import type { Frame } from "../types/frame.ts";
import { called, type Called } from "./called.ts";
import type { Machine } from "./machine.ts";

/** What the calls of built-in functions are told as to a profile function. */
export type NativeCallEvent = "c_call" | "c_return" | "c_exception";

/**
 * Which built-in function each frame is in, for `sys.setprofile` (C_TRACE in Python/ceval.c, from 3.12
 * sys_profile_call_or_return in Python/legacy_tracing.c). A call has returned when its frame comes to another instruction.
 */
export class NativeCalls {
  /** Owned. */
  private readonly running = new Map<Frame, PyObject>();
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
  }

  /** The built-in function that an instruction of a frame calls, from now on the one that the frame is in; null if it calls none. */
  peekEntered(frame: Frame, at: number): PyObject | null {
    const instr = frame.code.spec.code[at];
    const what = called(frame, instr.op, instr.arg);
    const callable = what && this.nativeOf(what);
    if (callable) this.running.set(frame, callable);
    return callable;
  }

  /** The built-in function that a frame was in. Owned. */
  takeLeft(frame: Frame): PyObject | null {
    const callable = this.running.get(frame) ?? null;
    this.running.delete(frame);
    return callable;
  }

  /** A method is shown bound to its object. Owned. */
  private nativeOf({ callable, first }: Called): PyObject | null {
    if (callable instanceof PyBuiltinFunction) return retain(callable);
    if (!(callable instanceof PyMethodDescriptor) || !first) return null;
    return first.type.isSubtypeOf(callable.owner) ? (callable.type.slots.descrGet?.(this.vm, callable, first, first.type) ?? null) : null;
  }

  clear(): void {
    const callables = [...this.running.values()];
    this.running.clear();
    callables.forEach(release);
  }

  roots(visit: (object: PyObject) => void): void {
    for (const callable of this.running.values()) visit(callable);
  }
}
