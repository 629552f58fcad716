import type { InstructionSet } from "../../profiles/instruction-sets/types.ts";
import { isBlockPush, isJump, isScopeExit, isUnconditionalJump, unvisitAll } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";
import { effect, opcodeOf } from "./stack-depth.ts";

/** A value on the simulated stack: the instruction that pushed it, and the local it came from. -1 for neither. */
interface Ref {
  readonly instr: number;
  readonly local: number;
}

const UNKNOWN: Ref = { instr: -1, local: -1 };

/**
 * Makes borrowed loads of those that need no reference of their own: the value is taken from the stack in the same
 * block, before the local is bound anew, and not into another local (Python/flowgraph.c `optimize_load_fast`).
 */
export function borrowLoads(entry: Block, set: InstructionSet): void {
  unvisitAll(entry);
  entry.startDepth = 0;
  entry.isVisited = true;
  const todo = [entry];
  const reach = (b: Block): void => {
    if (b.isVisited) return;
    b.isVisited = true;
    todo.push(b);
  };
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) new BlockSimulation(b, set, reach).run();
}

/** Leaves its inputs on the stack, as far as anyone can tell: a string may be its own formatted text. */
const PUSH_ONLY = new Set(["FORMAT_SIMPLE", "GET_ANEXT", "GET_LEN", "GET_YIELD_FROM_ITER", "IMPORT_FROM", "MATCH_KEYS", "MATCH_MAPPING", "MATCH_SEQUENCE", "WITH_EXCEPT_START"]);
/** Takes some of its inputs, pushes nothing new. */
const POP_ONLY = new Set(["DICT_MERGE", "DICT_UPDATE", "LIST_APPEND", "LIST_EXTEND", "MAP_ADD", "RERAISE", "SET_ADD", "SET_UPDATE"]);

class BlockSimulation {
  readonly #block: Block;
  readonly #set: InstructionSet;
  readonly #reach: (b: Block) => void;
  readonly #refs: Ref[];
  /** Instructions whose value must be counted. */
  readonly #owned = new Set<number>();

  constructor(block: Block, set: InstructionSet, reach: (b: Block) => void) {
    this.#block = block;
    this.#set = set;
    this.#reach = reach;
    this.#refs = Array.from({ length: block.startDepth }, () => UNKNOWN);
  }

  run(): void {
    const { instrs, last, next } = this.#block;
    instrs.forEach((instr, i) => this.#step(instr, i));
    // CPython 3.14 stops at a block that passes have emptied, so loads behind it are kept.
    const goesOn = last === undefined ? this.#set.recipes.borrowsBehindEmptyBlocks : !isUnconditionalJump(last.op) && !isScopeExit(last.op);
    if (goesOn && next !== null) this.#reach(next);
    for (const { instr } of this.#refs) this.#owned.add(instr);
    instrs.forEach((instr, i) => {
      if (this.#owned.has(i)) return;
      if (instr.op === "LOAD_FAST") instr.op = "LOAD_FAST_BORROW";
      else if (instr.op === "LOAD_FAST_LOAD_FAST") instr.op = "LOAD_FAST_BORROW_LOAD_FAST_BORROW";
    });
  }

  #pop(): Ref {
    return this.#refs.pop() ?? UNKNOWN;
  }

  #push(instr: number, local = -1): void {
    this.#refs.push({ instr, local });
  }

  #kill(local: number): void {
    for (const ref of this.#refs) if (ref.local === local) this.#owned.add(ref.instr);
  }

  #store(local: number): void {
    const ref = this.#pop();
    this.#kill(local);
    this.#owned.add(ref.instr);
  }

  #step(instr: FlowInstr, i: number): void {
    const { op, arg } = instr;
    switch (op) {
      case "LOAD_FAST":
        return this.#push(i, arg);
      case "DELETE_FAST":
        return this.#kill(arg);
      case "LOAD_FAST_AND_CLEAR":
        this.#kill(arg);
        return this.#push(i, arg);
      case "LOAD_FAST_LOAD_FAST":
        this.#push(i, arg >> 4);
        return this.#push(i, arg & 15);
      case "STORE_FAST":
        return this.#store(arg);
      case "STORE_FAST_LOAD_FAST":
        this.#store(arg >> 4);
        return this.#push(i, arg & 15);
      case "STORE_FAST_STORE_FAST":
        this.#store(arg >> 4);
        return this.#store(arg & 15);
      case "COPY":
        this.#refs.push(this.#refs[this.#refs.length - arg] ?? UNKNOWN);
        return;
      case "SWAP":
        return this.#swap(arg);
      default:
        return this.#stepOther(instr, i);
    }
  }

  #swap(depth: number): void {
    const refs = this.#refs;
    const [a, b] = [refs.length - depth, refs.length - 1];
    [refs[a], refs[b]] = [refs[b] ?? UNKNOWN, refs[a] ?? UNKNOWN];
  }

  #stepOther(instr: FlowInstr, i: number): void {
    const { op, arg, target } = instr;
    const opcode = opcodeOf(this.#set, op);
    const pops = effect(opcode.pops, arg);
    const pushes = effect(opcode.pushes, arg);
    if (target !== null && (isJump(op) || isBlockPush(op))) this.#reach(target);
    // In two entries, the iterable itself may stay to be its own iterator.
    if (PUSH_ONLY.has(op) || (op === "GET_ITER" && this.#set.recipes.iteratorEntries === 2)) {
      // CPython 3.14 counts these from the start of the block instead of naming the instruction, so a load there is kept.
      for (let n = pops; n < pushes; n++) this.#push(this.#set.recipes.keepsLoadsAtBlockStart ? n - pops : i);
    } else if (POP_ONLY.has(op)) {
      for (let n = pushes; n < pops; n++) this.#pop();
    } else if (op === "FOR_ITER") {
      this.#push(i);
    } else if (op === "CHECK_EXC_MATCH" || op === "SEND") {
      this.#pop();
      this.#push(i);
    } else if (op === "LOAD_SPECIAL" || op === "PUSH_EXC_INFO") {
      const top = this.#pop();
      this.#push(i);
      this.#refs.push(top);
    } else if (op === "END_SEND" || op === "SET_FUNCTION_ATTRIBUTE") {
      const top = this.#pop();
      this.#pop();
      this.#refs.push(top);
    } else if (op === "LOAD_ATTR" || op === "LOAD_SUPER_ATTR") {
      this.#loadAttribute(op, arg, i);
    } else if (!isBlockPush(op)) {
      for (let n = 0; n < pops; n++) this.#pop();
      for (let n = 0; n < pushes; n++) this.#push(i);
    }
  }

  /** A method keeps `self` on the stack. */
  #loadAttribute(op: string, arg: number, i: number): void {
    const self = this.#pop();
    if (op === "LOAD_SUPER_ATTR") {
      this.#pop();
      this.#pop();
    }
    this.#push(i);
    if (arg & 1) this.#refs.push(self);
  }
}
