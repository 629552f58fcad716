import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { AsyncWith, Span, With } from "../../syntax/ast.ts";
import { blockStatements } from "./block-stack/statements.ts";
import type { Emitter } from "./emitter.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { toBool } from "./conditions.ts";
import { callExitWithNones, emitAwaitTop, exitEntries, popExceptAndReraise } from "./unwind.ts";

/** Numbers of LOAD_SPECIAL. */
const SPECIAL = { enter: 0, exit: 1, aenter: 2, aexit: 3 } as const;

export function emitWith(c: Emitter, s: With | AsyncWith): void {
  if (c.recipes.with === "setup-with") blockStatements.get().with(c, s, 0);
  else emitTableWith(c, s, 0);
}

function emitTableWith(c: Emitter, s: With | AsyncWith, index: number): void {
  const item = s.items[index];
  if (item === undefined) return c.stmts(s.body);
  const isAsync = s.type === "AsyncWith";
  const block = c.label();
  const final = c.label();
  const exit = c.label();
  const cleanup = c.label();
  c.visit(item.contextExpr);
  const span = c.at(item.contextExpr.span);
  ENTRIES[c.recipes.with](c, span, isAsync);
  c.jump(span, "SETUP_WITH", final);
  c.place(block);
  c.pushBlock({ kind: isAsync ? "async-with" : "with", start: block, exit: final, span });
  if (item.optionalVars !== null) c.visit(item.optionalVars);
  else c.op(span, "POP_TOP");
  emitTableWith(c, s, index + 1);
  if (isAsync) c.popBlock();
  c.op(isAsync ? c.at(span) : NO_LOCATION, "POP_BLOCK");
  if (!isAsync) c.popBlock();
  c.goTo(span);
  callExitWithNones(c, span);
  if (isAsync) awaitExit(c, span);
  c.op(span, "POP_TOP");
  c.jump(span, "JUMP", exit);
  c.place(final);
  c.jump(span, "SETUP_CLEANUP", cleanup);
  c.op(span, "PUSH_EXC_INFO");
  c.op(span, "WITH_EXCEPT_START");
  if (isAsync) awaitExit(c, span);
  ENDINGS[c.recipes.suppression](c, cleanup);
  c.goTo(NO_LOCATION);
  c.place(exit);
}

/** Calls the enter method, with the exit method below its value. */
const ENTRIES: Readonly<Record<Recipes["with"], (c: Emitter, span: Span, isAsync: boolean) => void>> = {
  "setup-with": enterByOneInstruction,
  "before-with": enterByOneInstruction,
  "load-special": enterByLookups,
};

function enterByOneInstruction(c: Emitter, span: Span, isAsync: boolean): void {
  if (isAsync || c.recipes.with === "before-with") c.op(span, isAsync ? "BEFORE_ASYNC_WITH" : "BEFORE_WITH");
  if (!isAsync) return;
  c.op(span, "GET_AWAITABLE", 1);
  emitAwaitTop(c, span);
}

function enterByLookups(c: Emitter, span: Span, isAsync: boolean): void {
  c.op(span, "COPY", 1);
  c.op(span, "LOAD_SPECIAL", isAsync ? SPECIAL.aexit : SPECIAL.exit);
  c.op(span, "SWAP", 2);
  c.op(span, "SWAP", 3);
  c.op(span, "LOAD_SPECIAL", isAsync ? SPECIAL.aenter : SPECIAL.enter);
  c.op(span, "CALL", 0);
  if (!isAsync) return;
  c.op(span, "GET_AWAITABLE", 1);
  emitAwaitTop(c, span);
}

function awaitExit(c: Emitter, span: Span): void {
  c.op(span, "GET_AWAITABLE", 2);
  emitAwaitTop(c, span);
}

/** After an exception: goes on if `__exit__` said true, else raises it again. */
const ENDINGS: Readonly<Record<Recipes["suppression"], (c: Emitter, cleanup: Label) => void>> = {
  "behind-cleanup": suppressBehindCleanup,
  "before-cleanup": suppressBeforeCleanup,
};

function suppressBehindCleanup(c: Emitter, cleanup: Label): void {
  const suppress = c.label();
  c.jump(NO_LOCATION, "POP_JUMP_IF_TRUE", suppress);
  c.op(NO_LOCATION, "RERAISE", 2);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(suppress);
  c.op(NO_LOCATION, "POP_TOP");
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.op(NO_LOCATION, "POP_TOP");
  c.op(NO_LOCATION, "POP_TOP");
}

function suppressBeforeCleanup(c: Emitter, cleanup: Label): void {
  const suppress = c.label();
  const exit = c.label();
  toBool(c, NO_LOCATION);
  c.jump(NO_LOCATION, "POP_JUMP_IF_TRUE", suppress);
  c.op(NO_LOCATION, "RERAISE", 2);
  c.place(suppress);
  c.op(NO_LOCATION, "POP_TOP");
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  for (let i = 0; i <= exitEntries(c); i++) c.op(NO_LOCATION, "POP_TOP");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, exit);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(exit);
}
