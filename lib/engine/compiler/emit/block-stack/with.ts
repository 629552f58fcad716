import type { AsyncWith, With } from "../../../syntax/ast.ts";
import type { Emitter } from "../emitter.ts";
import { NO_LOCATION } from "../unit.ts";
import { callExitWithNones, emitAwaitObject } from "../unwind.ts";

/** `with` by SETUP_WITH, which asks for both methods, calls the first and sets up the handler. */
export function emitBlockWith(c: Emitter, s: With | AsyncWith, index: number): void {
  const item = s.items[index];
  if (item === undefined) return c.stmts(s.body);
  const isAsync = s.type === "AsyncWith";
  const block = c.label();
  const final = c.label();
  const exit = c.label();
  c.visit(item.contextExpr);
  const before = c.unit.place;
  if (isAsync) {
    c.op(before, "BEFORE_ASYNC_WITH");
    emitAwaitObject(c, before, 1);
  }
  c.jump(before, isAsync ? "SETUP_ASYNC_WITH" : "SETUP_WITH", final);
  c.place(block);
  c.pushBlock({ kind: isAsync ? "async-with" : "with", start: block, exit: final, span: s.span });
  if (item.optionalVars !== null) c.visit(item.optionalVars);
  else c.op(before, "POP_TOP");
  emitBlockWith(c, s, index + 1);
  c.popBlock();
  c.op(isAsync ? c.unit.place : NO_LOCATION, "POP_BLOCK");
  const { span } = s;
  c.goTo(span);
  callExitWithNones(c, span);
  if (isAsync) emitAwaitObject(c, span, 2);
  c.op(span, "POP_TOP");
  c.jump(span, c.recipes.hiddenJump, exit);
  c.place(final);
  c.op(span, "WITH_EXCEPT_START");
  if (isAsync) emitAwaitObject(c, span, 2);
  finishExcept(c);
  c.place(exit);
}

/** After an exception: goes on if `__exit__` said true, else raises it again. */
function finishExcept(c: Emitter): void {
  const exit = c.label();
  const { place: here } = c.unit;
  c.jump(here, "POP_JUMP_IF_TRUE", exit);
  c.op(here, "RERAISE", 1);
  c.place(exit);
  for (let i = 0; i < 3; i++) c.op(here, "POP_TOP");
  c.op(here, "POP_EXCEPT");
  c.op(here, "POP_TOP");
}
