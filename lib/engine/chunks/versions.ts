// What a program needs that runs in another version than the default.
import "../door.ts";
import { blockStatements } from "../compiler/emit/block-stack/statements.ts";
import { emitBlockTryExcept, emitBlockTryFinally } from "../compiler/emit/block-stack/try.ts";
import { emitBlockWith } from "../compiler/emit/block-stack/with.ts";
import { otherPasses } from "../compiler/flow/passes.ts";
import { passesOfOthers } from "../compiler/flow/passes-of-others.ts";
import { otherSets } from "../profiles/instruction-sets/instruction-set-of.ts";
import { others } from "../profiles/instruction-sets/others.ts";
import { blockStackHandlers } from "../vm/handlers/block-stack.ts";
import { nullFirstHandlers } from "../vm/handlers/null-first.ts";
import { plainCallHandlers, plainHandlers } from "../vm/handlers/plain-forms.ts";
import { olderControlHandlers, olderOperatorHandlers } from "../vm/handlers/older-forms.ts";
import { twoEntryHandlers } from "../vm/handlers/two-entries.ts";
import { addHandlers } from "../vm/opcodes.ts";
import { unwindBlocks } from "../vm/unwinding/blocks.ts";
import { blockUnwinding } from "../vm/unwinding/unwinding.ts";

otherSets.fill(others);
otherPasses.fill(passesOfOthers);
addHandlers(plainHandlers, plainCallHandlers, twoEntryHandlers, nullFirstHandlers, olderControlHandlers, olderOperatorHandlers, blockStackHandlers);
blockStatements.fill({ tryFinally: emitBlockTryFinally, tryExcept: emitBlockTryExcept, with: emitBlockWith });
blockUnwinding.fill(unwindBlocks);
