import type { BlockRules } from "../parser/blocks.ts";

/** Refuses a header that ends its line without a colon; reads the line end first, which is where the error is. */
export function expectedColon(p: BlockRules): void {
  p.take("NEWLINE");
  p.failLast("SyntaxError", "expected", ":");
}
