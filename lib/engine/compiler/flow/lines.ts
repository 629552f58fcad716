import { Block, blocksFrom, isJump, nextNonempty } from "./block.ts";
import { NO_LOCATION } from "../emit/unit.ts";

/** Gives every instruction that can leave the frame a line, as PEP 626 asks. */
export function resolveLines(entry: Block): void {
  duplicateExits(entry);
  propagateLines(entry);
}

const EVAL_BREAKS = new Set(["JUMP", "JUMP_BACKWARD", "RESUME", "CALL", "CALL_KW", "CALL_FUNCTION_EX"]);

function isLinelessExit(b: Block): boolean {
  if (!b.exitsScope && !b.instrs.some(({ op }) => EVAL_BREAKS.has(op))) return false;
  return b.hasNoLine;
}

/** An exit without a line that several jumps share is copied for each, so that each copy can take the line of its jump. */
function duplicateExits(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined || !isJump(last.op)) continue;
    const target = nextNonempty(last.target);
    if (target === null || !isLinelessExit(target) || target.predecessors <= 1) continue;
    const copy = new Block();
    copy.instrs = target.instrs.map((instr) => ({ ...instr }));
    const first = copy.instrs[0];
    if (first !== undefined) first.span = last.span;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.isLabeled = true;
    copy.next = target.next;
    target.next = copy;
  }
  for (const b of blocksFrom(entry)) {
    if (!b.fallsThrough || b.next === null || b.last === undefined || !isLinelessExit(b.next)) continue;
    const first = b.next.instrs[0];
    if (first !== undefined) first.span = b.last.span;
  }
}

/** An instruction without a line takes that of the one before, also across to a block with one way in. */
export function propagateLines(entry: Block): void {
  for (const b of blocksFrom(entry)) {
    const { last } = b;
    if (last === undefined) continue;
    let span = NO_LOCATION;
    for (const instr of b.instrs) {
      if (instr.span.line === NO_LOCATION.line) instr.span = span;
      else span = instr.span;
    }
    if (b.fallsThrough && b.next !== null) inherit(b.next, span);
    if (isJump(last.op) && last.target !== null) inherit(last.target, span);
  }
}

function inherit(b: Block, span: typeof NO_LOCATION): void {
  const first = b.instrs[0];
  if (b.predecessors === 1 && first !== undefined && first.span.line === NO_LOCATION.line) first.span = span;
}
