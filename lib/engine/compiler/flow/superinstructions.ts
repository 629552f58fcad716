import { blocksFrom, clear, set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import { removeAllNops } from "./cleanup.ts";

/** What a pair becomes, by its first and its second instruction. */
const PAIRS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["LOAD_FAST", new Map([["LOAD_FAST", "LOAD_FAST_LOAD_FAST"]])],
  ["STORE_FAST", new Map([["LOAD_FAST", "STORE_FAST_LOAD_FAST"], ["STORE_FAST", "STORE_FAST_STORE_FAST"]])],
]);

/** Two loads or stores of fast locals on one line become one instruction, if both indices fit in four bits. */
export function fuseLocalPairs(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    b.instrs.forEach((instr, i) => {
      const next = b.instrs[i + 1];
      if (next === undefined) return;
      const fused = PAIRS.get(instr.op)?.get(next.op);
      if (fused !== undefined) fuse(instr, next, fused);
    });
  }
  removeAllNops(entry);
}

function fuse(first: FlowInstr, second: FlowInstr, op: string): void {
  const [line1, line2] = [first.span.line, second.span.line];
  if (line1 >= 0 && line2 >= 0 && line1 !== line2) return;
  if (first.arg >= 16 || second.arg >= 16) return;
  set(first, op, (first.arg << 4) | second.arg);
  clear(second);
}
