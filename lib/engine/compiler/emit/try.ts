import type { Recipes } from "../../profiles/instruction-sets/types.ts";
import type { ExceptHandler, Try } from "../../syntax/ast.ts";
import { blockStatements } from "./block-stack/statements.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { forgetName, popExceptAndReraise } from "./unwind.ts";
import { emitTryStar } from "./try-star.ts";

export function emitTry(c: Emitter, s: Try): void {
  const tries = TRIES[c.recipes.unwind];
  if (s.finalbody.length > 0) tries.finally(c, s);
  else tries.except(c, s);
}

/** The two halves of the statement. */
const TRIES: Readonly<Record<Recipes["unwind"], Readonly<Record<"finally" | "except", (c: Emitter, s: Try) => void>>>> = {
  blocks: { finally: (c, s) => blockStatements.get().tryFinally(c, s), except: (c, s) => blockStatements.get().tryExcept(c, s) },
  table: { finally: emitTryFinally, except: emitHandled },
};

function emitHandled(c: Emitter, s: Try): void {
  if (s.star) emitTryStar(c, s);
  else emitTryExcept(c, s);
}

/** The `finally` body is emitted twice: for the way out, and for an exception. */
function emitTryFinally(c: Emitter, s: Try): void {
  const body = c.label();
  const end = c.label();
  const exit = c.label();
  const cleanup = c.label();
  c.jump(s.span, "SETUP_FINALLY", end);
  c.place(body);
  c.pushBlock({ kind: "finally-try", start: body, exit: end, span: s.span, finalBody: s.finalbody });
  if (s.handlers.length > 0) emitHandled(c, s);
  else c.stmts(s.body);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.popBlock();
  c.stmts(s.finalbody);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, exit);
  c.place(end);
  c.goTo(NO_LOCATION);
  c.jump(NO_LOCATION, "SETUP_CLEANUP", cleanup);
  c.op(NO_LOCATION, "PUSH_EXC_INFO");
  c.pushBlock({ kind: "finally-end", start: end, exit: null, span: NO_LOCATION });
  c.stmts(s.finalbody);
  c.popBlock();
  c.op(c.at(NO_LOCATION), "RERAISE", 0);
  c.place(cleanup);
  popExceptAndReraise(c, c.at(NO_LOCATION));
  c.place(exit);
}

function emitTryExcept(c: Emitter, s: Try): void {
  const body = c.label();
  const except = c.label();
  const end = c.label();
  const cleanup = c.label();
  c.jump(s.span, "SETUP_FINALLY", except);
  c.place(body);
  c.pushBlock({ kind: "try-except", start: body, exit: null, span: s.span });
  c.stmts(s.body);
  c.popBlock();
  c.op(NO_LOCATION, "POP_BLOCK");
  c.stmts(s.orelse);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(except);
  c.jump(NO_LOCATION, "SETUP_CLEANUP", cleanup);
  c.op(NO_LOCATION, "PUSH_EXC_INFO");
  c.pushBlock({ kind: "exception-handler", start: null, exit: null, span: s.span });
  s.handlers.forEach((handler, i) => {
    if (handler.excType === null && i < s.handlers.length - 1) throw c.error("default 'except:' must be last", handler.span);
    emitHandler(c, handler, end);
  });
  c.popBlock();
  c.goTo(NO_LOCATION);
  c.op(NO_LOCATION, "RERAISE", 0);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(end);
}

function emitHandler(c: Emitter, handler: ExceptHandler, end: Label): void {
  const next = c.label();
  c.goTo(handler.span);
  if (handler.excType !== null) {
    c.visit(handler.excType);
    c.op(handler.span, "CHECK_EXC_MATCH");
    c.jump(handler.span, "POP_JUMP_IF_FALSE", next);
  }
  if (handler.name !== null) {
    emitNamedHandler(c, handler, handler.name, end);
  } else {
    const body = c.label();
    c.op(handler.span, "POP_TOP");
    c.place(body);
    c.pushBlock({ kind: "handler-cleanup", start: body, exit: null, span: handler.span });
    c.stmts(handler.body);
    c.popBlock();
    c.op(NO_LOCATION, "POP_BLOCK");
    c.op(NO_LOCATION, "POP_EXCEPT");
    c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  }
  c.place(next);
}

/** `except E as name`: the name is unbound whichever way the body ends. */
function emitNamedHandler(c: Emitter, handler: ExceptHandler, name: string, end: Label): void {
  const cleanup = c.label();
  const body = c.label();
  emitName(c, handler.span, name, "Store");
  c.jump(handler.span, "SETUP_CLEANUP", cleanup);
  c.place(body);
  c.pushBlock({ kind: "handler-cleanup", start: body, exit: null, span: handler.span, handlerName: name });
  c.stmts(handler.body);
  c.popBlock();
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(cleanup);
  forgetName(c, NO_LOCATION, name);
  c.op(NO_LOCATION, "RERAISE", 1);
}
