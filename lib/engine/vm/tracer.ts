import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Frame } from "../types/frame.ts";
import { frameObject } from "../types/frame-object.ts";
import { PyException } from "../types/exception.ts";
import type { Profile } from "../profiles/types.ts";
import type { Machine } from "./machine.ts";
import type { NativeCallEvent, NativeCalls } from "./native-calls.ts";
import { nativeCalls } from "./native-calls-of.ts";
import type { Observer } from "./observer.ts";
import type { ThreadState } from "./thread.ts";

export type TraceEvent = "call" | "line" | "return" | "exception" | "opcode" | NativeCallEvent;

/** Bits of RESUME's argument: 0 at the start of a function. */
const RESUME_KIND = 3;

/** The line that the next instruction begins, null when that is no event. */
const LINE_RULES: Readonly<Record<Profile["frames"]["lineEvents"], (frame: Frame) => number | null>> = {
  // Python/ceval.c, maybe_call_line_trace (up to 3.11): the line of the instruction before was another, or this is a jump back.
  "by-instruction": (frame) => {
    const { code } = frame.code.spec;
    const { pc, tracedAt } = frame;
    const line = code[pc].span?.line ?? null;
    const entry = code.findIndex(({ op }) => op === "RESUME");
    if (line === null || pc <= entry || code[pc].op === "RESUME") return null;
    const lastLine = tracedAt <= entry ? null : (code[tracedAt].span?.line ?? null);
    return line !== lastLine || (pc < tracedAt && code[pc].op !== "SEND") ? line : null;
  },
  // Python/instrumentation.c: where the code of a line begins.
  "by-line-start": (frame) => {
    const { code } = frame.code.spec;
    const { op, span } = code[frame.pc];
    const line = span?.line ?? null;
    if (line === null || op === "RESUME" || op === "END_FOR" || op === "POP_ITER") return null;
    const before = frame.tracedAt < 0 ? null : code[frame.tracedAt];
    const isStart = before?.op === "RESUME" && (before.arg & RESUME_KIND) === 0;
    return isStart || before?.op === "JUMP_BACKWARD" || before?.span?.line !== line ? line : null;
  },
};

/** `sys.settrace` and `sys.setprofile`: events of the running frames (Python/legacy_tracing.c). Costs nothing while off. */
export class Tracer {
  active = false;
  /** The thread's trace function, owned. */
  private function: PyObject | null = null;
  private profile: PyObject | null = null;
  /** The host's own (`trace` of a run, and recordings). */
  private observer: Observer | null = null;
  /** What a trace or profile function is being told of. */
  event: TraceEvent | null = null;
  /** The frame that it is told about. */
  told: Frame | null = null;
  /** Made for the first profile function. */
  private nativeCalls: NativeCalls | null = null;
  private readonly vm: Machine;

  constructor(vm: Machine) {
    this.vm = vm;
  }

  peekFunction(): PyObject | null {
    return this.function;
  }

  peekProfile(): PyObject | null {
    return this.profile;
  }

  /** Null switches tracing off. */
  setFunction(callable: PyObject | null): void {
    const old = this.function;
    this.function = callable ? retain(callable) : null;
    this.update();
    if (old) release(old);
  }

  setProfile(callable: PyObject | null): void {
    const old = this.profile;
    this.profile = callable ? retain(callable) : null;
    this.nativeCalls?.clear();
    if (callable) this.nativeCalls ??= nativeCalls.get().make(this.vm);
    this.update();
    if (old) release(old);
  }

  /** Lets the host watch, from the next instruction on; null ends that. */
  observe(observer: Observer | null): void {
    this.observer = observer;
    this.update();
  }

  private update(): void {
    const { active } = this;
    this.active = this.function !== null || this.profile !== null || this.observer !== null;
    // Frames that are in the middle of a line begin none when they go on.
    if (this.active && !active) for (let { frame } = this.vm; frame; frame = frame.back) frame.tracedAt = frame.lasti;
    this.vm.hearsStops = this.function !== null || this.vm.monitoring?.active === true;
    this.vm.updateNextCheck();
  }

  /** Another thread runs next: its functions are its own. */
  save(thread: ThreadState): void {
    thread.traceFunction = this.function;
    thread.profileFunction = this.profile;
    thread.tracedEvent = this.event;
    this.function = null;
    this.profile = null;
    this.event = null;
  }

  load(thread: ThreadState): void {
    this.function = thread.traceFunction;
    this.profile = thread.profileFunction;
    this.event = thread.tracedEvent;
    this.update();
  }

