import { Block, blocksFrom, clear, isBlockPush, isConditionalJump, newInstr, set, unvisitAll } from "./block.ts";
import type { FlowInstr } from "./block.ts";
import { removeNopsAndJumps } from "./cleanup.ts";

/** JUMP_IF_x keeps the value that it tests: COPY, TO_BOOL, POP_JUMP_IF_x. */
export function spellOutJumpIf(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined || (last.op !== "JUMP_IF_FALSE" && last.op !== "JUMP_IF_TRUE")) continue;
    last.op = `POP_${last.op}`;
    const added = [newInstr("COPY", 1, last.span), newInstr("TO_BOOL", 0, last.span)];
    for (const instr of added) instr.except = last.except;
    b.instrs.splice(b.instrs.length - 1, 0, ...added);
  }
}

/** Removes the last pseudo instructions. */
export function replacePseudo(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.op)) clear(instr);
      else if (instr.op === "LOAD_CLOSURE") set(instr, "LOAD_FAST", instr.arg);
      else if (instr.op === "STORE_FAST_MAYBE_NULL") set(instr, "STORE_FAST", instr.arg);
    }
  }
  removeNopsAndJumps(entry);
}

const OPPOSITES: Readonly<Record<string, string>> = {
  POP_JUMP_IF_NOT_NONE: "POP_JUMP_IF_NONE",
  POP_JUMP_IF_NONE: "POP_JUMP_IF_NOT_NONE",
  POP_JUMP_IF_FALSE: "POP_JUMP_IF_TRUE",
  POP_JUMP_IF_TRUE: "POP_JUMP_IF_FALSE",
};

/** Conditional jumps only go forward: one that goes back becomes the opposite jump over a plain one. */
export function turnJumps(entry: Block): void {
  unvisitAll(entry);
  for (const b of blocksFrom(entry)) {
    b.isVisited = true;
    const { last } = b;
    if (last?.target?.isVisited && isConditionalJump(last.op)) turnBack(b, last, []);
  }
}

/** The opposite jump to what follows, and a plain one back to the target. `marks` go before that. */
function turnBack(b: Block, last: FlowInstr, marks: readonly FlowInstr[]): void {
  const { target } = last;
  const back = new Block();
  back.instrs.push(...marks, newInstr("JUMP", 0, last.span, target));
  back.startDepth = target?.startDepth ?? -1;
  back.isCold = b.isCold;
  last.op = OPPOSITES[last.op] ?? last.op;
  last.target = b.next;
  back.next = b.next;
  b.next = back;
}

/** Conditional jumps only go forward: one that goes back becomes the opposite jump over a plain one. Marks the other way with NOT_TAKEN. */
export function normalizeJumps(entry: Block): void {
  unvisitAll(entry);
  for (const b of blocksFrom(entry)) {
    b.isVisited = true;
    const { last } = b;
    if (last === undefined || last.target === null || !isConditionalJump(last.op)) continue;
    if (!last.target.isVisited) {
      b.append(newInstr("NOT_TAKEN", 0, last.span));
      continue;
    }
    turnBack(b, last, [newInstr("NOT_TAKEN", 0, last.span)]);
  }
}
