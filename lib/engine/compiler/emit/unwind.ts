import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { Span } from "../../syntax/ast.ts";
import { emitCallOf } from "./call-shapes.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { movesOf } from "./stack-moves.ts";
import { NO_LOCATION } from "./unit.ts";
import type { FrameBlock } from "./unit.ts";

/** Calls the `__exit__` on the stack as for a block that ended well. */
export function callExitWithNones(c: Emitter, span: Span): void {
  c.loadNone(span);
  for (let i = 0; i < 2; i++) {
    if (c.recipes.with === "setup-with") movesOf(c).duplicate(c, span);
    else c.loadNone(span);
  }
  // A bound method's first argument stands where the function's self would.
  emitCallOf(c, span, exitEntries(c) === 1 ? 2 : 3);
}

/** Entries of the stack that the exit method takes: bound, or as function and self. */
export function exitEntries(c: Emitter): 1 | 2 {
  return c.recipes.with === "before-with" ? 1 : 2;
}

/** Sends None to what is on the stack and waits for it: `startYieldFrom` and `emitYieldFrom` after one another. */
export function emitAwaitTop(c: Emitter, span: Span): void {
  startYieldFrom(c, span);
  emitYieldFrom(c, span, "await");
}

/** Asks the object on the stack for what is awaited, `where` telling for whom, and waits for it. */
export function emitAwaitObject(c: Emitter, span: Span, where: number): void {
  c.op(span, "GET_AWAITABLE", c.recipes.delegation === "yield-from" ? 0 : where);
  emitAwaitTop(c, span);
}

/** Completes the entries of what is awaited, and pushes the None that is sent first. */
export function startYieldFrom(c: Emitter, span: Span): void {
  if (c.recipes.iteratorEntries === 2) c.op(span, "PUSH_NULL");
  c.loadNone(span);
}

/** Waits for the awaitable or subgenerator on the stack (`yield from`, `await`). */
export function emitYieldFrom(c: Emitter, span: Span, kind: "await" | "yield-from"): void {
  if (c.recipes.delegation === "yield-from") return c.op(span, "YIELD_FROM");
  if (c.recipes.delegation === "send") return emitPlainSend(c, span, kind);
  const send = c.label();
  const fail = c.label();
  const exit = c.label();
  c.place(send);
  c.jump(span, "SEND", exit);
  // YIELD_VALUE only raises when StopIteration comes out of close() or throw().
  c.jump(span, "SETUP_FINALLY", fail);
  c.op(span, "YIELD_VALUE", 1);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(span, "RESUME", kind === "await" ? 3 : 2);
  c.jump(span, "JUMP_NO_INTERRUPT", send);
  c.place(fail);
  c.op(span, "CLEANUP_THROW");
  c.place(exit);
  c.op(span, "END_SEND");
}

/** The loop where SEND itself drops what has come to its end, and the machine sees to exceptions that are thrown in. */
function emitPlainSend(c: Emitter, span: Span, kind: "await" | "yield-from"): void {
  const start = c.label();
  const resume = c.label();
  const exit = c.label();
  c.place(start);
  c.jump(span, "SEND", exit);
  c.place(resume);
  c.op(span, "YIELD_VALUE");
  c.op(span, "RESUME", kind === "await" ? 3 : 2);
  c.jump(span, "JUMP_NO_INTERRUPT", start);
  c.place(exit);
}

export function popExceptAndReraise(c: Emitter, span: Span): void {
  c.op(span, "COPY", 3);
  c.op(span, "POP_EXCEPT");
  c.op(span, "RERAISE", 1);
}

/**
 * Emits the way out of one block. With `keepTop` the value on top of the stack is kept. Gives the place for what
 * follows: after a `finally` or `with` it is none, because the statement that left has already run.
 */
export function unwindBlock(c: Emitter, span: Span, block: FrameBlock, keepTop: boolean): Span {
  switch (block.kind) {
    case "while-loop":
    case "exception-handler":
    case "exception-group-handler":
    case "async-comprehension":
    case "stop-iteration":
      return span;
    case "for-loop":
      dropIterator(c, span, keepTop);
      return span;
    case "async-for-loop":
    case "pop-value":
      if (keepTop) movesOf(c).exchange(c, span);
      c.op(span, "POP_TOP");
      return span;
    case "try-except":
      c.op(span, "POP_BLOCK");
      return span;
    case "finally-try":
      return unwindFinally(c, span, block, keepTop);
    case "finally-end":
      return UNWINDERS[c.recipes.unwind].finallyEnd(c, span, keepTop);
    case "with":
    case "async-with":
      return unwindWith(c, block, keepTop);
    case "handler-cleanup":
      return UNWINDERS[c.recipes.unwind].handler(c, span, block.handlerName ?? null, keepTop);
  }
}

