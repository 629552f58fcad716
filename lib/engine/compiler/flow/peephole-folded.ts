import { clear, isJump, set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import type { ConstList } from "./const-list.ts";
import { optimizeUse } from "./load-const.ts";
import { optimizeTest, threadJump } from "./peephole.ts";
import { optimizeSwaps } from "./swaps.ts";

/**
 * Improves the instructions inside one block where constant expressions were worked out in the tree already
 * (Python/flowgraph.c up to 3.13 `optimize_basic_block`): tests of constants, tuples, returns of constants, jumps.
 */
export function optimizeFoldedBlock(b: Block, consts: ConstList): void {
  let loaded: FlowInstr | null = null;
  for (let i = 0; i < b.instrs.length; i++) {
    const instr = b.instrs[i];
    if (instr === undefined) continue;
    const isCopy: boolean = loaded !== null && instr.op === "COPY" && instr.arg === 1;
    if (!isCopy) loaded = instr.op === "LOAD_CONST" ? { ...instr } : null;
    const next = b.instrs[i + 1];
    if (loaded !== null) {
      if (next?.op === "RETURN_VALUE") returnConstant(instr, next, loaded.arg);
      else if (next !== undefined) optimizeUse(b, i, instr, loaded, next, consts);
    } else if (instr.target !== null && isJump(instr.op)) {
      if (threadJump(b, instr)) i--;
    } else {
      optimizePair(b, i, instr, next, consts);
    }
  }
  optimizeSwaps(b);
}

function returnConstant(load: FlowInstr, last: FlowInstr, index: number): void {
  clear(load);
  set(last, "RETURN_CONST", index);
}

function optimizePair(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  switch (instr.op) {
    case "BUILD_TUPLE":
      return optimizeTuple(b, i, instr, next, consts);
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
      if (next?.op !== "TO_BOOL" && next?.op !== "UNARY_NOT") return;
      clear(instr);
      return set(next, next.op === "TO_BOOL" ? "UNARY_NOT" : "NOP", 0);
    default:
      return;
  }
}

/** `a, b = b, a` needs no tuple; a tuple of constants right before is a constant. */
function optimizeTuple(b: Block, i: number, instr: FlowInstr, next: FlowInstr | undefined, consts: ConstList): void {
  const count = instr.arg;
  if (next?.op === "UNPACK_SEQUENCE" && next.arg === count && count >= 1 && count <= 3) {
    clear(instr);
    if (count === 1) clear(next);
    else next.op = "SWAP";
    return;
  }
  const loads = i < count ? [] : b.instrs.slice(i - count, i);
  const items = loads.flatMap((load) => (load.op === "LOAD_CONST" ? (consts.valueOf(load) ?? []) : []));
  if (items.length < count || i < count) return;
  for (const load of loads) clear(load);
  consts.load(instr, { kind: "tuple", items });
}
