import { blocksFrom } from "./block.ts";
import type { Block } from "./block.ts";
import type { ConstList } from "./const-list.ts";

/** Instructions whose argument is the index of a constant. */
const NAMING = new Set(["LOAD_CONST", "RETURN_CONST", "KW_NAMES"]);

/** Drops the constants that no instruction loads any more; the first always stays, it may be the docstring. */
export function removeUnusedConsts(entry: Block, consts: ConstList): void {
  const used = new Set<number>([0]);
  const loads = [...blocksFrom(entry)].flatMap((b) => b.instrs.filter(({ op }) => NAMING.has(op)));
  for (const { arg } of loads) used.add(arg);
  const kept = consts.items.flatMap((item, i) => (used.has(i) ? [{ item, i }] : []));
  const renumbered = new Map(kept.map(({ i }, index) => [i, index]));
  consts.items.splice(0, consts.items.length, ...kept.map(({ item }) => item));
  for (const load of loads) load.arg = renumbered.get(load.arg) ?? 0;
}

/** Drops only constants behind the last that is used. */
export function trimConsts(entry: Block, consts: ConstList): void {
  let last = 0;
  for (const b of blocksFrom(entry)) {
    for (const { op, arg } of b.instrs) if (NAMING.has(op)) last = Math.max(last, arg);
  }
  consts.items.splice(last + 1);
}
