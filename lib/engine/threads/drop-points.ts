import type { Machine } from "../vm/machine.ts";
import type { Frame } from "../types/frame.ts";

/** Calls after which a running thread looks whether it must let go. */
const CALLS = new Set(["CALL", "CALL_KW", "CALL_FUNCTION", "CALL_FUNCTION_KW", "CALL_METHOD", "CALL_FUNCTION_EX"]);
/** Jumps that look when they lead back. */
export const BACK = new Set(["JUMP_BACKWARD", "POP_JUMP_BACKWARD_IF_TRUE", "POP_JUMP_BACKWARD_IF_FALSE", "POP_JUMP_BACKWARD_IF_NONE", "POP_JUMP_BACKWARD_IF_NOT_NONE"]);
/** Instructions that can make a call again when the thread goes on. */
export const SUSPENDING = new Set(["CALL", "CALL_KW", "CALL_FUNCTION", "CALL_FUNCTION_KW", "CALL_METHOD", "CALL_FUNCTION_EX", "BEFORE_WITH", "SETUP_WITH"]);
/** RESUME's argument: what it goes on after; from 2 on an await or `yield from`. */
const RESUME_KIND = 3;

/**
 * Whether the thread checks the eval breaker between the last instruction and the next one. `isAfterHostCall`: the last
 * one was a call that entered no frame. Not between any two instructions: at backward jumps, at the entry of functions,
 * after calls (Python/ceval.c, CHECK_EVAL_BREAKER; Python/bytecodes.c, _CHECK_PERIODIC).
 */
export function isDropPoint(vm: Machine, frame: Frame, isAfterHostCall: boolean, hasJumpedBack: boolean): boolean {
  const { code } = frame.code.spec;
  const next = code[frame.pc];
  const last = frame.pc > 0 ? code[frame.pc - 1] : null;
  if (last && CALLS.has(last.op) && (isAfterHostCall || vm.profile.threads.checksAfterReturn)) return true;
  if (hasJumpedBack && next.op !== "SEND") return true;
  if (next.op === "RESUME") return (next.arg & RESUME_KIND) < 2;
  if (BACK.has(next.op)) return true;
  if (vm.profile.threads.entry === "first-instruction" && frame.pc === 0) return true;
  if (next.op === "JUMP_ABSOLUTE") return true;
  if (!vm.profile.threads.checksTakenJumps) return false;
  const top = frame.sp > frame.stackBase ? frame.slots[frame.sp - 1] : null;
  return (next.op === "POP_JUMP_IF_FALSE" && top === vm.false) || (next.op === "POP_JUMP_IF_TRUE" && top === vm.true);
}
