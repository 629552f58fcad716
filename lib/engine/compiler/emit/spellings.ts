import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Span } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";

/** The number of `[]` among the operators of BINARY_OP. */
const SUBSCRIPT = 26;
const ASSERTION_ERROR = 0;

const SUBSCRIPTS: Readonly<Record<Recipes["subscript"], (c: Emitter, span: Span) => void>> = {
  "binary-subscr": (c, span) => c.op(span, "BINARY_SUBSCR"),
  "binary-op": (c, span) => c.op(span, "BINARY_OP", SUBSCRIPT),
};

/** `container[index]` of the two values on the stack. */
export function emitItem(c: Emitter, span: Span): void {
  SUBSCRIPTS[c.recipes.subscript](c, span);
}

const TRUTH_TESTS: Readonly<Record<Recipes["truthTest"], (c: Emitter, span: Span) => void>> = {
  "to-bool": (c, span) => c.op(span, "TO_BOOL"),
  implicit: () => undefined,
};

/** Makes the value on the stack fit for a conditional jump or `not`. */
export function emitTruth(c: Emitter, span: Span): void {
  TRUTH_TESTS[c.recipes.truthTest](c, span);
}

const ASSERTION_ERRORS: Readonly<Record<Recipes["assertionError"], (c: Emitter, span: Span) => void>> = {
  opcode: (c, span) => c.op(span, "LOAD_ASSERTION_ERROR"),
  "common-constant": (c, span) => c.op(span, "LOAD_COMMON_CONSTANT", ASSERTION_ERROR),
};

export function loadAssertionError(c: Emitter, span: Span): void {
  ASSERTION_ERRORS[c.recipes.assertionError](c, span);
}

/** The end of a `for` loop: its iterator goes. A generator's end jumps to END_FOR, other iterators skip it. */
export function endFor(c: Emitter): void {
  c.op(NO_LOCATION, "END_FOR");
  const { popIterator } = c.recipes;
  if (popIterator !== null) c.op(NO_LOCATION, popIterator);
}

/** Goes on behind an `async for` that has ended, and raises what is no end. */
export function endAsyncFor(c: Emitter, span: Span, send: Label): void {
  if (c.recipes.marksAsyncLoops) c.jump(span, "END_ASYNC_FOR", send);
  else c.op(span, "END_ASYNC_FOR");
}

/** A function's first constant is its docstring, or the None that says that it has none. */
export function reserveDocstring(c: Emitter): void {
  if (c.recipes.docstringFirst) c.addConst({ kind: "none" });
}
