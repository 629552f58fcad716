import type { AsyncFor, For, If, Return, Span, While } from "../../syntax/ast.ts";
import { jumpIf } from "./conditions.ts";
import type { Emitter } from "./emitter.ts";
import { mayReturn } from "./names.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { emitYieldFrom, startYieldFrom, unwindBlock, unwindBlocks } from "./unwind.ts";

export function emitIf(c: Emitter, s: If): void {
  const end = c.label();
  const hasElse = s.orelse.length > 0;
  const next = hasElse ? c.label() : end;
  jumpIf(c, s.span, s.test, next, false);
  c.stmts(s.body);
  if (hasElse) {
    c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
    c.place(next);
    c.stmts(s.orelse);
  }
  c.place(end);
}

export function emitWhile(c: Emitter, s: While): void {
  const loop = c.label();
  const body = c.label();
  const anchor = c.label();
  const end = c.label();
  c.place(loop);
  c.pushBlock({ kind: "while-loop", start: loop, exit: end, span: s.span });
  jumpIf(c, s.span, s.test, anchor, false);
  c.place(body);
  c.stmts(s.body);
  if (c.recipes.whileTest === "both-ends") {
    c.goTo(s.span);
    jumpIf(c, s.span, s.test, body, true);
  } else {
    c.jump(NO_LOCATION, "JUMP", loop);
  }
  c.popBlock();
  c.place(anchor);
  c.stmts(s.orelse);
  c.place(end);
}

export function emitFor(c: Emitter, s: For): void {
  const start = c.label();
  const body = c.label();
  const cleanup = c.label();
  const end = c.label();
  c.pushBlock({ kind: "for-loop", start, exit: end, span: s.span });
  c.visit(s.iter);
  c.op(c.at(s.iter.span), "GET_ITER");
  c.place(start);
  c.jump(c.at(s.iter.span), "FOR_ITER", cleanup);
  c.place(body);
  // A line of its own for the target of a `for` that spans several lines; removed when it is not needed.
  if (c.recipes.positions === "given") c.op(s.target.span, "NOP");
  c.visit(s.target);
  c.stmts(s.body);
  c.goTo(NO_LOCATION);
  c.jump(NO_LOCATION, "JUMP", start);
  c.place(cleanup);
  endLoop(c);
  c.popBlock();
  c.stmts(s.orelse);
  c.place(end);
}

/** What stands behind a loop. Where that is END_FOR, a generator's end jumps to it and other iterators skip it. */
export function endLoop(c: Emitter): void {
  for (const op of c.recipes.loopEnd) c.op(NO_LOCATION, op);
}

export function emitAsyncFor(c: Emitter, s: AsyncFor): void {
  const start = c.label();
  const send = c.label();
  const except = c.label();
  const end = c.label();
  c.visit(s.iter);
  c.op(c.at(s.iter.span), "GET_AITER");
  c.place(start);
  c.pushBlock({ kind: "async-for-loop", start, exit: end, span: s.span });
  c.jump(s.span, "SETUP_FINALLY", except);
  c.op(s.span, "GET_ANEXT");
  startYieldFrom(c, s.span);
  c.place(send);
  emitYieldFrom(c, s.span, "await");
  c.op(s.span, "POP_BLOCK");
  if (c.recipes.marksAsyncLoops) c.op(s.span, "NOT_TAKEN");
  c.visit(s.target);
  c.stmts(s.body);
  c.jump(NO_LOCATION, "JUMP", start);
  c.popBlock();
  c.place(except);
  c.goTo(s.iter.span);
  endAsyncLoop(c, c.at(s.iter.span), send);
  c.stmts(s.orelse);
  c.place(end);
}

/** Drops the iterator when the exception says that it has ended. Newer versions keep the way back to the SEND, for monitoring. */
export function endAsyncLoop(c: Emitter, span: Span, send: Label): void {
  if (c.recipes.marksAsyncLoops) c.jump(span, "END_ASYNC_FOR", send);
  else c.op(span, "END_ASYNC_FOR");
}

export function emitReturn(c: Emitter, s: Return): void {
  const { value } = s;
  if (!mayReturn(c.entry)) throw c.error("'return' outside function", s.span);
  if (value !== null && c.entry.coroutine && c.entry.generator) throw c.error("'return' with value in async generator", s.span);
  const keepTop = value !== null && value.type !== "Constant";
  let span = s.span;
  if (keepTop) {
    c.visit(value);
  } else if (value !== null) {
    span = value.span;
    c.op(span, "NOP");
  }
  if (value === null || value.span.line !== s.span.line) {
    span = s.span;
    c.op(span, "NOP");
  }
  const after = unwindBlocks(c, span, keepTop, false).span;
  if (value === null) c.loadNone(after);
  else if (value.type === "Constant") c.loadLiteral(after, value.value);
  c.op(after, "RETURN_VALUE");
  if (c.recipes.blockStarts === "labels-and-jumps") c.place(c.label());
  c.goTo(after);
}

export function emitBreak(c: Emitter, span: Span): void {
  c.op(span, "NOP");
  const { loop, span: after } = unwindBlocks(c, span, false, true);
  if (loop?.exit == null) throw c.error("'break' outside loop", span);
  const last = unwindBlock(c, after, loop, false);
  c.jump(last, "JUMP", loop.exit);
  c.goTo(last);
}

export function emitContinue(c: Emitter, span: Span): void {
  c.op(span, "NOP");
  const { loop, span: after } = unwindBlocks(c, span, false, true);
  if (loop?.start == null) throw c.error("'continue' not properly in loop", span);
  c.jump(after, "JUMP", loop.start);
  c.goTo(after);
}
