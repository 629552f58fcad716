import { isScopeExit, isUnconditionalJump } from "../../compiler/flow/block.ts";
import { effect, opcodeOf } from "../../compiler/flow/stack-depth.ts";
import { CodeFlag, type CodeSpec, type Instr } from "../../compiler/code.ts";
import type { InstructionSet } from "../../profiles/instruction-sets/types.ts";

/**
 * What lies on the value stack before each instruction, as far as a jump must know it (Objects/frameobject.c, mark_stacks):
 * a number with three bits for each entry, the top in the lowest. So a deeper stack is a greater number.
 */
export type Kinds = bigint;

export const OVERFLOWED: Kinds = -1n;
export const UNKNOWN: Kinds = -2n;
const EMPTY: Kinds = 0n;

export const ITERATOR = 1n;
export const HANDLED = 2n;
export const OBJECT = 3n;
export const NULL = 4n;
export const LASTI = 5n;

const BITS = 3n;
const MASK = 7n;
/** One entry more is too many for CPython's 64 bits. */
const FULL = 1n << 60n;

export const topOf = (kinds: Kinds): bigint => kinds & MASK;
export const popped = (kinds: Kinds): Kinds => kinds >> BITS;
const pushed = (kinds: Kinds, kind: bigint): Kinds => (kinds < 0n || kinds >= FULL ? OVERFLOWED : (kinds << BITS) | kind);
const peeked = (kinds: Kinds, depth: number): bigint => (kinds >> (BITS * BigInt(depth - 1))) & MASK;

function swapped(kinds: Kinds, depth: number): Kinds {
  if (kinds < 0n) return kinds;
  const shift = BITS * BigInt(depth - 1);
  const [top, below] = [topOf(kinds), peeked(kinds, depth)];
  return (((kinds & ~(MASK << shift)) | (top << shift)) & ~MASK) | below;
}

function cutTo(kinds: Kinds, level: number): Kinds {
  if (level === 0) return EMPTY;
  let left = kinds;
  while (left > MASK << (BITS * BigInt(level - 1))) left = popped(left);
  return left;
}

function changedBy(kinds: Kinds, delta: number): Kinds {
  let left = kinds;
  for (let n = delta; n < 0; n++) left = popped(left);
  for (let n = delta; n > 0; n--) left = pushed(left, OBJECT);
  return left;
}

/** The entries after an instruction that falls through. */
function after({ op, arg }: Instr, kinds: Kinds, set: InstructionSet): Kinds {
  const opcode = opcodeOf(set, op);
  const delta = opcode.declared?.(arg) ?? effect(opcode.pushes, arg) - effect(opcode.pops, arg);
  switch (op) {
    case "GET_ITER":
    case "GET_AITER": {
      let left = popped(kinds);
      for (let n = effect(opcode.pushes, arg); n > 0; n--) left = pushed(left, ITERATOR);
      return left;
    }
    case "PUSH_EXC_INFO":
      return pushed(kinds, HANDLED);
    case "PUSH_NULL":
      return pushed(kinds, NULL);
    case "LOAD_GLOBAL":
    case "LOAD_ATTR": {
      if (delta === (op === "LOAD_ATTR" ? 0 : 1)) return changedBy(kinds, delta);
      const under = op === "LOAD_ATTR" ? popped(kinds) : kinds;
      const isNullFirst = set.recipes.call === "null-first" || set.recipes.call === "precall";
      return isNullFirst ? pushed(pushed(under, NULL), OBJECT) : pushed(pushed(under, OBJECT), NULL);
    }
    case "SWAP":
      return swapped(kinds, arg);
    case "COPY":
      return pushed(kinds, peeked(kinds, arg));
    default:
      return changedBy(kinds, delta);
  }
}

/** The entries before each instruction; UNKNOWN where no way leads. */
export function stackKinds(code: CodeSpec, set: InstructionSet): readonly Kinds[] {
  const kinds = new Array<Kinds>(code.code.length + 1).fill(UNKNOWN);
  const startsWithSent = set.recipes.delegation === "send" && (code.flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
  kinds[0] = startsWithSent ? pushed(EMPTY, OBJECT) : EMPTY;
  for (let again = true; again; ) {
    again = false;
    code.code.forEach((instr, at) => {
      const before = kinds[at];
      if (before === UNKNOWN) return;
      const { op, target } = instr;
      const next = after(instr, before, set);
      if (target !== undefined && op !== "END_ASYNC_FOR") {
        const { onJump } = opcodeOf(set, op);
        if (kinds[target] === UNKNOWN && target < at) again = true;
        kinds[target] = onJump === null ? next : changedBy(before, onJump);
      }
      if (!isUnconditionalJump(op) && !isScopeExit(op) && op !== "INTERPRETER_EXIT") kinds[at + 1] = next;
    });
    for (const { start, target, depth, lasti } of code.handlers) {
      if (kinds[start] === UNKNOWN || kinds[target] !== UNKNOWN) continue;
      again = true;
      const under = cutTo(kinds[start], depth);
      kinds[target] = pushed(lasti ? pushed(under, LASTI) : under, HANDLED);
    }
  }
  return kinds;
}

function fits(from: bigint, to: bigint): boolean {
  if (to === 0n) return false;
  if (to === OBJECT) return from !== NULL;
  return to === NULL || from === to;
}

/** Whether what lies at `from` can be cut down to what is expected at `to`. */
export function areCompatible(from: Kinds, to: Kinds): boolean {
  if (from < 0n || to < 0n) return false;
  let [have, want] = [from, to];
  while (have > want) have = popped(have);
  for (; have !== EMPTY; have = popped(have), want = popped(want)) if (!fits(topOf(have), topOf(want))) return false;
  return want === EMPTY;
}

/** Why nothing can jump to where this is expected. */
export function whyIncompatible(to: Kinds): string {
  if (to === OVERFLOWED) return "stack is too deep to analyze";
  if (to === UNKNOWN) return "can't jump into an exception handler, or code may be unreachable";
  if (topOf(to) === HANDLED) return "can't jump into an 'except' block as there's no exception";
  if (topOf(to) === LASTI) return "can't jump into a re-raising block as there's no location";
  return topOf(to) === ITERATOR ? "can't jump into the body of a for loop" : "incompatible stacks";
}
