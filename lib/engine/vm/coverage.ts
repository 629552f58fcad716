import type { CodeSpec } from "../compiler/code.ts";
import type { Handler } from "./loop.ts";

/** Which instructions of which code objects have been executed. */
export class Coverage {
  private readonly covered = new Map<CodeSpec, Set<number>>();

  /** A handler that notes each execution of the instruction at an index. */
  watched(handler: Handler, spec: CodeSpec, at: number): Handler {
    const offsets = this.covered.get(spec) ?? new Set<number>();
    this.covered.set(spec, offsets);
    const { offset } = spec.code[at];
    return (vm, frame, arg) => {
      offsets.add(offset);
      return handler(vm, frame, arg);
    };
  }

  /** Executed byte offsets by code object. */
  executed(): ReadonlyMap<CodeSpec, ReadonlySet<number>> {
    return this.covered;
  }
}
