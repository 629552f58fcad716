import { blocksFrom, clear, isBlockPush, isJump, unvisitAll } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";

/** POP_BLOCK has told where handlers end. */
export function dropHandlerEnds(entry: Block): void {
  for (const b of blocksFrom(entry)) for (const instr of b.instrs) if (instr.op === "POP_BLOCK") clear(instr);
}

/** Marks the blocks that handlers begin with. */
export function markHandlers(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    for (const { op, target } of b.instrs) if (isBlockPush(op) && target !== null) target.isHandler = true;
  }
}

/**
 * Notes for each instruction the handler that catches what it raises. `resumeDepthBit` marks a
 * RESUME with one handler around, so only the generator's own; with `yieldsDepth` a YIELD_VALUE tells how many are.
 */
export function labelHandlers(entry: Block, resumeDepthBit: number, yieldsDepth: boolean): void {
  unvisitAll(entry);
  const stacks = new Map<Block, Block[]>([[entry, []]]);
  const todo = [entry];
  entry.isVisited = true;
  const push = (b: Block, handlers: readonly Block[]): void => {
    if (b.isVisited) return;
    b.isVisited = true;
    stacks.set(b, [...handlers]);
    todo.push(b);
  };
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    const handlers = stacks.get(b) ?? [];
    labelBlock(b, handlers, push, resumeDepthBit, yieldsDepth);
    if (b.fallsThrough && b.next !== null) push(b.next, handlers);
  }
}

function labelBlock(b: Block, handlers: Block[], push: (b: Block, handlers: readonly Block[]) => void, resumeDepthBit: number, yieldsDepth: boolean): void {
  let lastYieldDepth = -1;
  for (const instr of b.instrs) {
    const handler = handlers[handlers.length - 1] ?? null;
    const { op, target } = instr;
    if (isBlockPush(op) && target !== null) {
      push(target, handlers);
      pushHandler(handlers, instr, target);
      continue;
    }
    if (op === "POP_BLOCK") {
      handlers.pop();
      continue;
    }
    instr.except = handler;
    if (isJump(op) && target !== null) push(target, handlers);
    else if (op === "YIELD_VALUE") {
      lastYieldDepth = handlers.length;
      if (yieldsDepth) instr.arg = handlers.length;
    }
    else if (op === "RESUME" && instr.arg !== 0) {
      if (lastYieldDepth === 1) instr.arg |= resumeDepthBit;
      lastYieldDepth = -1;
    }
  }
}

function pushHandler(handlers: Block[], setup: FlowInstr, target: Block): void {
  if (setup.op !== "SETUP_FINALLY") target.preservesLasti = true;
  handlers.push(target);
}
