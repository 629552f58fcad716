import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import type { CodeSpec } from "./code.ts";

/**
 * The bytes of `co_code`: two for each code unit, EXTENDED_ARG prefixes written out, inline caches as zeros (as CPython
 * shows them, whatever they hold while the code runs). Throws for an instruction that the set does not have.
 */
export function encodeBytecode(code: CodeSpec, set: InstructionSet): Uint8Array {
  const prefix = numberOf(set, "EXTENDED_ARG");
  const bytes: number[] = [];
  for (const instr of code.code) {
    for (let shift = 24; shift > 0; shift -= 8) if (instr.arg >>> shift) bytes.push(prefix, (instr.arg >>> shift) & 0xff);
    bytes.push(numberOf(set, instr.op), instr.arg & 0xff);
    for (let left = instr.caches; left > 0; left--) bytes.push(0, 0);
  }
  return Uint8Array.from(bytes);
}

function numberOf(set: InstructionSet, name: string): number {
  const opcode = set.opcodes.get(name);
  if (!opcode) throw new Error(`No opcode ${name} in this version's instruction set.`);
  return opcode.number;
}

/** Byte offset at which the instruction with this index begins, its EXTENDED_ARG prefixes included; the end of the code for the index after the last. */
export function startOffsetAt(code: CodeSpec, index: number): number {
  const instr = code.code[index];
  if (instr !== undefined) return instr.offset - 2 * prefixCount(instr.arg);
  const last = code.code[code.code.length - 1];
  return last === undefined ? 0 : last.offset + 2 + 2 * last.caches;
}

export function prefixCount(arg: number): number {
  return (arg > 0xff ? 1 : 0) + (arg > 0xffff ? 1 : 0) + (arg > 0xffffff ? 1 : 0);
}
