import type { Span } from "../../syntax/ast.ts";

/** An instruction while passes change it. */
export interface FlowInstr {
  op: string;
  arg: number;
  /** Where a jump or handler set-up leads. */
  target: Block | null;
  span: Span;
  /** The handler that runs when this raises. */
  except: Block | null;
}

/** A basic block: entered only at its start, left only at its end (Python/flowgraph.c `basicblock`). */
export class Block {
  instrs: FlowInstr[] = [];
  /** The block that follows in the code. */
  next: Block | null = null;
  /** Something jumps here by a label of its own. */
  isLabeled = false;
  /** The compiler made another block before it, with nothing in it. */
  isBehindEmpty = false;
  predecessors = 0;
  /** Depth of the value stack at the start; negative while unknown. */
  startDepth = -1;
  isHandler = false;
  preservesLasti = false;
  isCold = false;
  isWarm = false;
  isVisited = false;
  /** Blocks are numbered in the order in which the compiler made them. */
  order = 0;
  /** Locals that may be unbound at the start: bit `i` for local `i`. */
  unsafeLocals = 0n;

  /**
   * Handlers left behind in array slots that are no longer used: CPython does not clear them, and an instruction that is
   * appended later takes over what its slot holds. Seen in the exception table, so it must be the same here.
   */
  readonly #leftHandlers: (Block | null)[] = [];

  /** Keeps only these instructions. */
  keep(instrs: FlowInstr[]): void {
    this.instrs.forEach(({ except }, i) => {
      if (i >= instrs.length) this.#leftHandlers[i] = except;
    });
    this.instrs = instrs;
  }

  forgetLeftHandlers(): void {
    this.#leftHandlers.length = 0;
  }

  append(instr: FlowInstr): void {
    instr.except = this.#leftHandlers[this.instrs.length] ?? null;
    this.instrs.push(instr);
  }

  get last(): FlowInstr | undefined {
    return this.instrs[this.instrs.length - 1];
  }

  get fallsThrough(): boolean {
    const { last } = this;
    return last === undefined || !(UNCONDITIONAL.has(last.op) || SCOPE_EXITS.has(last.op));
  }

  get exitsScope(): boolean {
    return this.last !== undefined && SCOPE_EXITS.has(this.last.op);
  }

  get hasNoLine(): boolean {
    return this.instrs.every(({ span }) => span.line < 0);
  }
}

const UNCONDITIONAL: ReadonlySet<string> = new Set([
  "JUMP", "JUMP_NO_INTERRUPT", "JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "JUMP_ABSOLUTE",
]);
const SCOPE_EXITS: ReadonlySet<string> = new Set(["RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE"]);
const BLOCK_PUSHES: ReadonlySet<string> = new Set(["SETUP_FINALLY", "SETUP_WITH", "SETUP_ASYNC_WITH", "SETUP_CLEANUP"]);
const CONDITIONAL: ReadonlySet<string> = new Set(["POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"]);
const OTHER_JUMPS: ReadonlySet<string> = new Set([
  "FOR_ITER", "SEND", "END_ASYNC_FOR", "JUMP_IF_FALSE", "JUMP_IF_TRUE", "JUMP_IF_FALSE_OR_POP", "JUMP_IF_TRUE_OR_POP",
  "JUMP_IF_NOT_EXC_MATCH",
]);

export const isUnconditionalJump = (op: string): boolean => UNCONDITIONAL.has(op);
export const isConditionalJump = (op: string): boolean => CONDITIONAL.has(op);
export const isScopeExit = (op: string): boolean => SCOPE_EXITS.has(op);
export const isBlockPush = (op: string): boolean => BLOCK_PUSHES.has(op);
export const isJump = (op: string): boolean => UNCONDITIONAL.has(op) || CONDITIONAL.has(op) || OTHER_JUMPS.has(op);
/** A block ends after it. */
export const isTerminator = (op: string): boolean => isJump(op) || SCOPE_EXITS.has(op);

/** Turns an instruction into a NOP that keeps its place. */
export function clear(instr: FlowInstr): void {
  set(instr, "NOP", 0);
}

/** Gives an instruction another opcode and argument. The target stays: only jumps read it. */
export function set(instr: FlowInstr, op: string, arg: number): void {
  instr.op = op;
  instr.arg = arg;
}

export function newInstr(op: string, arg: number, span: Span, target: Block | null = null): FlowInstr {
  return { op, arg, span, target, except: null };
}

/** The blocks in code order. */
export function* blocksFrom(entry: Block): Generator<Block> {
  for (let b: Block | null = entry; b !== null; b = b.next) yield b;
}

/** The first block with instructions from `b` on. */
export function nextNonempty(b: Block | null): Block | null {
  let block = b;
  while (block !== null && block.instrs.length === 0) block = block.next;
  return block;
}

export function unvisitAll(entry: Block): void {
  for (const b of blocksFrom(entry)) b.isVisited = false;
}

/** Runs `visit` on each block reachable from `start`; `visit` gives the blocks that it leads to. Last found is first visited. */
export function traverse(entry: Block, start: readonly Block[], visit: (b: Block) => readonly Block[]): void {
  unvisitAll(entry);
  const stack = [...start];
  for (const b of start) b.isVisited = true;
  for (let b = stack.pop(); b !== undefined; b = stack.pop()) {
    for (const to of visit(b)) {
      if (to.isVisited) continue;
      to.isVisited = true;
      stack.push(to);
    }
  }
}
