import type { ArgKind, Effect, InstructionSet, Opcode } from "./types.ts";

type Caches = Opcode["caches"];
interface Extra {
  readonly arg?: ArgKind;
  readonly caches?: Caches;
  readonly jump?: Opcode["jump"];
  readonly blockPush?: boolean;
  readonly nameShift?: number;
  readonly onJump?: number;
  readonly declared?: (arg: number) => number;
}

/** One row of an opcode table: name, number, items popped, items pushed, and what else there is to say. */
export function row(name: string, number: number, pops: Effect, pushes: Effect, extra: Extra = {}): Opcode {
  return {
    name,
    number,
    pops,
    pushes,
    arg: extra.arg ?? "none",
    caches: extra.caches ?? [],
    jump: extra.jump ?? "none",
    blockPush: extra.blockPush ?? false,
    nameShift: extra.nameShift ?? 0,
    onJump: extra.onJump ?? null,
    declared: extra.declared ?? null,
  };
}

/** Makes an instruction set of its rows and name lists. */
export function instructionSet(rows: readonly Opcode[], names: Omit<InstructionSet, "opcodes" | "cacheUnits">): InstructionSet {
  return {
    ...names,
    opcodes: new Map(rows.map((r) => [r.name, r])),
    cacheUnits: new Map(rows.map((r) => [r.name, r.caches.reduce((sum, [, units]) => sum + units, 0)])),
  };
}
