import type { ExceptHandler, Span, Try } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitName } from "./names.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { forgetName, popExceptAndReraise } from "./unwind.ts";

/** `except*` (PEP 654): each handler takes its part of the group; what is left, and what handlers raise, goes on. */
export function emitTryStar(c: Emitter, s: Try): void {
  const body = c.label();
  const except = c.label();
  const orelse = c.label();
  const end = c.label();
  const cleanup = c.label();
  const reraiseStar = c.label();
  c.jump(s.span, "SETUP_FINALLY", except);
  c.place(body);
  c.pushBlock({ kind: "try-except", start: body, exit: null, span: s.span });
  c.stmts(s.body);
  c.popBlock();
  c.op(NO_LOCATION, "POP_BLOCK");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, orelse);
  c.place(except);
  c.jump(NO_LOCATION, "SETUP_CLEANUP", cleanup);
  c.op(NO_LOCATION, "PUSH_EXC_INFO");
  c.pushBlock({ kind: "exception-group-handler", start: null, exit: null, span: s.span });
  s.handlers.forEach((handler, i) => {
    if (i === 0) {
      // The list of exceptions that handlers raise, and a copy of the group to take parts from.
      startResults(c, handler.span);
    }
    emitStarHandler(c, handler, i === s.handlers.length - 1 ? reraiseStar : null);
  });
  c.popBlock();
  emitReraise(c, reraiseStar, end);
  c.place(cleanup);
  popExceptAndReraise(c, NO_LOCATION);
  c.place(orelse);
  c.stmts(s.orelse);
  c.place(end);
}

/** Puts the list below the copy that parts are taken from. */
function startResults(c: Emitter, span: Span): void {
  if (c.recipes.positions === "given") {
    c.op(span, "BUILD_LIST", 0);
    return c.op(span, "COPY", 2);
  }
  c.op(span, "COPY", 1);
  c.op(span, "BUILD_LIST", 0);
  c.op(span, "SWAP", 2);
}

/** `last` is where to go after the last handler. */
function emitStarHandler(c: Emitter, handler: ExceptHandler, last: Label | null): void {
  const { span, name } = handler;
  c.goTo(span);
  const next = c.label();
  const withError = c.label();
  const noMatch = c.label();
  if (handler.excType !== null) {
    c.visit(handler.excType);
    c.op(span, "CHECK_EG_MATCH");
    c.op(span, "COPY", 1);
    c.jump(span, "POP_JUMP_IF_NONE", noMatch);
  }
  if (name !== null) emitName(c, span, name, "Store");
  else c.op(span, "POP_TOP");
  emitStarBody(c, handler, next, withError);
  c.place(next);
  c.op(NO_LOCATION, "NOP");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, withError);
  c.place(noMatch);
  c.op(c.at(span), "POP_TOP");
  c.place(withError);
  if (last === null) return;
  c.op(NO_LOCATION, "LIST_APPEND", 1);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, last);
}

function emitStarBody(c: Emitter, handler: ExceptHandler, next: Label, withError: Label): void {
  const { span, name } = handler;
  const cleanup = c.label();
  const body = c.label();
  c.jump(span, "SETUP_CLEANUP", cleanup);
  c.place(body);
  c.pushBlock({ kind: "handler-cleanup", start: body, exit: null, span, handlerName: name });
  c.stmts(handler.body);
  c.popBlock();
  c.goTo(NO_LOCATION);
  c.op(NO_LOCATION, "POP_BLOCK");
  if (name !== null) forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, c.recipes.hiddenJump, next);
  c.place(cleanup);
  if (name !== null) forgetName(c, NO_LOCATION, name);
  c.op(NO_LOCATION, "LIST_APPEND", 3);
  c.op(NO_LOCATION, "POP_TOP");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, withError);
}

function emitReraise(c: Emitter, start: Label, end: Label): void {
  const reraise = c.label();
  c.place(start);
  emitIntrinsic(c, NO_LOCATION, "prepareReraiseStar");
  c.op(NO_LOCATION, "COPY", 1);
  c.jump(NO_LOCATION, "POP_JUMP_IF_NOT_NONE", reraise);
  c.op(NO_LOCATION, "POP_TOP");
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.jump(NO_LOCATION, c.recipes.hiddenJump, end);
  c.place(reraise);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "SWAP", 2);
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.op(NO_LOCATION, "RERAISE", 0);
}
