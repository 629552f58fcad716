import { listings } from "../compiler/listings.ts";
import type { CodeSpec } from "../compiler/code.ts";
import type { PyCode } from "../types/code.ts";
import type { Machine } from "../vm/machine.ts";
import type { CodeView } from "./recording.ts";

/** The code objects of a recording, listed once each. */
export class Listings {
  readonly views: CodeView[] = [];
  private readonly indices = new Map<CodeSpec, number>();
  private readonly vm: Machine;
  private readonly lineOf: (filename: string, line: number) => number;

  constructor(vm: Machine, lineOf: (filename: string, line: number) => number) {
    this.vm = vm;
    this.lineOf = lineOf;
  }

  indexOf({ spec }: PyCode): number {
    const known = this.indices.get(spec);
    if (known !== undefined) return known;
    const index = this.views.length;
    this.indices.set(spec, index);
    const rows = listings.get().instructions(spec, this.vm.profile);
    const instructions = rows
      .filter(({ opname }) => opname !== "EXTENDED_ARG" && opname !== "CACHE")
      .map(({ opname, arg, argrepr, offset, line, isJumpTarget }) => ({ opname, arg, argrepr, offset, line: line && this.lineOf(spec.filename, line), isJumpTarget }));
    this.views.push({ name: spec.name, qualname: spec.qualname, firstLine: this.lineOf(spec.filename, spec.firstLine), instructions });
    return index;
  }
}
