import { Lazy } from "../../lazy/lazy.ts";
import type { InstructionSet, PassName } from "../../profiles/instruction-sets/types.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Unit } from "../emit/unit.ts";
import { blocksFrom } from "./block.ts";
import type { Block } from "./block.ts";
import { borrowLoads } from "./borrow.ts";
import { inlineSmallExits, removeNopsAndJumps, removePushPopPairs, removeUnreachable } from "./cleanup.ts";
import { moveColdToEnd } from "./cold.ts";
import type { ConstList } from "./const-list.ts";
import { dropHandlerEnds, labelHandlers, markHandlers } from "./exceptions.ts";
import { normalizeJumps, replacePseudo, spellOutJumpIf } from "./finish.ts";
import { resolveLines } from "./lines.ts";
import { optimizeConstantLoads } from "./load-const.ts";
import { optimizeBlock } from "./peephole.ts";
import { fuseLocalPairs } from "./superinstructions.ts";
import { checkUnboundLocals } from "./unbound.ts";
import { removeUnusedConsts } from "./unused-consts.ts";

/** What the passes over one code object work on. */
export interface PassContext {
  readonly entry: Block;
  readonly unit: Unit;
  readonly consts: ConstList;
  readonly set: InstructionSet;
  readonly profile: Profile;
}

type Pass = (context: PassContext) => void;

/** The passes of the default version; which run, and when, is said by the instruction set. */
const PASSES: Readonly<Partial<Record<PassName, Pass>>> = {
  "mark-handlers": ({ entry }) => markHandlers(entry),
  "label-handlers": ({ entry, set }) => labelHandlers(entry, set.recipes.resumeDepthBit, set.recipes.yieldArgument === "depth"),
  "drop-handler-ends": ({ entry }) => dropHandlerEnds(entry),
  "inline-small-exits": ({ entry }) => inlineSmallExits(entry),
  "drop-unreachable": ({ entry }) => removeUnreachable(entry),
  "resolve-lines": ({ entry }) => resolveLines(entry),
  "load-constants": ({ entry, consts }) => optimizeConstantLoads(entry, consts),
  "optimize-blocks": ({ entry, consts, profile }) => {
    for (const b of blocksFrom(entry)) optimizeBlock(b, consts, profile.compiler.folding);
  },
  "drop-pushed-and-popped": ({ entry }) => removePushPopPairs(entry),
  "drop-nops-and-jumps": ({ entry }) => removeNopsAndJumps(entry),
  "drop-unused-constants": ({ entry, consts }) => removeUnusedConsts(entry, consts),
  "check-unbound-locals": ({ entry, unit }) => checkUnboundLocals(entry, unit.varNames.size, unit.entry.params.length),
  "fuse-local-pairs": ({ entry }) => fuseLocalPairs(entry),
  "move-cold-to-end": ({ entry, set }) => moveColdToEnd(entry, set.recipes.hiddenJump),
  "spell-out-jump-if": ({ entry }) => spellOutJumpIf(entry),
  "replace-pseudo": ({ entry }) => replacePseudo(entry),
  "normalize-jumps": ({ entry }) => normalizeJumps(entry),
  "borrow-loads": ({ entry, set, profile }) => {
    if (profile.refs.borrowedLocals) borrowLoads(entry, set);
  },
};

/** Those that only other versions have. */
export const otherPasses = new Lazy<Readonly<Partial<Record<PassName, Pass>>>>("versions");

/** Runs the passes in the order of their names. */
export function runPasses(names: readonly PassName[], context: PassContext): void {
  for (const name of names) passOf(name)(context);
}

function passOf(name: PassName): Pass {
  const pass = PASSES[name] ?? otherPasses.get()[name];
  if (!pass) throw new Error(`No pass "${name}".`);
  return pass;
}
