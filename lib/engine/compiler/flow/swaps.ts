import { clear, set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";

/** Replaces runs of SWAPs by the fewest that do the same, and the SWAPs themselves by reordered stores where that is safe. */
export function optimizeSwaps(b: Block): void {
  for (let i = 0; i < b.instrs.length; i++) {
    if (b.instrs[i]?.op === "SWAP") i = optimizeSwapsAt(b, i);
  }
}

/** The same for the run that begins at `i`; gives the index of its last instruction. */
export function optimizeSwapsAt(b: Block, i: number): number {
  const end = shortenRun(b, i);
  applyStatically(b, end);
  return end;
}

/** Gives the index of the last instruction of the run. */
function shortenRun(b: Block, start: number): number {
  let end = start + 1;
  while (end < b.instrs.length && (b.instrs[end]?.op === "SWAP" || b.instrs[end]?.op === "NOP")) end++;
  const run = b.instrs.slice(start, end);
  const swaps = run.filter(({ op }) => op === "SWAP");
  if (swaps.length < 2) return start;
  const depth = Math.max(...swaps.map(({ arg }) => arg));
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (const { arg } of swaps) [stack[0], stack[arg - 1]] = [stack[arg - 1] ?? 0, stack[0] ?? 0];
  rewriteRun(run, stack);
  return end - 1;
}

/**
 * Writes, from the end of the run backwards, the swaps that bring about the permutation `stack`: each cycle of it is
 * walked, and every step is a swap with the top, which is the only swap there is.
 */
function rewriteRun(run: readonly FlowInstr[], stack: (number | null)[]): void {
  let current = run.length - 1;
  for (let i = 0; i < stack.length; i++) {
    if (stack[i] === null || stack[i] === i) continue;
    let j = i;
    for (;;) {
      if (j !== 0) {
        const instr = run[current--];
        if (instr !== undefined) set(instr, "SWAP", j + 1);
      }
      const next = stack[j];
      if (next === null || next === undefined) break;
      stack[j] = null;
      j = next;
    }
  }
  for (; current >= 0; current--) {
    const instr = run[current];
    if (instr !== undefined) clear(instr);
  }
}

/** Stores and pops that may change places: they cannot jump, raise or run code, and only touch the top of the stack. */
function isSwappable(op: string): boolean {
  return op === "STORE_FAST" || op === "STORE_FAST_MAYBE_NULL" || op === "POP_TOP";
}

function storedLocal({ op, arg }: FlowInstr): number {
  return op === "STORE_FAST" || op === "STORE_FAST_MAYBE_NULL" ? arg : -1;
}

/** The next swappable instruction after `i`, all on `line` unless that is negative; -1 when there is none. */
function nextSwappable(b: Block, i: number, line: number): number {
  for (let k = i + 1; k < b.instrs.length; k++) {
    const instr = b.instrs[k];
    if (instr === undefined || (line >= 0 && instr.span.line !== line)) return -1;
    if (instr.op === "NOP") continue;
    return isSwappable(instr.op) ? k : -1;
  }
  return -1;
}

/** Applies the SWAPs to the left of the stores that begin after `start` by exchanging the stores. */
function applyStatically(b: Block, start: number): void {
  for (let i = start; i >= 0; i--) {
    const swap = b.instrs[i];
    if (swap === undefined) return;
    if (swap.op !== "SWAP") {
      if (swap.op === "NOP" || isSwappable(swap.op)) continue;
      return;
    }
    const j = nextSwappable(b, i, -1);
    if (j < 0) return;
    let k = j;
    const line = b.instrs[j]?.span.line ?? -1;
    for (let count = swap.arg - 1; count > 0; count--) {
      k = nextSwappable(b, k, line);
      if (k < 0) return;
    }
    if (!exchange(b, j, k)) return;
    clear(swap);
  }
}

/** Exchanges two stores unless one of the same local lies at or between them. */
function exchange(b: Block, j: number, k: number): boolean {
  const [first, second] = [b.instrs[j], b.instrs[k]];
  if (first === undefined || second === undefined) return false;
  const [storeJ, storeK] = [storedLocal(first), storedLocal(second)];
  if (storeJ >= 0 || storeK >= 0) {
    if (storeJ === storeK) return false;
    const between = b.instrs.slice(j + 1, k).map(storedLocal);
    if (between.some((store) => store >= 0 && (store === storeJ || store === storeK))) return false;
  }
  b.instrs[j] = second;
  b.instrs[k] = first;
  return true;
}
