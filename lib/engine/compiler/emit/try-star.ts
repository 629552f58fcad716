import type { ExceptHandler, Try } from "../../syntax/ast.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { forgetName, popExceptAndReraise } from "./unwind.ts";

const PREP_RERAISE_STAR = 1;

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
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", orelse);
  c.place(except);
  c.jump(NO_LOCATION, "SETUP_CLEANUP", cleanup);
  c.op(NO_LOCATION, "PUSH_EXC_INFO");
  c.pushBlock({ kind: "exception-group-handler", start: null, exit: null, span: s.span });
  s.handlers.forEach((handler, i) => {
    if (i === 0) {
      // The list of exceptions that handlers raise, and a copy of the group to take parts from.
      c.op(handler.span, "BUILD_LIST", 0);
      c.op(handler.span, "COPY", 2);
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

/** `last` is where to go after the last handler. */
function emitStarHandler(c: Emitter, handler: ExceptHandler, last: Label | null): void {
  const { span, name } = handler;
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
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", withError);
  c.place(noMatch);
  c.op(span, "POP_TOP");
  c.place(withError);
  if (last === null) return;
  c.op(NO_LOCATION, "LIST_APPEND", 1);
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", last);
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
  c.op(NO_LOCATION, "POP_BLOCK");
  if (name !== null) forgetName(c, NO_LOCATION, name);
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", next);
  c.place(cleanup);
  if (name !== null) forgetName(c, NO_LOCATION, name);
  c.op(NO_LOCATION, "LIST_APPEND", 3);
  c.op(NO_LOCATION, "POP_TOP");
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", withError);
}

function emitReraise(c: Emitter, start: Label, end: Label): void {
  const reraise = c.label();
  c.place(start);
  c.op(NO_LOCATION, "CALL_INTRINSIC_2", PREP_RERAISE_STAR);
  c.op(NO_LOCATION, "COPY", 1);
  c.jump(NO_LOCATION, "POP_JUMP_IF_NOT_NONE", reraise);
  c.op(NO_LOCATION, "POP_TOP");
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.jump(NO_LOCATION, "JUMP_NO_INTERRUPT", end);
  c.place(reraise);
  c.op(NO_LOCATION, "POP_BLOCK");
  c.op(NO_LOCATION, "SWAP", 2);
  c.op(NO_LOCATION, "POP_EXCEPT");
  c.op(NO_LOCATION, "RERAISE", 0);
}
