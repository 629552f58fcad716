import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import { isScopeExit, isUnconditionalJump } from "./flow/block.ts";
import { effect, opcodeOf } from "./flow/stack-depth.ts";
import type { CodeSpec } from "./code.ts";

/**
 * How many values the opcode table says are on the stack before each instruction; null where none leads. Throws when two
 * ways lead to one instruction with different depths, or when there are more values than `co_stacksize`.
 */
export function depthsOf(code: CodeSpec, set: InstructionSet): readonly (number | null)[] {
  const depths: (number | null)[] = code.code.map(() => null);
  const todo: number[] = [];
  const lead = (index: number, depth: number): void => {
    const known = depths[index];
    if (depth < 0 || depth > code.stackSize) throw new Error(`${code.qualname}: ${depth} values at instruction ${index}, of ${code.stackSize}.`);
    if (known !== null && known !== depth) throw new Error(`${code.qualname}: ${known} or ${depth} values at instruction ${index}.`);
    if (known !== null) return;
    depths[index] = depth;
    todo.push(index);
  };
  // A generator's first instruction drops what is sent to start it.
  lead(0, code.code[0]?.op === "GEN_START" ? 1 : 0);
  // The exception table says what depth a handler begins with; an instruction that sets one up says it itself.
  for (const { target, depth, lasti } of code.handlers) lead(target, depth + (lasti ? 2 : 1));
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    const { op, arg, target } = code.code[index];
    const opcode = opcodeOf(set, op);
    const before = depths[index] as number;
    const after = before + effect(opcode.pushes, arg) - effect(opcode.pops, arg);
    if (target !== undefined && op !== "END_ASYNC_FOR") lead(target, opcode.onJump === null ? after : before + opcode.onJump);
    if (!isUnconditionalJump(op) && !isScopeExit(op)) lead(index + 1, opcode.blockPush ? before : after);
  }
  return depths;
}
