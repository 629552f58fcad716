import type { Instr } from "../compiler/code.ts";
import { type PyObject, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { instructionSetOf } from "../profiles/instruction-sets/instruction-set-of.ts";
import { next } from "../protocol/iterate.ts";
import type { PyCode } from "../types/code.ts";
import type { Frame } from "../types/frame.ts";
import { PyFunction } from "../types/function.ts";
import { PyGenerator } from "../types/generator.ts";
import { PyMethod } from "../types/method.ts";
import { called, type Called } from "./called.ts";
import { type Control, FRAME_CHANGED, type Handler } from "./loop.ts";
import type { Machine } from "./machine.ts";
import type { Monitoring } from "./monitoring.ts";
import { heardNext } from "./stop-events.ts";

type Around = (monitoring: Monitoring, handler: Handler, code: PyCode, at: number) => Handler;

/** Bits of RESUME's argument: 0 at the start of a function. */
const RESUME_KIND = 3;
/** What stands behind a loop: FOR_ITER leads past it. */
const LOOP_ENDS = new Set(["END_FOR", "POP_ITER"]);

function endsLoop(code: readonly Instr[], at: number): boolean {
  return LOOP_ENDS.has(code[at].op) || (at > 0 && code[at].op === "POP_TOP" && code[at - 1].op === "END_FOR");
}

/** What an instruction tells besides that it runs, by family. */
const around: Readonly<Record<string, Around>> = {
  RESUME: (monitoring, handler, code, at) => {
    const { arg, offset } = code.spec.code[at];
    const event = (arg & RESUME_KIND) === 0 ? "PY_START" : "PY_RESUME";
    return (vm, frame, value) => {
      monitoring.tell(event, code, offset, []);
      return handler(vm, frame, value);
    };
  },
  RETURN_VALUE: (monitoring, handler, code, at) => leaving(monitoring, handler, code, at, (frame) => frame.peek(1)),
  RETURN_CONST: (monitoring, handler, code, at) => leaving(monitoring, handler, code, at, (frame) => frame.code.constants[code.spec.code[at].arg]),
  YIELD_VALUE: (monitoring, handler, code, at) => {
    const { offset } = code.spec.code[at];
    return (vm, frame, value) => {
      monitoring.tell("PY_YIELD", code, offset, [frame.peek(1)]);
      return handler(vm, frame, value);
    };
  },
  JUMP_FORWARD: jumping,
  JUMP_BACKWARD: jumping,
  FOR_ITER: (monitoring, handler, code, at) => {
    const inner = branching(monitoring, handler, code, at);
    const asked = branching(monitoring, askingNext(handler), code, at);
    return (vm, frame, arg) => {
      monitoring.countLoop(code, at);
      return (monitoring.wantsBranch(code) ? asked : inner)(vm, frame, arg);
    };
  },
  POP_JUMP_IF_FALSE: branching,
  POP_JUMP_IF_TRUE: branching,
  POP_JUMP_IF_NONE: branching,
  POP_JUMP_IF_NOT_NONE: branching,
  LOAD_SUPER_ATTR: superLoading,
  CALL: calling,
  CALL_KW: calling,
  CALL_FUNCTION_EX: calling,
};

function leaving(monitoring: Monitoring, handler: Handler, code: PyCode, at: number, value: (frame: Frame) => PyObject): Handler {
  const { offset } = code.spec.code[at];
  return (vm, frame, arg) => {
    monitoring.tell("PY_RETURN", code, offset, [value(frame)]);
    const call = pendingCalls.get(frame);
    pendingCalls.delete(frame);
    const control = handler(vm, frame, arg);
    if (call) monitoring.tell("C_RETURN", call.code, call.offset, [call.callable, call.first]);
    return control;
  };
}

function jumping(monitoring: Monitoring, handler: Handler, code: PyCode, at: number): Handler {
  const { offset, target } = code.spec.code[at];
  return (vm, frame, arg) => {
    monitoring.tell("JUMP", code, offset, [vm.temp(vm.int(code.spec.code[target as number].offset))]);
    return handler(vm, frame, arg);
  };
}

function branching(monitoring: Monitoring, handler: Handler, code: PyCode, at: number): Handler {
  const { offset } = code.spec.code[at];
  return (vm, frame, arg) => {
    const control = handler(vm, frame, arg);
    if (control !== undefined) return control;
    const isTaken = frame.pc !== at + 1;
    const destination = vm.temp(vm.int(code.spec.code[landing(code.spec.code, frame.pc)].offset));
    const event = !vm.profile.monitoring?.splitsBranches ? "BRANCH" : isTaken ? "BRANCH_RIGHT" : "BRANCH_LEFT";
    monitoring.tell(event, code, offset, [destination]);
    return control;
  };
}

/** The head of a loop that does not enter generators, so that it is there to tell where it goes. */
function askingNext(handler: Handler): Handler {
  const depth = handler.role?.kind === "loop-head" ? handler.role.depth : 1;
  return (vm, frame, target) => {
    const iterator = frame.peek(depth);
    if (!(iterator instanceof PyGenerator)) return handler(vm, frame, target);
    const item = heardNext(vm, iterator, next);
    if (item) frame.push(item);
    else frame.pc = target + 1;
    return undefined;
  };
}

/** The instruction that a branch leads to. */
function landing(code: readonly Instr[], index: number): number {
  let at = index;
  while (endsLoop(code, at) || code[at].op === "NOT_TAKEN") at++;
  return at;
}

interface Call {
  readonly code: PyCode;
  readonly offset: number;
  readonly callable: PyObject;
  readonly first: PyObject;
}

/** Calls of what is no Python function, which go on in a frame: of classes with an `__init__`, by that frame. */
const pendingCalls = new WeakMap<Frame, Call>();

function calling(monitoring: Monitoring, handler: Handler, code: PyCode, at: number): Handler {
  const { op, arg: count, offset } = code.spec.code[at];
  return (vm, frame, arg) => {
    const found = called(frame, op, count) as Called;
    let { callable, first } = found;
    if (found.parts === "one" && callable instanceof PyMethod && vm.profile.monitoring?.opensMethods) {
      [callable, first] = [callable.func, callable.self];
    }
    const call: Call = { code, offset, callable: vm.temp(retain(callable)), first: vm.temp(retain(first ?? monitoring.missing)) };
    monitoring.tell("CALL", code, offset, [call.callable, call.first]);
    if (isPython({ ...found, callable }) || !monitoring.wants("CALL", code)) return handler(vm, frame, arg);
    return calledNative(vm, monitoring, handler, frame, arg, call);
  };
}

/** Whether the interpreter runs it itself, without C code in between. */
function isPython({ callable, parts }: Called): boolean {
  if (!(callable instanceof PyMethod)) return callable instanceof PyFunction;
  return parts === "spread" || (parts === "one" && callable.func instanceof PyFunction);
}

/** `super().name` is told as the call of super that it stands for; its method is then bound, for the call to show. */
function superLoading(monitoring: Monitoring, handler: Handler, code: PyCode, at: number): Handler {
  const { offset } = code.spec.code[at];
  return (vm, frame, arg) => {
    if (!monitoring.wants("CALL", code)) return handler(vm, frame, arg);
    const callable = vm.temp(retain(frame.peek(3)));
    const call: Call = { code, offset, callable, first: vm.temp(retain(arg & 2 ? frame.peek(2) : monitoring.missing)) };
    monitoring.tell("CALL", code, offset, [call.callable, call.first]);
    const control = calledNative(vm, monitoring, handler, frame, arg, call);
    if (arg & 1) bindLoaded(vm, frame);
    return control;
  };
}

function bindLoaded(vm: Machine, frame: Frame): void {
  const [func, self] = [frame.slots[frame.sp - 2], frame.slots[frame.sp - 1]];
  if (!func || !self) return;
  const isNullFirst = "LOAD_SUPER_ATTR" in instructionSetOf(vm.profile.compiler.instructionSet).meanings;
  const method = new PyMethod(vm.types.method, func, self);
  frame.slots[frame.sp - 2] = isNullFirst ? null : method;
  frame.slots[frame.sp - 1] = isNullFirst ? method : null;
}

function calledNative(vm: Machine, monitoring: Monitoring, handler: Handler, frame: Frame, arg: number, call: Call): Control | undefined | void {
  let control: Control | undefined | void;
  try {
    control = handler(vm, frame, arg);
  } catch (error) {
    // The call of super has come back where only the attribute is missing.
    const isBack = call.code.spec.code[frame.pc - 1].op === "LOAD_SUPER_ATTR" && vm.isGuestError(error, "AttributeError");
    if (error instanceof Raise) monitoring.tell(isBack ? "C_RETURN" : "C_RAISE", call.code, call.offset, [call.callable, call.first]);
    throw error;
  }
  if (control === FRAME_CHANGED && vm.frame !== frame) pendingCalls.set(vm.frame as Frame, call);
  else monitoring.tell("C_RETURN", call.code, call.offset, [call.callable, call.first]);
  return control;
}

/** The line that begins with this instruction, or null: it differs from the one before, or a jump leads back here (mark_as_lines in Python/instrumentation.c). */
function beginsLine(vm: Machine, frame: Frame, code: readonly Instr[], at: number): number | null {
  const { op, span } = code[at];
  const line = span?.line ?? null;
  if (line === null || op === "RESUME" || LOOP_ENDS.has(op)) return null;
  const before = frame.monitoredAt < 0 ? null : code[frame.monitoredAt];
  if (before?.op === "RESUME" && (before.arg & RESUME_KIND) === 0 && vm.profile.monitoring?.startsWithLine) return line;
  return before?.span?.line === line ? null : line;
}

/** The handler of an instruction with the telling of its events around it. */
export function instrumented(monitoring: Monitoring, handler: Handler, code: PyCode, at: number): Handler {
  const instructions = code.spec.code;
  const { op, offset } = instructions[at];
  const isBeforeStart = at < instructions.findIndex((instr) => instr.op === "RESUME");
  const inner = around[op]?.(monitoring, handler, code, at) ?? handler;
  if (isBeforeStart) return handler;
  const isSilent = op === "RESUME" || (op !== "POP_ITER" && endsLoop(instructions, at));
  return (vm, frame, arg) => {
    const line = beginsLine(vm, frame, instructions, at);
    if (!isSilent || op === "RESUME") frame.monitoredAt = at;
    if (line !== null) monitoring.tell("LINE", code, offset, [vm.temp(vm.int(line))]);
    if (!isSilent) monitoring.tell("INSTRUCTION", code, offset, []);
    return inner(vm, frame, arg);
  };
}
