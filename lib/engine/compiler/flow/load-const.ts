import { truthOf } from "../constants/fold.ts";
import { blocksFrom, clear } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import { loadsConstant } from "./const-list.ts";
import type { ConstList } from "./const-list.ts";

/** Small integers, and tests whose outcome is known. */
export function optimizeConstantLoads(entry: Block, consts: ConstList): void {
  for (const b of blocksFrom(entry)) optimizeBlock(b, consts);
}

function optimizeBlock(b: Block, consts: ConstList): void {
  let loaded: FlowInstr | null = null;
  b.instrs.forEach((instr, i) => {
    if (instr.op === "LOAD_CONST") {
      const value = consts.valueOf(instr);
      if (value !== null) consts.loadWithoutList(instr, value);
    }
    const isCopy = loaded !== null && loadsConstant(loaded.op) && loaded.op !== "LOAD_SMALL_INT" && instr.op === "COPY" && instr.arg === 1;
    if (!isCopy) loaded = { ...instr };
    if (loaded === null || !loadsConstant(loaded.op)) return;
    const next = b.instrs[i + 1];
    if (next !== undefined) optimizeUse(b, i, instr, loaded, next, consts);
  });
}

/** What follows a load of a constant: a test whose outcome is known, `is None`. */
export function optimizeUse(b: Block, i: number, instr: FlowInstr, loaded: FlowInstr, next: FlowInstr, consts: ConstList): void {
  const value = consts.valueOf(loaded);
  if (value === null) return;
  switch (next.op) {
    case "POP_JUMP_IF_FALSE":
    case "POP_JUMP_IF_TRUE":
    case "JUMP_IF_FALSE":
    case "JUMP_IF_TRUE": {
      if (next.op.startsWith("POP")) clear(instr);
      if (truthOf(value) === next.op.endsWith("TRUE")) next.op = "JUMP";
      else clear(next);
      return;
    }
    case "IS_OP":
      if (value.kind === "none") foldNoneTest(b, i);
      return;
    case "TO_BOOL":
      clear(instr);
      consts.load(next, { kind: "bool", value: truthOf(value) });
      return;
    default:
      return;
  }
}

/** `x is None` before a jump becomes the jump's own test. */
function foldNoneTest(b: Block, i: number): void {
  const [load, test] = [b.instrs[i], b.instrs[i + 1]];
  let jump = b.instrs[i + 2];
  if (load === undefined || test === undefined || jump === undefined) return;
  if (jump.op === "TO_BOOL") {
    clear(jump);
    jump = b.instrs[i + 3];
    if (jump === undefined) return;
  }
  if (jump.op !== "POP_JUMP_IF_TRUE" && jump.op !== "POP_JUMP_IF_FALSE") return;
  const isNegated = (test.arg !== 0) !== (jump.op === "POP_JUMP_IF_FALSE");
  clear(load);
  clear(test);
  jump.op = isNegated ? "POP_JUMP_IF_NOT_NONE" : "POP_JUMP_IF_NONE";
}
