import type { Await, Span, Yield, YieldFrom } from "../../syntax/ast.ts";
import { message } from "../../profiles/message.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { mayReturn } from "./names.ts";
import { emitAwaitObject, emitYieldFrom } from "./unwind.ts";

/** Yields the value on the stack. */
export function emitYield(c: Emitter, span: Span): void {
  // Where a call makes the generator, YIELD_VALUE itself marks the values of asynchronous ones.
  const isPlain = c.recipes.generatorStart === "gen-start";
  if (c.entry.generator && c.entry.coroutine && !isPlain) emitIntrinsic(c, span, "wrapAsyncValue");
  c.op(span, "YIELD_VALUE", 0);
  if (!isPlain) c.op(span, "RESUME", 1);
}

export function emitYieldExpr(c: Emitter, e: Yield): void {
  if (!mayReturn(c.entry)) throw c.error("'yield' outside function", e.span);
  if (e.value === null) c.loadNone(e.span);
  else c.visit(e.value);
  emitYield(c, e.span);
}

export function emitYieldFromExpr(c: Emitter, e: YieldFrom): void {
  if (!mayReturn(c.entry)) throw c.error(message(c.profile, "yieldFromOutside", []), e.span);
  if (c.unit.kind === "async-function") throw c.error("'yield from' inside async function", e.span);
  c.visit(e.value);
  const [op, arg] = c.recipes.delegateIterator;
  c.op(e.span, op, arg);
  c.loadNone(e.span);
  emitYieldFrom(c, e.span, "yield-from");
}

export function emitAwait(c: Emitter, e: Await): void {
  c.visit(e.value);
  emitAwaitObject(c, e.span, 0);
}