/** The ways out of blocks whose exception lies on the stack. */
interface Unwinder {
  finallyEnd(c: Emitter, span: Span, keepTop: boolean): Span;
  handler(c: Emitter, span: Span, name: string | null, keepTop: boolean): Span;
}

const UNWINDERS: Readonly<Record<Recipes["unwind"], Unwinder>> = {
  // Three entries of the exception lie above three of the one handled before.
  blocks: {
    finallyEnd: (c, span, keepTop) => {
      if (keepTop) c.op(span, "ROT_FOUR");
      for (let i = 0; i < 3; i++) c.op(span, "POP_TOP");
      if (keepTop) c.op(span, "ROT_FOUR");
      c.op(span, "POP_EXCEPT");
      return span;
    },
    handler: (c, span, name, keepTop) => {
      if (name !== null) c.op(span, "POP_BLOCK");
      if (keepTop) c.op(span, "ROT_FOUR");
      c.op(span, "POP_EXCEPT");
      if (name !== null) forgetName(c, span, name);
      return span;
    },
  },
  table: {
    finallyEnd: (c, span, keepTop) => {
      if (keepTop) c.op(span, "SWAP", 2);
      c.op(span, "POP_TOP");
      if (keepTop) c.op(span, "SWAP", 2);
      c.op(span, "POP_BLOCK");
      c.op(span, "POP_EXCEPT");
      return span;
    },
    handler: unwindHandler,
  },
};

/** Takes the iterator of a loop off the stack, from under the value to keep if there is one. */
function dropIterator(c: Emitter, span: Span, keepTop: boolean): void {
  const { iteratorEntries } = c.recipes;
  if (keepTop && iteratorEntries === 2) c.op(span, "SWAP", 3);
  else if (keepTop) movesOf(c).exchange(c, span);
  for (let i = 0; i < iteratorEntries; i++) c.op(span, "POP_TOP");
}

function unwindFinally(c: Emitter, span: Span, block: FrameBlock, keepTop: boolean): Span {
  c.op(span, "POP_BLOCK");
  if (keepTop) c.pushBlock({ kind: "pop-value", start: null, exit: null, span });
  c.stmts(block.finalBody ?? []);
  if (keepTop) c.popBlock();
  return NO_LOCATION;
}

function unwindWith(c: Emitter, block: FrameBlock, keepTop: boolean): Span {
  const { span } = block;
  c.op(span, "POP_BLOCK");
  if (keepTop) keepAboveExit(c, span);
  callExitWithNones(c, span);
  if (block.kind === "async-with") {
    emitAwaitObject(c, span, 2);
  }
  c.op(span, "POP_TOP");
  return NO_LOCATION;
}

/** Brings the exit method above the value to keep; it takes one entry of the stack, or two. */
function keepAboveExit(c: Emitter, span: Span): void {
  if (c.recipes.with === "load-special") c.op(span, "SWAP", 3);
  movesOf(c).exchange(c, span);
}

function unwindHandler(c: Emitter, span: Span, name: string | null, keepTop: boolean): Span {
  if (name !== null) c.op(span, "POP_BLOCK");
  if (keepTop) c.op(span, "SWAP", 2);
  c.op(span, "POP_BLOCK");
  c.op(span, "POP_EXCEPT");
  if (name !== null) forgetName(c, span, name);
  return span;
}

/** `name = None; del name`, at the end of `except ... as name`. */
export function forgetName(c: Emitter, span: Span, name: string): void {
  c.loadNone(span);
  emitName(c, span, name, "Store");
  emitName(c, span, name, "Del");
}

const LOOPS = new Set(["while-loop", "for-loop", "async-for-loop"]);

/** Unwinds the blocks around, up to the nearest loop if `toLoop`. Gives that loop, and the place for what follows. */
export function unwindBlocks(c: Emitter, span: Span, keepTop: boolean, toLoop: boolean): { loop: FrameBlock | null; span: Span } {
  const { frameBlocks } = c.unit;
  const top = frameBlocks[frameBlocks.length - 1];
  if (top === undefined) return { loop: null, span };
  if (top.kind === "exception-group-handler") {
    throw c.error("'break', 'continue' and 'return' cannot appear in an except* block", span);
  }
  if (toLoop && LOOPS.has(top.kind)) return { loop: top, span };
  // While its way out is emitted the block is closed: a `finally` body must not unwind itself.
  c.popBlock();
  const after = unwindBlock(c, span, top, keepTop);
  const result = unwindBlocks(c, after, keepTop, toLoop);
  c.pushBlock(top);
  return result;
}
