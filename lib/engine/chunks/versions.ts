// What a program needs that runs in another version than the default.
import "../door.ts";
import { blockStatements } from "../compiler/emit/block-stack/statements.ts";
import { emitBlockTryExcept, emitBlockTryFinally } from "../compiler/emit/block-stack/try.ts";
import { emitBlockWith } from "../compiler/emit/block-stack/with.ts";
import { otherPasses } from "../compiler/flow/passes.ts";
import { passesOfOthers } from "../compiler/flow/passes-of-others.ts";
import { otherSets } from "../profiles/instruction-sets/instruction-set-of.ts";
import { others } from "../profiles/instruction-sets/others.ts";
import { handlersOfOthers } from "../vm/handlers/others.ts";
import { otherHandlers } from "../vm/prepare.ts";
import { unwindBlocks } from "../vm/unwinding/blocks.ts";
import { blockUnwinding } from "../vm/unwinding/unwinding.ts";

otherSets.fill(others);
otherPasses.fill(passesOfOthers);
otherHandlers.fill(handlersOfOthers);
blockStatements.fill({ tryFinally: emitBlockTryFinally, tryExcept: emitBlockTryExcept, with: emitBlockWith });
blockUnwinding.fill(unwindBlocks);
