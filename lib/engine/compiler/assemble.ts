import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import type { Span } from "../syntax/ast.ts";
import type { HandlerEntry, Instr } from "./code.ts";
import { NEXT_LOCATION, NO_LOCATION } from "./emit/unit.ts";
import { blocksFrom, isBlockPush, isJump, isTerminator } from "./flow/block.ts";
import type { Block, FlowInstr } from "./flow/block.ts";

/** An instruction whose jump argument is being worked out. */
interface Placed {
  readonly op: string;
  readonly caches: number;
  readonly target: number | null;
  readonly span: Span;
  arg: number;
  /** In code units, of the first EXTENDED_ARG if there is one. */
  start: number;
}

/** The final instructions: real jumps, byte offsets, lines. Follows Python/assemble.c. */
export function assembleInstructions(entry: Block, set: InstructionSet): Instr[] {
  const flow = [...blocksFrom(entry)].flatMap((b) => b.instrs);
  const positions = blockPositions(entry);
  const spans = settleSpans(flow);
  const placed = flow.map((instr, i): Placed => {
    const target = instr.target === null || !(isJump(instr.op) || isBlockPush(instr.op)) ? null : (positions.get(instr.target) ?? 0);
    const op = target === null ? instr.op : realJump(instr.op, target <= i, set);
    const caches = set.cacheUnits.get(op) ?? 0;
    // CPython starts from the shortest jumps, or later from ones that hold the target's number.
    const first = set.recipes.blockStarts === "targets" ? target : 0;
    return { op, caches, target, span: spans[i] ?? NO_LOCATION, arg: target === null ? instr.arg : (first ?? 0), start: 0 };
  });
  resolveJumps(placed, set);
  return placed.map(({ op, arg, caches, target, span, start }) => ({
    op,
    arg,
    ...(target === null ? {} : { target }),
    offset: 2 * (start + prefixes(arg)),
    caches,
    span: span.line < 0 ? null : span,
  }));
}

function blockPositions(entry: Block): Map<Block, number> {
  const positions = new Map<Block, number>();
  let count = 0;
  for (const b of blocksFrom(entry)) {
    positions.set(b, count);
    count += b.instrs.length;
  }
  return positions;
}

/** Instructions that are to have the place of the next one get it. */
function settleSpans(flow: readonly FlowInstr[]): Span[] {
  const spans: Span[] = flow.map(({ span }) => span);
  for (let i = flow.length - 1; i >= 0; i--) {
    if (spans[i] !== NEXT_LOCATION) continue;
    spans[i] = isTerminator(flow[i]?.op ?? "") ? NO_LOCATION : (spans[i + 1] ?? NO_LOCATION);
  }
  return spans;
}

function realJump(op: string, isBackward: boolean, set: InstructionSet): string {
  if (op === "JUMP") return isBackward ? "JUMP_BACKWARD" : "JUMP_FORWARD";
  if (op === "JUMP_NO_INTERRUPT") return isBackward ? "JUMP_BACKWARD_NO_INTERRUPT" : "JUMP_FORWARD";
  const isDirected = op.startsWith("POP_JUMP_IF") && set.opcodes.get(op)?.jump === "either";
  return isDirected ? op.replace("POP_JUMP", isBackward ? "POP_JUMP_BACKWARD" : "POP_JUMP_FORWARD") : op;
}

/** EXTENDED_ARG prefixes that an argument needs. */
function prefixes(arg: number): number {
  return (arg > 0xff ? 1 : 0) + (arg > 0xffff ? 1 : 0) + (arg > 0xffffff ? 1 : 0);
}

const sizeOf = ({ arg, caches }: Placed): number => prefixes(arg) + 1 + caches;

/** From END_ASYNC_FOR the listing points at the END_SEND, this many code units behind the SEND: SEND, YIELD_VALUE, RESUME, JUMP_BACKWARD_NO_INTERRUPT. */
function sendLength(set: InstructionSet): number {
  return 4 + (set.cacheUnits.get("SEND") ?? 0) + (set.cacheUnits.get("RESUME") ?? 0);
}

/** Works out relative jump arguments; a longer argument moves what follows, so it repeats until nothing moves. */
function resolveJumps(placed: readonly Placed[], set: InstructionSet): void {
  const toEndSend = sendLength(set);
  let isMoving = true;
  while (isMoving) {
    isMoving = false;
    let start = 0;
    for (const instr of placed) {
      instr.start = start;
      start += sizeOf(instr);
    }
    for (const instr of placed) {
      if (instr.target === null) continue;
      const size = sizeOf(instr);
      const after = instr.start + size;
      const there = placed[instr.target]?.start ?? 0;
      const distance = there - after;
      if (set.opcodes.get(instr.op)?.jump === "absolute") instr.arg = there;
      else instr.arg = instr.op === "END_ASYNC_FOR" ? -distance - toEndSend : Math.abs(distance);
      if (sizeOf(instr) !== size) isMoving = true;
    }
  }
}

/** The exception table: runs of instructions with one handler, in instruction indices. */
export function assembleHandlers(entry: Block): HandlerEntry[] {
  const positions = blockPositions(entry);
  const handlers: HandlerEntry[] = [];
  let current: Block | null = null;
  let start = 0;
  let index = 0;
  const close = (): void => {
    if (current === null) return;
    const lasti = current.preservesLasti;
    const depth = current.startDepth - 1 - (lasti ? 1 : 0);
    handlers.push({ start, end: index, target: positions.get(current) ?? 0, depth, lasti });
  };
  for (const b of blocksFrom(entry)) {
    for (const { except } of b.instrs) {
      if (except !== current) {
        close();
        start = index;
        current = except;
      }
      index++;
    }
  }
  close();
  return handlers;
}
