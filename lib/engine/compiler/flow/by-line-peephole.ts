import type { Const } from "../code.ts";
import { truthOf } from "../constants/fold.ts";
import { clear, isBlockPush, isJump, nextNonempty, set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import type { ConstList } from "./const-list.ts";
import { optimizeSwapsAt } from "./swaps.ts";

/**
 * Improves the instructions inside one block: known tests, constant tuples, jumps to jumps on the same line
 * (`optimize_basic_block` of Python/compile.c, up to 3.11; of Python/flowgraph.c in 3.12, which also returns constants
 * with one instruction).
 */
export function optimizeByLine(b: Block, consts: ConstList, returnsConstants = false): void {
  let loaded: FlowInstr | null = null;
  for (let i = 0; i < b.instrs.length; i++) {
    const instr = b.instrs[i];
    if (instr === undefined) continue;
    if (returnsConstants) {
      // A copy of a constant is that constant, for what tests it.
      const isCopy: boolean = loaded !== null && instr.op === "COPY" && instr.arg === 1;
      if (isCopy && loaded !== null) {
        optimizeTest(b, i, instr, consts.valueOf(loaded));
        continue;
      }
      loaded = instr.op === "LOAD_CONST" ? { ...instr } : null;
      if (loaded !== null && b.instrs[i + 1]?.op === "RETURN_VALUE") {
        set(b.instrs[i + 1] as FlowInstr, "RETURN_CONST", instr.arg);
        clear(instr);
        i++;
        continue;
      }
    }
    if (instr.target !== null && (isJump(instr.op) || isBlockPush(instr.op))) {
      instr.target = nextNonempty(instr.target);
      if (threadJump(instr, returnsConstants)) i--;
    } else if (instr.op === "SWAP" && instr.arg !== 1) {
      i = optimizeSwapsAt(b, i);
    } else {
      optimizePair(b, i, instr, consts);
    }
  }
}

function optimizePair(b: Block, i: number, instr: FlowInstr, consts: ConstList): void {
  const next = b.instrs[i + 1];
  switch (instr.op) {
    case "LOAD_CONST":
      return optimizeTest(b, i, instr, consts.valueOf(instr));
    case "BUILD_TUPLE":
      return optimizeTuple(b, i, instr, next, consts);
    case "SWAP":
      return clear(instr);
    case "PUSH_NULL":
      if (next?.op !== "LOAD_GLOBAL") return;
      clear(instr);
      next.arg |= 1;
      return;
    default:
      return;
  }
}

/** A jump on a constant goes one way, or none; a jump on `is None` is one instruction. */
function optimizeTest(b: Block, i: number, load: FlowInstr, value: Const | null): void {
  const [test, jump] = [b.instrs[i + 1], b.instrs[i + 2]];
  if (test === undefined || value === null) return;
  switch (test.op) {
    case "POP_JUMP_IF_FALSE":
    case "POP_JUMP_IF_TRUE":
      clear(load);
      if (truthOf(value) === (test.op === "POP_JUMP_IF_TRUE")) test.op = "JUMP";
      else clear(test);
      return;
    case "JUMP_IF_FALSE_OR_POP":
    case "JUMP_IF_TRUE_OR_POP":
      if (truthOf(value) === (test.op === "JUMP_IF_TRUE_OR_POP")) {
        test.op = "JUMP";
      } else {
        clear(load);
        clear(test);
      }
      return;
    case "IS_OP": {
      if (value.kind !== "none" || (jump?.op !== "POP_JUMP_IF_FALSE" && jump?.op !== "POP_JUMP_IF_TRUE")) return;
      const isNegated = (test.arg !== 0) !== (jump.op === "POP_JUMP_IF_FALSE");
      clear(load);
      clear(test);
      jump.op = isNegated ? "POP_JUMP_IF_NOT_NONE" : "POP_JUMP_IF_NONE";
      return;
    }
    default:
      return;
  }
}

function optimizeTuple(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  const count = instr.arg;
  if (next?.op === "UNPACK_SEQUENCE" && next.arg === count && count >= 1 && count <= 3) {
    clear(instr);
    if (count === 1) clear(next);
    else next.op = "SWAP";
    return;
  }
  if (i < count) return;
  const loads = b.instrs.slice(i - count, i);
  const items = loads.flatMap((load) => (load.op === "LOAD_CONST" ? (consts.valueOf(load) ?? []) : []));
  if (items.length < count) return;
  loads.forEach(clear);
  set(instr, "LOAD_CONST", consts.add({ kind: "tuple", items }));
}

/** What a test that keeps its value on a jump becomes when it leads to another test of it. */
const OR_POP: Readonly<Record<string, { readonly same: string; readonly opposite: readonly string[] }>> = {
  JUMP_IF_FALSE_OR_POP: { same: "POP_JUMP_IF_FALSE", opposite: ["JUMP_IF_TRUE_OR_POP", "POP_JUMP_IF_TRUE"] },
  JUMP_IF_TRUE_OR_POP: { same: "POP_JUMP_IF_TRUE", opposite: ["JUMP_IF_FALSE_OR_POP", "POP_JUMP_IF_FALSE"] },
};

const TO_JUMP = new Set(["POP_JUMP_IF_NOT_NONE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "JUMP"]);

/** Sends a jump to a jump of the same line on to the final target. True when the instruction must be looked at again. */
function threadJump(instr: FlowInstr, overNoLine: boolean): boolean {
  const target = instr.target?.instrs[0];
  if (target === undefined) return false;
  const { op } = instr;
  const orPop = OR_POP[op];
  if (orPop === undefined) return TO_JUMP.has(op) && target.op === "JUMP" && retarget(instr, target, op, overNoLine);
  if (target.op === orPop.same) return retarget(instr, target, orPop.same);
  if (target.op === "JUMP" || target.op === op) return retarget(instr, target, op);
  if (!orPop.opposite.includes(target.op) || instr.span.line !== target.span.line) return false;
  // The opposite test will not jump: go on behind it.
  instr.op = orPop.same;
  instr.target = instr.target?.next ?? null;
  return true;
}

/** `overNoLine`: a jump without a line is as good as one on the same line. */
function retarget(instr: FlowInstr, target: FlowInstr, op: string, overNoLine = false): boolean {
  const isSameLine = instr.span.line === target.span.line || (overNoLine && target.span.line < 0);
  if (!isSameLine || instr.target === target.target) return false;
  instr.target = target.target;
  instr.op = op;
  return true;
}
