import type { InstructionSet, PassName } from "../../profiles/instruction-sets/types.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Unit } from "../emit/unit.ts";
import { blocksFrom } from "./block.ts";
import type { Block } from "./block.ts";
import { borrowLoads } from "./borrow.ts";
import { inlineExits, inlineSmallExits, removeAllNops, removeJumps, removeNopsAndJumps, removePushPopPairs, removeUnreachable } from "./cleanup.ts";
import { moveColdToEnd } from "./cold.ts";
import type { ConstList } from "./const-list.ts";
import { cleanBlock, copyLinelessExits, copySharedExits, dropDeadBlocks, dropHandlerSetups, guaranteeExitLines, newestFirst, unlinkEmpty } from "./by-line-cleanup.ts";
import { optimizeByLine } from "./by-line-peephole.ts";
import { dropHandlerEnds, labelHandlers, markHandlers } from "./exceptions.ts";
import { normalizeJumps, replacePseudo, spellOutJumpIf, turnJumps } from "./finish.ts";
import { optimizeFoldedBlock } from "./peephole-folded.ts";
import { propagateLines, resolveLines } from "./lines.ts";
import { optimizeConstantLoads } from "./load-const.ts";
import { optimizeBlock } from "./peephole.ts";
import { fuseLocalPairs } from "./superinstructions.ts";
import { checkUnboundLocals } from "./unbound.ts";
import { chooseJumps, copyUnnumberedExits, extendIntoExits, goOnWithLines } from "./one-round/exits.ts";
import { optimizeInLine } from "./one-round/optimize.ts";
import { removeUnusedConsts, trimConsts } from "./unused-consts.ts";

/** What the passes over one code object work on. */
export interface PassContext {
  readonly entry: Block;
  readonly unit: Unit;
  readonly consts: ConstList;
  readonly set: InstructionSet;
  readonly profile: Profile;
}

/** The passes of all versions; which run, and when, is said by the instruction set. */
const PASSES: Readonly<Record<PassName, (context: PassContext) => void>> = {
  "mark-handlers": ({ entry }) => markHandlers(entry),
  "label-handlers": ({ entry, set }) => labelHandlers(entry, set.recipes.resumeDepthBit, set.recipes.yieldArgument === "depth"),
  "drop-handler-ends": ({ entry }) => dropHandlerEnds(entry),
  "forget-left-handlers": ({ entry }) => {
    for (const b of blocksFrom(entry)) b.forgetLeftHandlers();
  },
  "inline-small-exits": ({ entry }) => inlineSmallExits(entry),
  "drop-unreachable": ({ entry }) => removeUnreachable(entry),
  "resolve-lines": ({ entry }) => resolveLines(entry),
  "load-constants": ({ entry, consts }) => optimizeConstantLoads(entry, consts),
  "optimize-blocks": ({ entry, consts, profile }) => {
    for (const b of blocksFrom(entry)) optimizeBlock(b, consts, profile.compiler.folding);
  },
  "optimize-blocks-of-folded-trees": ({ entry, consts }) => {
    for (const b of blocksFrom(entry)) optimizeFoldedBlock(b, consts);
  },
  "drop-pushed-and-popped": ({ entry }) => removePushPopPairs(entry),
  "drop-nops-and-jumps": ({ entry }) => removeNopsAndJumps(entry),
  "drop-unused-constants": ({ entry, consts }) => removeUnusedConsts(entry, consts),
  "check-unbound-locals": ({ entry, unit }) => checkUnboundLocals(entry, unit.varNames.size, unit.entry.params.length),
  "fuse-local-pairs": ({ entry }) => fuseLocalPairs(entry),
  "move-cold-to-end": ({ entry, set }) => moveColdToEnd(entry, set.recipes.hiddenJump),
  "spell-out-jump-if": ({ entry }) => spellOutJumpIf(entry),
  "copy-lineless-exits": ({ entry }) => copyLinelessExits(entry),
  "optimize-blocks-by-line": ({ entry, consts }) => {
    for (const b of blocksFrom(entry)) {
      optimizeByLine(b, consts);
      cleanBlock(b);
    }
  },
  "drop-dead-blocks": ({ entry }) => dropDeadBlocks(entry),
  "copy-shared-exits": ({ entry }) => copySharedExits(entry, newestFirst(entry)),
  "trim-constants": ({ entry, consts }) => trimConsts(entry, consts),
  "spread-lines": ({ entry, unit }) => {
    propagateLines(entry);
    guaranteeExitLines(entry, unit.firstLine);
  },
  "inline-exits": ({ entry }) => inlineExits(entry),
  "optimize-blocks-by-line-with-returns": ({ entry, consts }) => {
    for (const b of blocksFrom(entry)) optimizeByLine(b, consts, true);
  },
  "drop-nops": ({ entry }) => void removeAllNops(entry),
  "drop-empty-blocks": ({ entry }) => unlinkEmpty(entry),
  "drop-jumps": ({ entry }) => void removeJumps(entry),
  "copy-shared-exits-in-order": ({ entry }) => copySharedExits(entry, [...blocksFrom(entry)]),
  "turn-jumps": ({ entry }) => turnJumps(entry),
  "extend-into-exits": ({ entry }) => extendIntoExits(entry),
  "optimize-in-line": ({ entry, consts }) => optimizeInLine(entry, consts),
  "copy-unnumbered-exits": ({ entry }) => copyUnnumberedExits(entry),
  "choose-jumps": ({ entry }) => chooseJumps(entry),
  "go-on-with-lines": ({ entry, unit }) => goOnWithLines(entry, unit.firstLine),
  "drop-handler-setups": ({ entry }) => dropHandlerSetups(entry),
  "replace-pseudo": ({ entry }) => replacePseudo(entry),
  "normalize-jumps": ({ entry }) => normalizeJumps(entry),
  "borrow-loads": ({ entry, set, profile }) => {
    if (profile.refs.borrowedLocals) borrowLoads(entry, set);
  },
};

/** Runs the passes in the order of their names. */
export function runPasses(names: readonly PassName[], context: PassContext): void {
  for (const name of names) PASSES[name](context);
}
