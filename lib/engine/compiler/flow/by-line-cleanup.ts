import { NO_LOCATION } from "../emit/unit.ts";
import { Block, blocksFrom, clear, isBlockPush, isJump, nextNonempty, traverse } from "./block.ts";
import type { FlowInstr } from "./block.ts";

/*
 * Cleaning up as Python/compile.c did it before the flow graph had a file of its own (up to 3.11): some of it works on
 * blocks in the reverse order of their making, which shows in where copies of exits end up.
 */

/** The newest block first (`u_blocks`). */
export function newestFirst(entry: Block): Block[] {
  return [...blocksFrom(entry)].sort((a, b) => b.order - a.order);
}

/** Removes the NOPs that no line needs (`clean_basic_block`). */
export function cleanBlock(b: Block): void {
  const kept: FlowInstr[] = [];
  let previousLine = -1;
  b.instrs.forEach((instr, i) => {
    if (instr.op === "NOP" && isRedundant(b, i, previousLine)) return;
    kept.push(instr);
    previousLine = instr.span.line;
  });
  b.instrs = kept;
}

function isRedundant(b: Block, i: number, previousLine: number): boolean {
  const nop = b.instrs[i];
  if (nop === undefined) return false;
  const { line } = nop.span;
  if (line < 0 || line === previousLine) return true;
  const following = b.instrs[i + 1];
  if (following === undefined) return nextNonempty(b.next)?.instrs[0]?.span.line === line;
  if (following.span.line === line) return true;
  if (following.span.line >= 0) return false;
  following.span = nop.span;
  return true;
}

/** A block of at most so many instructions is copied instead of jumped to. */
const MAX_COPY_SIZE = 4;

/** Puts a copy of a small exit without a line in place of the jump to it (`extend_block`). */
export function copyLinelessExits(entry: Block): void {
  for (const b of newestFirst(entry)) {
    const { last } = b;
    if (last?.op !== "JUMP") continue;
    const target = nextNonempty(last.target);
    last.target = target;
    if (target === null || !target.exitsScope || target.instrs.length > MAX_COPY_SIZE) continue;
    if (target.instrs.some(({ span }) => span.line > 0)) continue;
    clear(last);
    b.instrs.push(...target.instrs.map((instr) => ({ ...instr })));
  }
}

/** Empties the blocks that nothing leads to, and removes empty blocks and jumps to what follows anyway (`optimize_cfg`). */
export function dropDeadBlocks(entry: Block): void {
  countWaysIn(entry);
  for (const b of blocksFrom(entry)) if (b.predecessors === 0) b.instrs = [];
  unlinkEmpty(entry);
  for (const b of blocksFrom(entry)) cleanBlock(b);
  let isChanged = false;
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined || (last.op !== "JUMP" && last.op !== "JUMP_NO_INTERRUPT") || last.target !== b.next) continue;
    clear(last);
    isChanged = true;
  }
  if (isChanged) unlinkEmpty(entry);
}

function countWaysIn(entry: Block): void {
  for (const b of blocksFrom(entry)) b.predecessors = 0;
  entry.predecessors = 1;
  traverse(entry, [entry], (b) => {
    const reached: Block[] = [];
    if (b.next !== null && b.fallsThrough) reached.push(b.next);
    for (const { op, target } of b.instrs) if (target !== null && (isJump(op) || isBlockPush(op))) reached.push(target);
    for (const to of reached) to.predecessors++;
    return reached;
  });
}

/** Takes empty blocks out of the code, the last one excepted, and sends jumps to what follows them. */
export function unlinkEmpty(entry: Block): void {
  for (let b: Block | null = entry; b !== null; b = b.next) {
    while (b.next !== null && b.next.instrs.length === 0 && b.next.next !== null) b.next = b.next.next;
  }
  for (const { last } of blocksFrom(entry)) {
    if (last !== undefined && isJump(last.op) && last.target !== null) last.target = nextNonempty(last.target);
  }
}

function isLinelessExit(b: Block): boolean {
  return b.exitsScope && b.hasNoLine;
}

/** An exit without a line that several jumps share is copied for each, with the line of the jump (`duplicate_exits_without_lineno`). `order`: of the blocks that jump. */
export function copySharedExits(entry: Block, order: readonly Block[]): void {
  for (const { last } of order) {
    if (last === undefined || !isJump(last.op) || last.target === null) continue;
    const { target } = last;
    if (!isLinelessExit(target) || target.predecessors <= 1) continue;
    last.target = copyFor(last, target);
    target.predecessors--;
  }
  for (let b: Block | null = entry; b !== null; b = b.next) while (b.next?.instrs.length === 0) b.next = b.next.next;
  for (const b of blocksFrom(entry)) {
    if (!b.fallsThrough || b.next === null || b.last === undefined || !isLinelessExit(b.next)) continue;
    const first = b.next.instrs[0];
    if (first !== undefined) first.span = b.last.span;
  }
}

function copyFor(jump: FlowInstr, target: Block): Block {
  const copy = new Block();
  copy.instrs = target.instrs.map((instr) => ({ ...instr }));
  const first = copy.instrs[0];
  if (first !== undefined) first.span = jump.span;
  copy.predecessors = 1;
  copy.next = target.next;
  target.next = copy;
  return copy;
}

/** Every return has a line, if only that of the code before it (`guarantee_lineno_for_exits`). */
export function guaranteeExitLines(entry: Block, firstLine: number): void {
  let line = firstLine;
  for (const { last, instrs } of blocksFrom(entry)) {
    if (last === undefined) continue;
    if (last.span.line >= 0) line = last.span.line;
    else if (last.op === "RETURN_VALUE") for (const instr of instrs) instr.span = { ...NO_LOCATION, line, endLine: line };
  }
}

/** What set up handlers has done its work. */
export function dropHandlerSetups(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.op)) clear(instr);
      else if (instr.op === "STORE_FAST_MAYBE_NULL") instr.op = "STORE_FAST";
    }
  }
  for (const b of blocksFrom(entry)) cleanBlock(b);
}
