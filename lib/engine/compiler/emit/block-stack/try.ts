import type { ExceptHandler, Try } from "../../../syntax/ast.ts";
import type { Emitter } from "../emitter.ts";
import { emitName } from "../names.ts";
import { NO_LOCATION } from "../unit.ts";
import type { Label } from "../unit.ts";
import { forgetName } from "../unwind.ts";

/** `finally` on the block stack: its body is emitted for the way out and for an exception. */
export function emitBlockTryFinally(c: Emitter, s: Try): void {
  const body = c.label();
  const end = c.label();
  const exit = c.label();
  c.jump(s.span, "SETUP_FINALLY", end);
  c.place(body);
  c.pushBlock({ kind: "finally-try", start: body, exit: end, span: s.span, finalBody: s.finalbody });
  if (s.handlers.length > 0) emitBlockTryExcept(c, s);
  else c.stmts(s.body);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.popBlock();
  c.stmts(s.finalbody);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, exit);
  c.place(end);
  c.goTo(NO_LOCATION);
  c.pushBlock({ kind: "finally-end", start: end, exit: null, span: NO_LOCATION });
  c.stmts(s.finalbody);
  c.popBlock();
  c.op(c.unit.place, "RERAISE", 0);
  c.place(exit);
}

/** `except` on the block stack: type, value and traceback lie on the value stack, the type on top. */
export function emitBlockTryExcept(c: Emitter, s: Try): void {
  const body = c.label();
  const except = c.label();
  const orelse = c.label();
  const end = c.label();
  c.jump(c.unit.place, "SETUP_FINALLY", except);
  c.place(body);
  c.pushBlock({ kind: "try-except", start: body, exit: null, span: s.span });
  c.stmts(s.body);
  c.popBlock();
  c.op(NO_LOCATION, "POP_BLOCK");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, orelse);
  c.place(except);
  c.pushBlock({ kind: "exception-handler", start: null, exit: null, span: s.span });
  s.handlers.forEach((handler, i) => {
    if (handler.excType === null && i < s.handlers.length - 1) throw c.error("default 'except:' must be last", handler.span);
    emitHandler(c, handler, end);
  });
  c.goTo(NO_LOCATION);
  c.popBlock();
  c.op(NO_LOCATION, "RERAISE", 0);
  c.place(orelse);
  c.stmts(s.orelse);
  c.place(end);
}

function emitHandler(c: Emitter, handler: ExceptHandler, end: Label): void {
  const { span } = handler;
  c.goTo(span);
  const next = c.label();
  if (handler.excType !== null) {
    c.op(span, "DUP_TOP");
    c.visit(handler.excType);
    c.jump(span, "JUMP_IF_NOT_EXC_MATCH", next);
  }
  c.op(span, "POP_TOP");
  if (handler.name !== null) emitNamedBody(c, handler, handler.name, end);
  else emitBody(c, handler, end);
  c.place(next);
}

/** `except E as name`: the name is unbound whichever way the body ends. */
function emitNamedBody(c: Emitter, handler: ExceptHandler, name: string, end: Label): void {
  const { span } = handler;
  const cleanup = c.label();
  const body = c.label();
  emitName(c, span, name, "Store");
  c.op(span, "POP_TOP");
  c.jump(span, "SETUP_FINALLY", cleanup);
  c.place(body);
  c.pushBlock({ kind: "handler-cleanup", start: body, exit: null, span, handlerName: name });
  c.stmts(handler.body);
  c.popBlock();
  c.goTo(NO_LOCATION);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(cleanup);
  forgetName(c, NO_LOCATION, name);
  c.op(NO_LOCATION, "RERAISE", 1);
}

function emitBody(c: Emitter, handler: ExceptHandler, end: Label): void {
  const { span } = handler;
  const body = c.label();
  c.op(span, "POP_TOP");
  c.op(span, "POP_TOP");
  c.place(body);
  c.pushBlock({ kind: "handler-cleanup", start: body, exit: null, span });
  c.stmts(handler.body);
  c.popBlock();
  c.goTo(NO_LOCATION);
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
}
