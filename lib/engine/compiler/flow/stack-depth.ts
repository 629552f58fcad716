import type { Effect, InstructionSet, Opcode } from "../../profiles/instruction-sets/types.ts";
import { blocksFrom, isBlockPush, isJump, isScopeExit, isUnconditionalJump } from "./block.ts";
import type { Block } from "./block.ts";

export function opcodeOf(set: InstructionSet, op: string): Opcode {
  const opcode = set.opcodes.get(op);
  if (opcode === undefined) throw new Error(`This instruction set has no ${op}.`);
  return opcode;
}

export function effect(e: Effect, arg: number): number {
  return typeof e === "number" ? e : e(arg);
}

/** The most values that are on the stack at once (`co_stacksize`); also notes the depth at the start of each block. */
export function computeStackDepth(entry: Block, set: InstructionSet, startDepth = 0): number {
  for (const b of blocksFrom(entry)) b.startDepth = Number.NEGATIVE_INFINITY;
  const todo: Block[] = [];
  const push = (b: Block, depth: number): void => {
    if (b.startDepth >= 0 && b.startDepth !== depth) throw new Error("A block is entered with different stack depths.");
    if (b.startDepth >= 0) return;
    b.startDepth = depth;
    todo.push(b);
  };
  let max = 0;
  push(entry, startDepth);
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    let depth = b.startDepth;
    let isEnded = false;
    for (const { op, arg, target } of b.instrs) {
      const opcode = opcodeOf(set, op);
      const net = effect(opcode.pushes, arg) - effect(opcode.pops, arg);
      max = Math.max(max, depth);
      if (target !== null && (isJump(op) || isBlockPush(op)) && op !== "END_ASYNC_FOR") {
        const onJump = depth + (opcode.onJump ?? net);
        max = Math.max(max, onJump);
        push(target, onJump);
      }
      if (!opcode.blockPush) depth += net;
      max = Math.max(max, depth);
      if (depth < 0) throw new Error(`The stack underflows at ${op}.`);
      isEnded = isUnconditionalJump(op) || isScopeExit(op);
      if (isEnded) break;
    }
    if (!isEnded && b.next !== null) push(b.next, depth);
  }
  return max;
}
