import { type PyObject, release, retain } from "../../core/object.ts";
import type { CodeSpec } from "../../compiler/code.ts";
import { instructionSetOf } from "../../profiles/instruction-sets/instruction-set-of.ts";
import { warn } from "../../protocol/warn.ts";
import type { Frame } from "../../types/frame.ts";
import { PyInt } from "../../types/int-object.ts";
import type { Machine } from "../machine.ts";
import type { TraceEvent } from "../tracer.ts";
import { areReachable, blockKinds, type Blocks, EXCEPT, innermostOf, LOOP, outOf, UNREACHED, whyUnreachable, WITH } from "./block-kinds.ts";
import { areCompatible, HANDLED, OVERFLOWED, popped, stackKinds, topOf, UNKNOWN, whyIncompatible } from "./stack-kinds.ts";

const INT_MAX = 0x7fff_ffffn;
const CALLS: ReadonlySet<TraceEvent> = new Set(["c_call", "c_return"]);

/**
 * `frame.f_lineno = line` (Objects/frameobject.c, frame_setlineno): the instruction that runs next is the first one of that
 * line, if what lies on the stack then can be cut down to what is expected there. `line` is null for a deletion.
 * @throws a guest's ValueError saying why not
 */
export function setLine(vm: Machine, frame: Frame, line: PyObject | null): void {
  if (line === null) vm.raise("AttributeError", "cannot delete attribute");
  if (line.type !== vm.types.int) vm.raise("ValueError", "lineno must be an integer");
  const isYielding = isAtYield(vm, frame);
  checkEvent(vm, frame, isYielding);
  const { value } = line as PyInt;
  if (value > INT_MAX || value < -INT_MAX - 1n) vm.raise("ValueError", "lineno out of range");
  const { spec } = frame.code;
  if (value < spec.firstLine) vm.raise("ValueError", `line ${value} comes before the current code block`);
  const starts = lineStarts(spec);
  const reached = Math.min(...starts.filter((start) => start !== null && start >= value) as number[]);
  if (reached === Number.POSITIVE_INFINITY) vm.raise("ValueError", `line ${value} comes after the current code block`);
  const target = instructionSetOf(vm.profile.compiler.instructionSet).recipes.unwind === "blocks" ? leaveBlocks(vm, frame, starts, reached) : cutStack(vm, frame, starts, reached, isYielding);
  goOnAt(vm, frame, target, isYielding);
}

/** The frame is about to give a value and wait. */
function isAtYield(vm: Machine, frame: Frame): boolean {
  return ((vm.tracer.event === "return" && vm.tracer.told === frame) || frame.generator?.state === "suspended") && frame.code.spec.code[frame.lasti].op.startsWith("YIELD");
}

/** Which events one may jump from, and which error tells that this is none. */
function checkEvent(vm: Machine, frame: Frame, isYielding: boolean): void {
  const { event } = vm.tracer;
  const { isKnownByFrame, outside, fromResume } = vm.profile.frames.jumps;
  const refuse = (text: string) => vm.raise("ValueError", text);
  const newCall = "can't jump from the 'call' trace event of a new frame";
  const notByLine = "can only jump from a 'line' trace event";
  if (isKnownByFrame) {
    if (frame.pc === 0) refuse(newCall);
    const isLeaving = frame === vm.tracer.told && (event === "exception" || (event === "return" && !isYielding));
    if (isLeaving || frame.owner === "frame-object" || frame.owner === "cleared") refuse(notByLine);
    if (frame.traceFunction === null) refuse(vm.message("jumpOutside"));
    return;
  }
  if (event === null) refuse(outside === "as-call" ? newCall : vm.message("jumpOutside"));
  else if (event === "call" && !(fromResume && isResumed(frame))) refuse(newCall);
  else if (fromResume && CALLS.has(event)) refuse("can't jump during a call");
  else if (event !== "line" && event !== "call" && !isYielding) refuse(notByLine);
  else if (outside === "as-call" && frame.traceFunction === null) refuse(vm.message("jumpOutside"));
}

/** RESUME says in its lowest bits whether the frame goes on. */
function isResumed(frame: Frame): boolean {
  const { op, arg } = frame.code.spec.code[frame.lasti];
  return op === "RESUME" && (arg & 3) !== 0;
}

