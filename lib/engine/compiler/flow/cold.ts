import { NO_LOCATION } from "../emit/unit.ts";
import { Block, blocksFrom, isJump, newInstr, traverse } from "./block.ts";
import { removeNopsAndJumps } from "./cleanup.ts";

/** Moves the blocks that only exceptions lead to behind all others. */
export function moveColdToEnd(entry: Block, hiddenJump: string): void {
  if (entry.next === null) return;
  markCold(entry);
  for (const b of blocksFrom(entry)) {
    if (b.isCold && b.fallsThrough && b.next?.isWarm) insertJump(b, b.next, hiddenJump);
  }
  const blocks = [...blocksFrom(entry)];
  const cold = blocks.filter((b) => b.isCold);
  const ordered = [...blocks.filter((b) => !b.isCold), ...cold];
  ordered.forEach((b, i) => {
    b.next = ordered[i + 1] ?? null;
  });
  if (cold.length > 0) removeNopsAndJumps(entry);
}

/** A cold block can no longer fall into the warm one after it. */
function insertJump(b: Block, next: Block, hiddenJump: string): void {
  const jump = new Block();
  next.isLabeled = true;
  jump.instrs.push(newInstr(hiddenJump, 0, NO_LOCATION, next));
  jump.isCold = true;
  jump.predecessors = hiddenJump === "JUMP" ? 0 : 1;
  jump.next = next;
  b.next = jump;
}

function markCold(entry: Block): void {
  traverse(entry, [entry], (b) => {
    b.isWarm = true;
    return successors(b);
  });
  const handlers = [...blocksFrom(entry)].filter((b) => b.isHandler);
  traverse(entry, handlers, (b) => {
    b.isCold = true;
    return successors(b).filter((to) => !to.isWarm);
  });
}

function successors(b: Block): Block[] {
  const jumps = b.instrs.flatMap(({ op, target }) => (isJump(op) && target !== null ? [target] : []));
  return b.next !== null && b.fallsThrough ? [b.next, ...jumps] : jumps;
}
