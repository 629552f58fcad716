import type { AsyncFunctionDef, Expr, FunctionDef, Span } from "../../syntax/ast.ts";
import { emitFunctionAnnotations } from "./annotations.ts";
import { closeCallable, emitCallOf, emitCallOnTop, openCall } from "./call-shapes.ts";
import { NONE } from "../constants/const-cache.ts";
import { emitClosure, FunctionPart } from "./closure.ts";
import { emitDefaults } from "./defaults.ts";
import { cleanDocstring } from "./docstring.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { wrapInStopIterationHandler } from "./stop-iteration.ts";
import { emitTypeParams } from "./type-params.ts";
import { NO_LOCATION } from "./unit.ts";

const SET_FUNCTION_TYPE_PARAMS = 4;

export function emitFunction(c: Emitter, s: FunctionDef | AsyncFunctionDef): void {
  const { span } = s;
  c.visitAll(s.decorators);
  const firstLine = firstLineOf(s);
  const generic = c.table.typeParameters.get(s);
  if (generic !== undefined) openCall(c, span);
  const parts = emitDefaults(c, span, s.args);
  const extraArgs = (parts & FunctionPart.DEFAULTS ? 1 : 0) + (parts & FunctionPart.KWDEFAULTS ? 1 : 0);
  if (generic !== undefined) {
    if (extraArgs === 2) c.op(span, "SWAP", 2);
    c.enter({ name: `<generic parameters of ${s.name}>`, kind: "annotations", entry: generic, firstLine, argCount: extraArgs });
    emitTypeParams(c, s.typeParams);
    for (let i = 0; i < extraArgs; i++) c.op(span, "LOAD_FAST", i);
  }
  emitBody(c, s, parts | emitFunctionAnnotations(c, s), firstLine);
  if (generic !== undefined) callGeneric(c, s, extraArgs);
  applyDecorators(c, span, s.decorators);
  emitName(c, span, s.name, "Store");
}

/** Calls the hidden function that makes the type parameters, with the defaults as its arguments. */
function callGeneric(c: Emitter, s: FunctionDef | AsyncFunctionDef, extraArgs: number): void {
  const { span } = s;
  c.op(span, "SWAP", 2);
  c.op(span, "CALL_INTRINSIC_2", SET_FUNCTION_TYPE_PARAMS);
  emitClosure(c, span, c.leave(false), 0);
  if (extraArgs > 0) c.op(span, "SWAP", extraArgs + 1);
  else closeCallable(c, span);
  // Without NULL behind the function the first argument stands where a method's self would.
  emitCallOf(c, span, extraArgs > 0 && c.recipes.call === "null-after" ? extraArgs - 1 : extraArgs);
}

function emitBody(c: Emitter, s: FunctionDef | AsyncFunctionDef, parts: number, firstLine: number): void {
  const entry = c.table.blocks.get(s);
  if (entry === undefined) throw new Error("A function without a block.");
  const { args, posonlyargs, kwonlyargs } = s.args;
  c.enter({
    name: s.name, kind: s.type === "AsyncFunctionDef" ? "async-function" : "function", entry, firstLine,
    argCount: args.length, posOnlyArgCount: posonlyargs.length, kwOnlyArgCount: kwonlyargs.length,
  });
  let { body } = s;
  const first = body[0];
  if (entry.hasDocstring && first?.type === "Expr" && first.value.type === "Constant" && first.value.value.kind === "str") {
    const { value } = first.value.value;
    c.addConst(c.consts.literal({ kind: "str", value: c.profile.compiler.cleanDocstrings ? cleanDocstring(value) : value }));
    body = body.slice(1);
  } else if (c.recipes.noneForDocstring) {
    c.addConst(NONE);
  }
  const isGenerator = c.recipes.guardsStopIteration && (entry.coroutine || entry.generator);
  // The body begins a block of its own where blocks begin at labels (compiler_function_body of 3.12).
  if (c.recipes.guardsStopIteration) c.place(c.label());
  if (isGenerator) c.pushBlock({ kind: "stop-iteration", start: null, exit: null, span: NO_LOCATION });
  c.stmts(body);
  if (isGenerator) {
    wrapInStopIterationHandler(c);
    c.popBlock();
  }
  emitClosure(c, s.span, c.leave(true), parts);
}

/** `co_firstlineno`: the first decorator's line, if there is one. */
export function firstLineOf(s: { readonly span: { readonly line: number }; readonly decorators: readonly Expr[] }): number {
  return s.decorators[0]?.span.line ?? s.span.line;
}

/** `span` is that of the decorated definition. */
export function applyDecorators(c: Emitter, span: Span, decorators: readonly Expr[]): void {
  for (const decorator of [...decorators].reverse()) emitCallOnTop(c, c.recipes.unwind === "blocks" ? span : decorator.span);
}
