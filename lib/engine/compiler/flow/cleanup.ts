import { blocksFrom, clear, isBlockPush, isJump, isUnconditionalJump, nextNonempty, traverse } from "./block.ts";
import { loadsConstant } from "./const-list.ts";
import type { Block, FlowInstr } from "./block.ts";

/** Empties the blocks that nothing leads to, and counts the ways into all others. */
export function removeUnreachable(entry: Block): void {
  for (const b of blocksFrom(entry)) b.predecessors = 0;
  entry.predecessors = 1;
  traverse(entry, [entry], (b) => {
    const reached: Block[] = [];
    if (b.next !== null && b.fallsThrough) reached.push(b.next);
    for (const { op, target } of b.instrs) if (target !== null && (isJump(op) || isBlockPush(op))) reached.push(target);
    for (const to of reached) to.predecessors++;
    return reached;
  });
  for (const b of blocksFrom(entry)) {
    if (b.predecessors > 0) continue;
    b.keep([]);
    b.isHandler = false;
  }
}

/** Removes the NOPs of a block that no line needs. Gives how many. */
export function removeNops(b: Block): number {
  const kept: FlowInstr[] = [];
  let previousLine = -1;
  b.instrs.forEach((instr, i) => {
    const { line } = instr.span;
    if (instr.op === "NOP" && isRedundantNop(b, i, previousLine)) return;
    kept.push(instr);
    previousLine = line;
  });
  const removed = b.instrs.length - kept.length;
  b.keep(kept);
  return removed;
}

function isRedundantNop(b: Block, i: number, previousLine: number): boolean {
  const nop = b.instrs[i];
  if (nop === undefined) return false;
  const { line } = nop.span;
  if (line < 0 || previousLine === line) return true;
  const following = b.instrs[i + 1];
  if (following !== undefined) {
    if (following.span.line === line) return true;
    if (following.span.line >= 0) return false;
    following.span = nop.span;
    return true;
  }
  const next = nextNonempty(b.next);
  const first = next?.instrs.find(({ op, span }) => op !== "NOP" || span.line >= 0);
  return first !== undefined && first.span.line === line;
}

export function removeAllNops(entry: Block): number {
  let removed = 0;
  for (const b of blocksFrom(entry)) removed += removeNops(b);
  return removed;
}

/** Removes values that are pushed and popped at once. */
export function removePushPopPairs(entry: Block): void {
  let isDone = false;
  while (!isDone) {
    isDone = true;
    let instr: FlowInstr | null = null;
    for (const b of blocksFrom(entry)) {
      removeNops(b);
      if (b.isLabeled) instr = null;
      for (const current of b.instrs) {
        const previous: FlowInstr | null = instr;
        instr = current;
        if (current.op !== "POP_TOP" || previous === null || !isPlainPush(previous)) continue;
        clear(previous);
        clear(current);
        isDone = false;
      }
      if ((instr !== null && isJump(instr.op)) || !b.fallsThrough) instr = null;
    }
  }
}

function isPlainPush({ op, arg }: FlowInstr): boolean {
  return loadsConstant(op) || (op === "COPY" && arg === 1);
}

/** Removes jumps to the block that follows anyway. Gives how many. */
export function removeJumps(entry: Block): number {
  let removed = 0;
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined || !isUnconditionalJump(last.op)) continue;
    const target = nextNonempty(last.target);
    if (target === null || target !== nextNonempty(b.next)) continue;
    removed++;
    clear(last);
  }
  return removed;
}

export function removeNopsAndJumps(entry: Block): void {
  let removed: number;
  do {
    removed = removeAllNops(entry) + removeJumps(entry);
  } while (removed > 0);
}

/** A block of at most so many instructions is copied instead of jumped to. */
const MAX_COPY_SIZE = 4;

/** Puts a copy of a small exit block, or of one without lines, in place of the jump to it. */
export function inlineSmallExits(entry: Block): void {
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const b of blocksFrom(entry)) if (inlineTarget(b)) isChanged = true;
  }
}

/** Puts a copy of a small exit block in place of each jump to one, without looking at what that makes possible. */
export function inlineExits(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    const target = last !== undefined && isUnconditionalJump(last.op) ? nextNonempty(last.target) : null;
    if (last === undefined || target === null || !target.exitsScope || target.instrs.length > MAX_COPY_SIZE) continue;
    clear(last);
    b.instrs.push(...target.instrs.map((instr) => ({ ...instr })));
  }
}

function inlineTarget(b: Block): boolean {
  const { last } = b;
  if (last === undefined || last.target === null || !isUnconditionalJump(last.op)) return false;
  const { target } = last;
  const isSmallExit = target.exitsScope && target.instrs.length <= MAX_COPY_SIZE;
  const isLineless = target.hasNoLine && !target.fallsThrough;
  if (!isSmallExit && !isLineless) return false;
  const removedOp = last.op;
  clear(last);
  b.instrs.push(...target.instrs.map((instr) => ({ ...instr })));
  const copied = b.last;
  // The check of the eval breaker at the jump must not be lost.
  if (isLineless && copied !== undefined && isUnconditionalJump(copied.op) && removedOp === "JUMP") copied.op = "JUMP";
  target.predecessors--;
  return true;
}
