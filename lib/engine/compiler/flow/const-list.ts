import type { Const } from "../code.ts";
import type { ConstCache } from "../constants/const-cache.ts";
import { set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";

/** The constants of one code object while passes add to them. */
export class ConstList {
  readonly items: Const[];
  readonly #cache: ConstCache;

  constructor(items: readonly Const[], cache: ConstCache) {
    this.items = [...items];
    this.#cache = cache;
  }

  add(value: Const): number {
    const merged = this.#cache.merge(value);
    const index = this.items.indexOf(merged);
    return index >= 0 ? index : this.items.push(merged) - 1;
  }

  /** The value that an instruction pushes, null when it is not a constant. */
  valueOf(instr: FlowInstr): Const | null {
    if (instr.op === "LOAD_SMALL_INT") return { kind: "int", value: BigInt(instr.arg) };
    if (instr.op !== "LOAD_CONST") return null;
    return this.items[instr.arg] ?? null;
  }

  /** Makes the instruction push `value`. */
  load(instr: FlowInstr, value: Const): void {
    if (!makeSmallInt(instr, value)) set(instr, "LOAD_CONST", this.add(value));
  }
}

/** Small integers are in the argument itself. False when `value` is none. */
export function makeSmallInt(instr: FlowInstr, value: Const): boolean {
  if (value.kind !== "int" || value.value < 0n || value.value > 255n) return false;
  set(instr, "LOAD_SMALL_INT", Number(value.value));
  return true;
}

/** The `count` instructions up to `end` that push constants, NOPs between them passed over; null when there are fewer. */
export function constantLoads(b: Block, end: number, count: number): FlowInstr[] | null {
  const found: FlowInstr[] = [];
  for (let i = end; i >= 0 && found.length < count; i--) {
    const instr = b.instrs[i];
    if (instr === undefined || instr.op === "NOP") continue;
    if (instr.op !== "LOAD_CONST" && instr.op !== "LOAD_SMALL_INT") return null;
    found.unshift(instr);
  }
  return found.length === count ? found : null;
}
