import type { Const } from "../../code.ts";
import { truthOf } from "../../constants/fold.ts";
import { blocksFrom, clear, isBlockPush, isJump, set } from "../block.ts";
import type { Block, FlowInstr } from "../block.ts";
import { removeUnreachable } from "../cleanup.ts";
import type { ConstList } from "../const-list.ts";
import { extendIntoExits } from "./exits.ts";
import { cleanBlock, dropEmptyBlocks, dropNeedlessJumps, isPlainJump, skipEmptyTarget } from "./tidy.ts";

/** The optimizer of 3.10 (Python/compile.c, `optimize_cfg`). */
export function optimizeInLine(entry: Block, consts: ConstList): void {
  for (const b of blocksFrom(entry)) {
    optimizeBlock(b, consts);
    cleanBlock(b);
  }
  extendIntoExits(entry);
  removeUnreachable(entry);
  let before: Block | null = null;
  for (const b of blocksFrom(entry)) {
    // An empty block between the two hides the line before.
    cleanBlock(b, b.isBehindEmpty ? -1 : (before?.last?.span.line ?? -1));
    before = b.fallsThrough ? b : null;
  }
  dropEmptyBlocks(entry);
  dropNeedlessJumps(entry);
}

function optimizeBlock(b: Block, consts: ConstList): void {
  for (let i = 0; i < b.instrs.length; i++) {
    const instr = b.instrs[i];
    if (instr === undefined) continue;
    if (isJump(instr.op) || isBlockPush(instr.op)) {
      const target = skipEmptyTarget(instr)?.instrs[0];
      if (target !== undefined && threadJump(instr, target)) i--;
    } else {
      optimizeInstruction(b, i, instr, consts);
    }
  }
}

/** Sends a jump to a jump on to the final target. True when the instruction must be looked at again. */
function threadJump(instr: FlowInstr, target: FlowInstr): boolean {
  switch (instr.op) {
    case "JUMP_IF_FALSE_OR_POP":
    case "JUMP_IF_TRUE_OR_POP":
      return threadOrPop(instr, target, instr.op === "JUMP_IF_TRUE_OR_POP");
    case "POP_JUMP_IF_FALSE":
    case "POP_JUMP_IF_TRUE":
      return isPlainJump(target.op) && leadOn(instr, target, instr.op);
    case "JUMP":
    case "JUMP_NO_INTERRUPT":
      return isPlainJump(target.op) && leadOn(instr, target, "JUMP");
    case "FOR_ITER":
      return target.op === "JUMP_NO_INTERRUPT" && leadOn(instr, target, "FOR_ITER");
    default:
      return false;
  }
}

/** Only jumps on the same line are one: the line of the other would be lost. */
function leadOn(instr: FlowInstr, target: FlowInstr, op: string): boolean {
  if (instr.span.line !== target.span.line || instr.target === target.target) return false;
  instr.target = target.target;
  instr.op = op;
  return true;
}

/** The test at the target has the same outcome, or surely the other one. */
function threadOrPop(instr: FlowInstr, target: FlowInstr, onTrue: boolean): boolean {
  const [same, other] = onTrue ? ["TRUE", "FALSE"] : ["FALSE", "TRUE"];
  switch (target.op) {
    case `POP_JUMP_IF_${same}`:
      return leadOn(instr, target, target.op);
    case "JUMP":
    case "JUMP_NO_INTERRUPT":
    case `JUMP_IF_${same}_OR_POP`:
      return leadOn(instr, target, instr.op);
    case `JUMP_IF_${other}_OR_POP`:
    case `POP_JUMP_IF_${other}`: {
      const behind = instr.target?.next ?? null;
      if (instr.span.line !== target.span.line || behind === null) return false;
      instr.op = `POP_JUMP_IF_${same}`;
      instr.target = behind;
      return true;
    }
    default:
      return false;
  }
}

function optimizeInstruction(b: Block, i: number, instr: FlowInstr, consts: ConstList): void {
  const next = b.instrs[i + 1];
  switch (instr.op) {
    case "LOAD_CONST":
      if (next !== undefined) decideJump(instr, next, consts.valueOf(instr));
      return;
    case "BUILD_TUPLE":
      return optimizeTuple(b, i, instr, next, consts);
    case "ROT_N":
      return shortenRotation(b, i, instr);
    default:
      return;
  }
}

/** A conditional jump on a constant always jumps, or never. */
function decideJump(instr: FlowInstr, next: FlowInstr, value: Const | null): void {
  if (value === null || !/^(POP_JUMP_IF_(TRUE|FALSE)|JUMP_IF_(TRUE|FALSE)_OR_POP)$/.test(next.op)) return;
  const pops = next.op.startsWith("POP");
  const jumps = truthOf(value) === next.op.includes("TRUE");
  if (pops || !jumps) clear(instr);
  if (jumps) next.op = "JUMP";
  else clear(next);
}

/** `a, b = b, a` needs no tuple; a tuple of constants is a constant. */
function optimizeTuple(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  const count = instr.arg;
  if (next?.op === "UNPACK_SEQUENCE" && next.arg === count) {
    if (count === 1) clear(instr);
    else if (count === 2) set(instr, "ROT_TWO", 0);
    else if (count === 3) set(instr, "ROT_THREE", 0);
    if (count === 3) set(next, "ROT_TWO", 0);
    else if (count === 1 || count === 2) clear(next);
    return;
  }
  const loads = b.instrs.slice(Math.max(0, i - count), i);
  const items = loads.flatMap((load) => (load.op === "LOAD_CONST" ? (consts.valueOf(load) ?? []) : []));
  if (i < count || items.length < count) return;
  for (const load of loads) clear(load);
  set(instr, "LOAD_CONST", consts.add({ kind: "tuple", items }));
}

const ROTATIONS: Readonly<Record<string, number>> = { ROT_TWO: 2, ROT_THREE: 3, ROT_FOUR: 4 };

/** Small rotations have names of their own; as many of a kind as they are long do nothing. */
function shortenRotation(b: Block, i: number, instr: FlowInstr): void {
  const length = instr.arg;
  if (length < 2) return clear(instr);
  const name = Object.keys(ROTATIONS)[length - 2];
  if (name !== undefined) set(instr, name, 0);
  if (i < length - 1) return;
  const run = b.instrs.slice(i - length + 1, i + 1);
  if (run.every(({ op, arg }) => (op === "ROT_N" ? arg : ROTATIONS[op]) === length)) for (const each of run) clear(each);
}