  /** A frame begins (or a generator goes on). */
  call(frame: Frame): void {
    if (!this.active || this.event || frame.hidden) return;
    frame.tracedLine = -1;
    this.observer?.entered?.(frame);
    if (this.function) {
      const local = this.emit(this.function, frame, "call", this.vm.none);
      const old = frame.traceFunction;
      frame.traceFunction = local === this.vm.none ? null : retain(local);
      release(local);
      if (old) release(old);
    }
    this.emitProfile(frame, "call", this.vm.none);
  }

  /** Before each instruction while tracing: a new line, or a jump back to one, is an event. */
  beforeInstruction(frame: Frame): void {
    if (this.event || frame.hidden || (this.vm.startingFrame && frame.blocks === null)) return;
    this.leaveNative(frame, "c_return");
    const isTraced = this.function !== null && frame.traceFunction !== null;
    const line = LINE_RULES[this.vm.profile.frames.lineEvents](frame);
    frame.tracedAt = frame.pc;
    this.observer?.instruction?.(frame);
    if (line !== null) {
      frame.tracedLine = line;
      this.observer?.line(frame, line);
    }
    if (!isTraced && !this.profile) return;
    // What raises here raises from the instruction that comes next.
    frame.pc++;
    if (isTraced) {
      if (line !== null && frame.tracesLines) this.local(frame, "line", this.vm.none);
      if (frame.tracesOpcodes && frame.traceFunction && frame.code.spec.code[frame.pc - 1].op !== "RESUME") this.local(frame, "opcode", this.vm.none);
    }
    const entered = this.profile && this.nativeCalls?.peekEntered(frame, frame.pc - 1);
    if (entered) this.emitProfile(frame, "c_call", entered);
    frame.pc--;
  }

  /** The frame is back from the built-in function that it was in, if it was in one. */
  leaveNative(frame: Frame, event: "c_return" | "c_exception"): void {
    const callable = this.profile && this.nativeCalls?.takeLeft(frame);
    if (callable) this.emitProfile(frame, event, this.vm.temp(callable));
  }

  exception(frame: Frame, raise: Raise): void {
    if (!this.active || this.event || frame.hidden) return;
    const { exception } = raise;
    this.leaveNative(frame, "c_exception");
    this.observer?.raised?.(frame, exception);
    if (!frame.traceFunction) return;
    const traceback = exception instanceof PyException && exception.traceback ? exception.traceback : this.vm.none;
    const argument = this.vm.takeTuple([retain(exception.type), retain(exception), retain(traceback)]);
    try {
      this.local(frame, "exception", argument);
    } finally {
      release(argument);
    }
  }

  /** The frame gives a value, or null when it ends by an exception. What the functions raise takes its place. */
  leave(frame: Frame, value: PyObject | null): void {
    if (!this.active || this.event || frame.hidden) return;
    this.observer?.left?.(frame, value);
    try {
      if (frame.traceFunction && this.function) this.local(frame, "return", value ?? this.vm.none);
      this.emitProfile(frame, "return", value ?? this.vm.none);
    } catch (error) {
      if (value) release(value);
      throw error;
    }
  }

  private local(frame: Frame, event: TraceEvent, argument: PyObject): void {
    const result = this.emit(frame.traceFunction as PyObject, frame, event, argument);
    const old = frame.traceFunction;
    frame.traceFunction = result === this.vm.none ? old : retain(result);
    if (result !== this.vm.none && old) release(old);
    release(result);
  }

  private emitProfile(frame: Frame, event: TraceEvent, argument: PyObject): void {
    if (this.profile) release(this.emit(this.profile, frame, event, argument));
  }

  private emit(callable: PyObject, frame: Frame, event: TraceEvent, argument: PyObject): PyObject {
    const mark = this.vm.temporaries.length;
    this.event = event;
    this.told = frame;
    retain(callable);
    try {
      const object = this.vm.temp(frameObject(this.vm, frame));
      const name = this.vm.temp(this.vm.intern(event));
      return this.vm.call(callable, [object, name, argument]);
    } catch (error) {
      if (error instanceof Raise && callable === this.profile) this.setProfile(null);
      else if (error instanceof Raise) this.setFunction(null);
      throw error;
    } finally {
      this.event = null;
      this.vm.releaseTemporaries(mark);
      release(callable);
    }
  }

  roots(visit: (object: PyObject) => void): void {
    if (this.function) visit(this.function);
    if (this.profile) visit(this.profile);
    this.nativeCalls?.roots(visit);
  }
}
