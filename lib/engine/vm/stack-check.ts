import type { CodeSpec } from "../compiler/code.ts";
import { depthsOf } from "../compiler/stack-depths.ts";
import type { InstructionSet } from "../profiles/instruction-sets/types.ts";
import type { Frame } from "../types/frame.ts";
import type { Handler } from "./loop.ts";

/** Compares the stack before each instruction with what the opcode table says about the instructions before it. */
export class StackCheck {
  private readonly set: InstructionSet;
  private readonly known = new WeakMap<CodeSpec, readonly (number | null)[]>();

  constructor(set: InstructionSet) {
    this.set = set;
  }

  /** A handler that compares first. A difference is a fault of the engine and ends the run as one. */
  watched(handler: Handler, spec: CodeSpec, at: number): Handler {
    let depths = this.known.get(spec);
    if (!depths) this.known.set(spec, (depths = depthsOf(spec, this.set)));
    const expected = depths[at];
    return (vm, frame, arg) => {
      if (frame.sp - frame.stackBase !== expected) throw this.fault(frame, spec, at, expected);
      return handler(vm, frame, arg);
    };
  }

  private fault(frame: Frame, spec: CodeSpec, at: number, expected: number | null): Error {
    const before = spec.code.slice(Math.max(at - 3, 0), at + 1).map((instr) => `${instr.op} ${instr.arg}`);
    return new Error(`${spec.qualname} has ${frame.sp - frame.stackBase} values on its stack where the table says ${expected}: ${before.join(", ")}`);
  }
}
