import type { InstructionSet } from "../../profiles/instruction-sets/types.ts";
import type { Const } from "../code.ts";
import type { ConstCache } from "../constants/const-cache.ts";
import { set } from "./block.ts";
import type { Block, FlowInstr } from "./block.ts";

/** The constants of one code object while passes add to them. */
export class ConstList {
  readonly items: Const[];
  readonly #cache: ConstCache;
  readonly #set: InstructionSet;

  constructor(items: readonly Const[], cache: ConstCache, set: InstructionSet) {
    this.items = [...items];
    this.#cache = cache;
    this.#set = set;
  }

  add(value: Const): number {
    const merged = this.#cache.merge(value);
    const index = this.items.indexOf(merged);
    return index >= 0 ? index : this.items.push(merged) - 1;
  }

  /** The value that an instruction pushes, null when it is not a constant. */
  valueOf(instr: FlowInstr): Const | null {
    if (instr.op === "LOAD_SMALL_INT") return { kind: "int", value: BigInt(instr.arg) };
    if (instr.op === "LOAD_COMMON_CONSTANT") return COMMON.find(([text]) => text === this.#set.commonConstants[instr.arg])?.[1] ?? null;
    if (instr.op !== "LOAD_CONST") return null;
    return this.items[instr.arg] ?? null;
  }

  /** Makes the instruction push `value`. */
  load(instr: FlowInstr, value: Const): void {
    if (!this.loadWithoutList(instr, value)) set(instr, "LOAD_CONST", this.add(value));
  }

  /** Makes the instruction push `value` from its argument alone: small integers, and what the version has in common. False when `value` is none. */
  loadWithoutList(instr: FlowInstr, value: Const): boolean {
    if (value.kind === "int" && this.#set.opcodes.has("LOAD_SMALL_INT") && value.value >= 0n && value.value <= 255n) {
      set(instr, "LOAD_SMALL_INT", Number(value.value));
      return true;
    }
    const text = COMMON.find(([, common]) => common.kind === value.kind && (common.kind === "none" || common.value === (value as typeof common).value))?.[0];
    const index = text === undefined ? -1 : this.#set.commonConstants.indexOf(text);
    if (index >= 0) set(instr, "LOAD_COMMON_CONSTANT", index);
    return index >= 0;
  }
}

/** Constants that a version may have in common for all code, by the name in its list. */
const COMMON: readonly (readonly [string, Extract<Const, { kind: "none" | "bool" | "int" | "str" }>])[] = [
  ["None", { kind: "none" }],
  ["''", { kind: "str", value: "", interned: true }],
  ["True", { kind: "bool", value: true }],
  ["False", { kind: "bool", value: false }],
  ["-1", { kind: "int", value: -1n }],
];

/** Whether an instruction pushes a constant. */
export function loadsConstant(op: string): boolean {
  return op === "LOAD_CONST" || op === "LOAD_SMALL_INT" || op === "LOAD_COMMON_CONSTANT";
}

/** The `count` instructions up to `end` that push constants, NOPs between them passed over; null when there are fewer. */
export function constantLoads(b: Block, end: number, count: number, consts: ConstList): FlowInstr[] | null {
  const found: FlowInstr[] = [];
  for (let i = end; i >= 0 && found.length < count; i--) {
    const instr = b.instrs[i];
    if (instr === undefined || instr.op === "NOP") continue;
    if (!loadsConstant(instr.op) || consts.valueOf(instr) === null) return null;
    found.unshift(instr);
  }
  return found.length === count ? found : null;
}
