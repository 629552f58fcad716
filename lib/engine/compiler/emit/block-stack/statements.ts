import { Lazy } from "../../../lazy/lazy.ts";
import type { AsyncWith, Try, With } from "../../../syntax/ast.ts";
import type { Emitter } from "../emitter.ts";

/** The statements that push blocks, where frames have a stack of them. */
interface BlockStatements {
  readonly tryFinally: (c: Emitter, s: Try) => void;
  readonly tryExcept: (c: Emitter, s: Try) => void;
  readonly with: (c: Emitter, s: With | AsyncWith, index: number) => void;
}

export const blockStatements = new Lazy<BlockStatements>("versions");
