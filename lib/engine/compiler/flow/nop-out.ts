import { NO_LOCATION } from "../emit/unit.ts";
import { clear } from "./block.ts";
import type { FlowInstr } from "./block.ts";

/** Removes the loads of folded operands: NOPs that no line keeps. */
export function nopOut(instrs: readonly FlowInstr[]): void {
  for (const instr of instrs) {
    clear(instr);
    instr.span = NO_LOCATION;
  }
}
