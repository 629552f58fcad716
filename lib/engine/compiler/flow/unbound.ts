import { blocksFrom, isJump, unvisitAll } from "./block.ts";
import type { Block } from "./block.ts";

/** Locals beyond these are only followed inside one block. */
const TRACKED = 64;
const UNBINDS = new Set(["DELETE_FAST", "LOAD_FAST_AND_CLEAR", "STORE_FAST_MAYBE_NULL"]);

/** Makes LOAD_FAST_CHECK of each load of a local that may be unbound there. */
export function checkUnboundLocals(entry: Block, localCount: number, paramCount: number): void {
  if (localCount === 0) return;
  if (localCount > TRACKED) checkManyLocals(entry);
  unvisitAll(entry);
  for (const b of blocksFrom(entry)) b.unsafeLocals = 0n;
  const stack: Block[] = [];
  const push = (b: Block, mask: bigint): void => {
    const both = b.unsafeLocals | mask;
    if (both === b.unsafeLocals) return;
    b.unsafeLocals = both;
    if (b.isVisited) return;
    stack.push(b);
    b.isVisited = true;
  };
  let start = 0n;
  for (let i = paramCount; i < Math.min(localCount, TRACKED); i++) start |= 1n << BigInt(i);
  push(entry, start);
  for (const b of blocksFrom(entry)) scanBlock(b, push);
  for (let b = stack.pop(); b !== undefined; b = stack.pop()) {
    b.isVisited = false;
    scanBlock(b, push);
  }
}

function scanBlock(b: Block, push: (b: Block, mask: bigint) => void): void {
  let unsafe = b.unsafeLocals;
  for (const instr of b.instrs) {
    if (instr.except !== null) push(instr.except, unsafe);
    if (instr.arg >= TRACKED) continue;
    const bit = 1n << BigInt(instr.arg);
    if (UNBINDS.has(instr.op)) {
      unsafe |= bit;
    } else if (instr.op === "STORE_FAST" || instr.op === "LOAD_FAST_CHECK") {
      unsafe &= ~bit;
    } else if (instr.op === "LOAD_FAST") {
      if (unsafe & bit) instr.op = "LOAD_FAST_CHECK";
      unsafe &= ~bit;
    }
  }
  if (b.next !== null && b.fallsThrough) push(b.next, unsafe);
  const { last } = b;
  if (last !== undefined && isJump(last.op) && last.target !== null) push(last.target, unsafe);
}

/** In each block, a local beyond the tracked ones is bound once it was stored or loaded there. */
function checkManyLocals(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    const bound = new Set<number>();
    for (const instr of b.instrs) {
      if (instr.arg < TRACKED) continue;
      if (UNBINDS.has(instr.op)) {
        bound.delete(instr.arg);
      } else if (instr.op === "STORE_FAST") {
        bound.add(instr.arg);
      } else if (instr.op === "LOAD_FAST") {
        if (!bound.has(instr.arg)) instr.op = "LOAD_FAST_CHECK";
        bound.add(instr.arg);
      }
    }
  }
}
