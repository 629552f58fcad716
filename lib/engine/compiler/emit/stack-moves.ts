import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";

/** Ways to move values on the stack, the top at the right. */
interface StackMoves {
  /** `a` becomes `a a`. */
  duplicate(c: Emitter, span: Span): void;
  /** `a b` becomes `a b a b`. */
  duplicateTwo(c: Emitter, span: Span): void;
  /** `a b` becomes `b a`. */
  exchange(c: Emitter, span: Span): void;
  /** `a b` becomes `b a b`. */
  tuck(c: Emitter, span: Span): void;
  /** Moves the top down to depth 3 or 4. */
  lower(c: Emitter, span: Span, depth: 3 | 4): void;
  /** Moves the top down to any depth. */
  sink(c: Emitter, span: Span, count: number): void;
}

function sinkBySwaps(c: Emitter, span: Span, count: number): void {
  for (let n = count; n > 1; n--) c.op(span, "SWAP", n);
}

const MOVES: Readonly<Record<Recipes["stackMoves"], StackMoves>> = {
  "rot-and-dup": {
    duplicate: (c, span) => c.op(span, "DUP_TOP"),
    duplicateTwo: (c, span) => c.op(span, "DUP_TOP_TWO"),
    exchange: (c, span) => c.op(span, "ROT_TWO"),
    tuck: (c, span) => {
      c.op(span, "DUP_TOP");
      c.op(span, "ROT_THREE");
    },
    lower: (c, span, depth) => c.op(span, depth === 3 ? "ROT_THREE" : "ROT_FOUR"),
    // The optimizer knows the shorter names of small rotations.
    sink: (c, span, count) => c.op(span, "ROT_N", count),
  },
  "copy-and-swap": {
    duplicate: (c, span) => c.op(span, "COPY", 1),
    duplicateTwo: (c, span) => {
      c.op(span, "COPY", 2);
      c.op(span, "COPY", 2);
    },
    exchange: (c, span) => c.op(span, "SWAP", 2),
    tuck: (c, span) => {
      c.op(span, "SWAP", 2);
      c.op(span, "COPY", 2);
    },
    lower: sinkBySwaps,
    sink: sinkBySwaps,
  },
};

/** How this version moves values on the stack. */
export function movesOf(c: Emitter): StackMoves {
  return MOVES[c.recipes.stackMoves];
}
