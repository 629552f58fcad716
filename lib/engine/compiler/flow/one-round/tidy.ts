import { blocksFrom, clear, isJump, isBlockPush } from "../block.ts";
import type { Block, FlowInstr } from "../block.ts";

/** Removes the NOPs of a block that no line needs; `previousLine` is that of the instruction before the block. */
export function cleanBlock(b: Block, previousLine = -1): void {
  const kept: FlowInstr[] = [];
  let line = previousLine;
  b.instrs.forEach((instr, i) => {
    if (instr.op === "NOP" && isNeedless(b, i, line)) return;
    kept.push(instr);
    line = instr.span.line;
  });
  b.instrs = kept;
}

function isNeedless(b: Block, i: number, previousLine: number): boolean {
  const nop = b.instrs[i];
  if (nop === undefined) return false;
  const { line } = nop.span;
  if (line < 0 || line === previousLine) return true;
  const following = b.instrs[i + 1];
  if (following === undefined) return firstFrom(b.next)?.instrs[0]?.span.line === line;
  if (following.span.line >= 0 && following.span.line !== line) return false;
  following.span = nop.span;
  return true;
}

/** The first block from `b` on that has instructions. */
export function firstFrom(b: Block | null): Block | null {
  let block = b;
  while (block !== null && block.instrs.length === 0) block = block.next;
  return block;
}

/** Makes the jump lead to a block that has instructions. */
export function skipEmptyTarget(instr: FlowInstr): Block | null {
  if (instr.target === null || !(isJump(instr.op) || isBlockPush(instr.op))) return null;
  const target = firstFrom(instr.target);
  if (target !== null) instr.target = target;
  return target;
}

/** Takes the empty blocks out of the row, except one at its end. */
export function dropEmptyBlocks(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    while (b.next !== null && b.next.instrs.length === 0 && b.next.next !== null) b.next = b.next.next;
  }
  for (const b of blocksFrom(entry)) if (b.last !== undefined) skipEmptyTarget(b.last);
}

/** Removes the jumps to where the code goes on anyway. */
export function dropNeedlessJumps(entry: Block): void {
  let isAnyDropped = false;
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined || !isPlainJump(last.op) || last.target === null || last.target !== b.next) continue;
    clear(last);
    cleanBlock(b);
    isAnyDropped = true;
  }
  if (isAnyDropped) dropEmptyBlocks(entry);
}

export function isPlainJump(op: string): boolean {
  return op === "JUMP" || op === "JUMP_NO_INTERRUPT";
}
