import type { Profile } from "../../profiles/types.ts";
import { foldBinary, foldUnary } from "../constants/fold.ts";
import type { UnaryFold } from "../constants/fold.ts";
import { clear, isBlockPush, isJump, newInstr, set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import { constantLoads } from "./const-list.ts";
import type { ConstList } from "./const-list.ts";
import { foldListToTuple, foldSequence, foldTuple } from "./fold-sequences.ts";
import { nopOut } from "./nop-out.ts";
import { optimizeSwaps } from "./swaps.ts";

const LIST_TO_TUPLE = 6;
const UNARY_POSITIVE = 5;
const TO_BOOL_BIT = 16;

/** Improves the instructions inside one block: folding, jump threading, pairs that one instruction can do. */
export function optimizeBlock(b: Block, consts: ConstList, folding: Profile["compiler"]["folding"]): void {
  for (let i = 0; i < b.instrs.length; i++) {
    const instr = b.instrs[i];
    if (instr === undefined) continue;
    const isTargeted = instr.target !== null && (isJump(instr.op) || isBlockPush(instr.op));
    if (isTargeted && isJump(instr.op)) {
      if (threadJump(b, instr)) i--;
      continue;
    }
    optimizePair(b, i, instr, consts, folding);
  }
  optimizeSwaps(b);
}

/** Sends a jump to a jump on to the final target. True when the instruction must be looked at again. */
export function threadJump(b: Block, instr: FlowInstr): boolean {
  const target = instr.target?.instrs[0];
  if (target === undefined) return false;
  switch (instr.op) {
    case "POP_JUMP_IF_NOT_NONE":
    case "POP_JUMP_IF_NONE":
    case "POP_JUMP_IF_FALSE":
    case "POP_JUMP_IF_TRUE":
      return target.op === "JUMP" && retarget(b, instr, target, instr.op);
    case "JUMP_IF_FALSE":
    case "JUMP_IF_TRUE":
      if (target.op === "JUMP" || target.op === instr.op) return retarget(b, instr, target, instr.op);
      if (target.op !== "JUMP_IF_TRUE" && target.op !== "JUMP_IF_FALSE") return false;
      // The opposite test will not jump: go on behind it.
      instr.target = instr.target?.next ?? instr.target;
      return true;
    case "JUMP":
    case "JUMP_NO_INTERRUPT":
      if (target.op === "JUMP") return retarget(b, instr, target, "JUMP");
      if (target.op === "JUMP_NO_INTERRUPT") return retarget(b, instr, target, instr.op);
      return false;
    default:
      return false;
  }
}

/** Leaves a NOP for the line, and appends the jump to the final target. */
function retarget(b: Block, instr: FlowInstr, target: FlowInstr, op: string): boolean {
  if (instr.target === target.target || target.target === null) return false;
  clear(instr);
  b.append(newInstr(op, 0, target.span, target.target));
  return true;
}

function optimizePair(b: Block, i: number, instr: FlowInstr, consts: ConstList, folding: Profile["compiler"]["folding"]): void {
  const next = b.instrs[i + 1];
  switch (instr.op) {
    case "BUILD_TUPLE":
      return optimizeTuple(b, i, instr, next, consts);
    case "BUILD_LIST":
    case "BUILD_SET":
      return foldSequence(b, i, instr, next, consts);
    case "STORE_FAST":
      if (next?.op === "STORE_FAST" && next.arg === instr.arg && next.span.line === instr.span.line) set(instr, "POP_TOP", 0);
      return;
    case "SWAP":
      if (instr.arg === 1) clear(instr);
      return;
    case "LOAD_GLOBAL":
      if (next?.op !== "PUSH_NULL" || (instr.arg & 1) !== 0) return;
      instr.arg |= 1;
      return clear(next);
    case "COMPARE_OP":
    case "CONTAINS_OP":
    case "IS_OP":
    case "TO_BOOL":
      return optimizeTest(instr, next);
    case "UNARY_NOT":
    case "UNARY_INVERT":
    case "UNARY_NEGATIVE":
      return optimizeUnary(b, i, instr, next, consts);
    case "CALL_INTRINSIC_1":
      if (instr.arg === UNARY_POSITIVE) return foldUnaryAt(b, i, instr, "+", consts);
      if (instr.arg !== LIST_TO_TUPLE) return;
      return next?.op === "GET_ITER" ? clear(instr) : foldListToTuple(b, i, instr, consts);
    case "BINARY_OP":
      return foldBinaryAt(b, i, instr, consts, folding);
    default:
      return;
  }
}

/** `a, b = b, a` needs no tuple. */
function optimizeTuple(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  if (next?.op === "UNPACK_SEQUENCE" && next.arg === instr.arg && instr.arg >= 1 && instr.arg <= 3) {
    const count = instr.arg;
    clear(instr);
    if (count === 1) clear(next);
    else next.op = "SWAP";
    return;
  }
  foldTuple(b, i, instr, consts);
}

export function optimizeTest(instr: FlowInstr, next: FlowInstr | undefined): void {
  const { op, arg } = instr;
  if (next?.op === "TO_BOOL") {
    // All but COMPARE_OP give a bool anyway.
    clear(instr);
    set(next, op, op === "COMPARE_OP" ? arg | TO_BOOL_BIT : arg);
  } else if (next?.op === "UNARY_NOT" && (op === "CONTAINS_OP" || op === "IS_OP")) {
    clear(instr);
    set(next, op, arg ^ 1);
  }
}

function optimizeUnary(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  if (instr.op === "UNARY_NOT" && (next?.op === "TO_BOOL" || next?.op === "UNARY_NOT")) {
    clear(instr);
    set(next, next.op === "TO_BOOL" ? "UNARY_NOT" : "NOP", 0);
    return;
  }
  foldUnaryAt(b, i, instr, instr.op === "UNARY_NOT" ? "not" : instr.op === "UNARY_INVERT" ? "~" : "-", consts);
}

function foldUnaryAt(b: Block, i: number, instr: FlowInstr, op: UnaryFold, consts: ConstList): void {
  const loads = constantLoads(b, i - 1, 1, consts);
  const operand = loads?.[0] === undefined ? null : consts.valueOf(loads[0]);
  const result = operand === null ? null : foldUnary(op, operand);
  if (loads === null || result === null) return;
  nopOut(loads);
  consts.load(instr, result);
}

function foldBinaryAt(b: Block, i: number, instr: FlowInstr, consts: ConstList, folding: Profile["compiler"]["folding"]): void {
  const loads = constantLoads(b, i - 1, 2, consts);
  if (loads?.[0] === undefined || loads[1] === undefined) return;
  const left = consts.valueOf(loads[0]);
  const right = consts.valueOf(loads[1]);
  const result = left === null || right === null ? null : foldBinary(instr.arg, left, right, folding);
  if (result === null) return;
  nopOut(loads);
  consts.load(instr, result);
}
