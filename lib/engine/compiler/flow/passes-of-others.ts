import type { PassName } from "../../profiles/instruction-sets/types.ts";
import { blocksFrom } from "./block.ts";
import { inlineExits, removeAllNops, removeJumps } from "./cleanup.ts";
import { cleanBlock, copyLinelessExits, copySharedExits, dropDeadBlocks, dropHandlerSetups, guaranteeExitLines, newestFirst, unlinkEmpty } from "./by-line-cleanup.ts";
import { optimizeByLine } from "./by-line-peephole.ts";
import { turnJumps } from "./finish.ts";
import { optimizeFoldedBlock } from "./peephole-folded.ts";
import { propagateLines } from "./lines.ts";
import { chooseJumps, copyUnnumberedExits, extendIntoExits, goOnWithLines } from "./one-round/exits.ts";
import { optimizeInLine } from "./one-round/optimize.ts";
import { trimConsts } from "./unused-consts.ts";
import type { PassContext } from "./passes.ts";

/** The passes that the default version does not have. */
export const passesOfOthers: Readonly<Partial<Record<PassName, (context: PassContext) => void>>> = {
  "forget-left-handlers": ({ entry }) => {
    for (const b of blocksFrom(entry)) b.forgetLeftHandlers();
  },
  "optimize-blocks-of-folded-trees": ({ entry, consts }) => {
    for (const b of blocksFrom(entry)) optimizeFoldedBlock(b, consts);
  },
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
};
