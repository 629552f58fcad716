import { UNNUMBERED } from "../../emit/unit.ts";
import type { Span } from "../../../syntax/ast.ts";
import { Block, blocksFrom, isJump, set } from "../block.ts";
import { newestFirst } from "../by-line-cleanup.ts";
import { dropEmptyBlocks, isPlainJump, skipEmptyTarget } from "./tidy.ts";

/** An exit of at most so many instructions is copied instead of jumped to. */
const MAX_COPY_SIZE = 4;

/** Puts copies of small exits in place of the jumps to them (`extend_block`). */
export function extendIntoExits(entry: Block): void {
  for (const b of blocksFrom(entry)) for (const instr of b.instrs) skipEmptyTarget(instr);
  for (const b of newestFirst(entry)) {
    const { last } = b;
    if (last === undefined || !isPlainJump(last.op) || last.target === null) continue;
    const { target } = last;
    if (!target.exitsScope || target.instrs.length > MAX_COPY_SIZE) continue;
    set(last, "NOP", 0);
    b.instrs.push(...target.instrs.map((instr) => ({ ...instr })));
  }
}

function isLinelessExit(b: Block): boolean {
  return b.exitsScope && (b.instrs[0]?.span.line ?? 0) < 0;
}

/** An exit without a line that several jumps share is copied for each, which gives it its line (`duplicate_exits_without_lineno`). */
export function copyUnnumberedExits(entry: Block): void {
  const blocks = newestFirst(entry);
  for (const { last } of blocks) {
    if (last === undefined || last.target === null || !isJump(last.op)) continue;
    const { target } = last;
    if (!isLinelessExit(target) || target.predecessors <= 1) continue;
    const copy = new Block();
    copy.instrs = target.instrs.map((instr) => ({ ...instr }));
    const first = copy.instrs[0];
    if (first !== undefined) first.span = last.span;
    last.target = copy;
    target.predecessors--;
    copy.predecessors = 1;
    copy.next = target.next;
    target.next = copy;
  }
  dropEmptyBlocks(entry);
  for (const b of blocks) {
    if (!b.fallsThrough || b.next === null || b.last === undefined || !isLinelessExit(b.next)) continue;
    const first = b.next.instrs[0];
    if (first !== undefined) first.span = b.last.span;
  }
}

/** Instructions that came without a line of their own go on with that of the one before; the first line is `firstLine`. */
export function goOnWithLines(entry: Block, firstLine: number): void {
  let span: Span = { line: firstLine, col: -1, endLine: firstLine, endCol: -1 };
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (instr.span.line === UNNUMBERED.line) instr.span = span;
      else span = instr.span;
    }
  }
}

/** Jumps forward are relative, jumps back absolute. */
export function chooseJumps(entry: Block): void {
  const seen = new Set<Block>();
  for (const b of blocksFrom(entry)) {
    seen.add(b);
    const { last } = b;
    if (last?.target == null || !isPlainJump(last.op)) continue;
    last.op = seen.has(last.target) ? "JUMP_ABSOLUTE" : "JUMP_FORWARD";
  }
}