/** The line that begins with each instruction, or null. */
function lineStarts({ code }: CodeSpec): (number | null)[] {
  let last: number | null = null;
  return code.map(({ span }) => {
    const line = span?.line ?? null;
    if (line === null || line === last) return null;
    last = line;
    return line;
  });
}

/** The best instruction of those that begin the line, with what lies on the stack before it; an error where there is none. */
function bestStart<Marks extends bigint>(starts: readonly (number | null)[], line: number, marks: readonly Marks[], least: Marks, isGood: (marks: Marks) => boolean): { at: number; marks: Marks; refused: Marks | null } {
  const best = { at: -1, marks: least, refused: null as Marks | null };
  starts.forEach((start, at) => {
    if (start !== line) return;
    if (!isGood(marks[at])) best.refused ??= marks[at];
    else if (marks[at] > best.marks) Object.assign(best, { at, marks: marks[at] });
  });
  return best;
}

function cutStack(vm: Machine, frame: Frame, starts: readonly (number | null)[], line: number, isYielding: boolean): number {
  const kinds = stackKinds(frame.code.spec, instructionSetOf(vm.profile.compiler.instructionSet));
  const start = kinds[frame.lasti];
  const best = bestStart(starts, line, kinds, OVERFLOWED, (marks) => areCompatible(start, marks));
  if (best.at < 0) {
    if (start === OVERFLOWED) vm.raise("ValueError", "stack to deep to analyze");
    vm.raise("ValueError", start === UNKNOWN ? "can't jump from unreachable code" : whyIncompatible(best.refused as bigint));
  }
  if (vm.profile.frames.jumps.bindsNone) bindUnbound(vm, frame);
  // The value that is given has left the stack.
  for (let left = isYielding ? popped(start) : start; left > best.marks; left = popped(left)) popEntry(vm, frame, topOf(left) === HANDLED);
  return best.at;
}

/** Gives the topmost entry up; where it is what was being handled outside of a handler, that is being handled again. */
function popEntry(vm: Machine, frame: Frame, isHandled: boolean): void {
  const entry = frame.slots[frame.sp - 1];
  if (!isHandled || entry === null) {
    frame.drop(1);
    return;
  }
  const item = vm.handledItem;
  const done = item.value;
  item.value = entry === vm.none ? null : retain(entry);
  frame.drop(1);
  if (done) release(done);
}

/** Locals without a value that the compiler may have found to have one at the new place are bound to None, which is warned of. */
function bindUnbound(vm: Machine, frame: Frame): void {
  const unbound = frame.slots.slice(0, frame.stackBase).filter((value) => value === null).length;
  if (unbound === 0) return;
  warn(vm, `assigning None to ${unbound} unbound local${unbound === 1 ? "" : "s"}`, vm.types.RuntimeWarning);
  for (let slot = 0; slot < frame.stackBase; slot++) frame.slots[slot] ??= retain(vm.none);
}

function leaveBlocks(vm: Machine, frame: Frame, starts: readonly (number | null)[], line: number): number {
  const blocks = blockKinds(frame.code.spec);
  let left: Blocks = blocks[frame.lasti];
  const best = bestStart(starts, line, blocks, UNREACHED, (marks) => areReachable(left, marks));
  if (best.at < 0) vm.raise("ValueError", whyUnreachable(best.refused as Blocks));
  for (; left > best.marks; left = outOf(left)) {
    const kind = innermostOf(left);
    if (kind === EXCEPT) vm.raise("ValueError", "can't jump out of an 'except' block");
    if (kind === LOOP) frame.drop(1);
    else {
      const block = frame.blocks?.pop();
      if (block) frame.drop(Math.max(0, frame.sp - block.level));
      if (kind === WITH) frame.drop(1);
    }
  }
  return best.at;
}

/** Has the frame go on at an instruction, when the trace function has come back. No line event is told of it. */
function goOnAt(vm: Machine, frame: Frame, target: number, isYielding: boolean): void {
  const { event } = vm.tracer;
  const { afterYield, isKnownByFrame } = vm.profile.frames.jumps;
  const isSkipped = isYielding ? afterYield === "past-first" : event === "call" && isKnownByFrame;
  // While a line is told of, the counter is one ahead, as while the instruction runs.
  const isAhead = frame === vm.tracer.told && (event === "line" || event === "opcode");
  frame.pc = target + (isSkipped || isAhead ? 1 : 0);
  frame.tracedAt = target;
}
