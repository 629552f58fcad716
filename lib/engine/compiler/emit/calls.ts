import type { LoopingCall } from "../../profiles/instruction-sets/types.ts";
import type { Attribute, Call, Expr, Keyword, Span } from "../../syntax/ast.ts";
import { FALSE, TRUE } from "../constants/const-cache.ts";
import { Use, usesOf } from "../symtable/entry.ts";
import { closeCallable, emitCallOf, loadMethod, nameKeywords, openCall } from "./call-shapes.ts";
import { emitArgumentTuple, emitConstantKeys } from "./collections.ts";
import { STACK_GUIDELINE } from "./emitter.ts";
import type { Emitter } from "./emitter.ts";
import { emitIntrinsic } from "./intrinsics.ts";
import { emitName } from "./names.ts";
import { canUseSuperInstruction, loadSuperArguments } from "./super.ts";
import { NO_LOCATION } from "./unit.ts";
import type { Label } from "./unit.ts";
import { checkCaller } from "./warnings.ts";

export function emitCall(c: Emitter, e: Call): void {
  refuseRepeatedKeywords(c, e.keywords);
  if (emitMethodCall(c, e)) return;
  checkCaller(c, e.func);
  openCall(c, e.func.span);
  c.visit(e.func);
  const done = emitGeneratorShortcut(c, e);
  closeCallable(c, e.func.span);
  emitArguments(c, e.span, 0, e.args, e.keywords, null);
  if (done !== null) c.place(done);
}

/**
 * Pushes the arguments and calls. `pushed` arguments are on the stack already; `injected` is the name of one more
 * positional argument (the generic base of a class).
 */
export function emitArguments(
  c: Emitter, span: Span, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], injected: string | null,
): void {
  refuseRepeatedKeywords(c, keywords);
  const isPlain = args.length + keywords.length * 2 <= STACK_GUIDELINE
    && !args.some((a) => a.type === "Starred") && !keywords.some((k) => k.arg === null);
  if (!isPlain) return emitUnpackedArguments(c, span, pushed, args, keywords, injected);
  c.visitAll(args);
  if (injected !== null) emitName(c, span, injected, "Load");
  const count = pushed + args.length + (injected === null ? 0 : 1);
  if (keywords.length > 0) emitKeywordValues(c, span, keywords);
  emitCallOf(c, span, count + keywords.length, keywords.length > 0);
}

function emitKeywordValues(c: Emitter, span: Span, keywords: readonly Keyword[]): void {
  for (const k of keywords) c.visit(k.value);
  nameKeywords(c, span, keywords.map((k) => k.arg ?? ""));
}

function emitUnpackedArguments(
  c: Emitter, span: Span, pushed: number, args: readonly Expr[], keywords: readonly Keyword[], injected: string | null,
): void {
  const only = args[0];
  if (pushed === 0 && args.length === 1 && only?.type === "Starred") c.visit(only.value);
  else emitArgumentTuple(c, span, args, pushed, injected);
  if (keywords.length > 0) emitKeywordDict(c, span, keywords);
  else if (!c.recipes.spreadIsFlagged) closeCallable(c, span);
  c.op(span, "CALL_FUNCTION_EX", c.recipes.spreadIsFlagged && keywords.length > 0 ? 1 : 0);
}

function emitKeywordDict(c: Emitter, span: Span, keywords: readonly Keyword[]): void {
  let hasDict = false;
  let waiting = 0;
  const flush = (end: number): void => {
    emitKeywordPart(c, span, keywords.slice(end - waiting, end));
    if (hasDict) c.op(span, "DICT_MERGE", 1);
    hasDict = true;
    waiting = 0;
  };
  keywords.forEach((k, i) => {
    if (k.arg !== null) {
      waiting++;
      return;
    }
    if (waiting > 0) flush(i);
    if (!hasDict) c.op(span, "BUILD_MAP", 0);
    hasDict = true;
    c.visit(k.value);
    c.op(span, "DICT_MERGE", 1);
  });
  if (waiting > 0) flush(keywords.length);
}

function emitKeywordPart(c: Emitter, span: Span, keywords: readonly Keyword[]): void {
  const isBig = keywords.length * 2 > STACK_GUIDELINE;
  if (c.recipes.constantKeys && keywords.length > 1 && !isBig) {
    for (const k of keywords) c.visit(k.value);
    return emitConstantKeys(c, span, keywords.map((k) => ({ kind: "str", value: k.arg ?? "", interned: true })));
  }
  if (isBig) c.op(NO_LOCATION, "BUILD_MAP", 0);
  for (const k of keywords) {
    c.loadName(span, k.arg ?? "");
    c.visit(k.value);
    if (isBig) c.op(NO_LOCATION, "MAP_ADD", 1);
  }
  if (!isBig) c.op(span, "BUILD_MAP", keywords.length);
}

function refuseRepeatedKeywords(c: Emitter, keywords: readonly Keyword[]): void {
  keywords.forEach((k, i) => {
    const again = k.arg === null ? undefined : keywords.slice(i + 1).find((other) => other.arg === k.arg);
    if (again !== undefined) throw c.error(`keyword argument repeated: ${k.arg}`, again.span);
  });
}

/** `o.m(...)` without making a bound method. False when the call is not of that shape. */
function emitMethodCall(c: Emitter, e: Call): boolean {
  const method = e.func;
  if (method.type !== "Attribute" || method.ctx !== "Load" || isImported(c, method.value)) return false;
  const { args, keywords } = e;
  if (keywords.length > 0 && !c.recipes.methodKeywords) return false;
  if (args.length + keywords.length + (keywords.length > 0 ? 1 : 0) >= STACK_GUIDELINE) return false;
  if (args.some((a) => a.type === "Starred") || keywords.some((k) => k.arg === null)) return false;
  const span = emitMethod(c, method);
  c.visitAll(args);
  if (keywords.length > 0) emitKeywordValues(c, span, keywords);
  const callSpan = spanFromAttribute(e.span, method);
  emitCallOf(c, callSpan, args.length + keywords.length, keywords.length > 0, true);
  return true;
}

function emitMethod(c: Emitter, method: Attribute): Span {
  const { value } = method;
  if (!canUseSuperInstruction(c, method) || value.type !== "Call") {
    c.visit(value);
    const span = spanFromAttribute(method.span, method);
    loadMethod(c, span, method.attr);
    return span;
  }
  loadSuperArguments(c, value);
  c.nameOp(method.span, "LOAD_SUPER_ATTR", method.attr, 2, value.args.length > 0 ? 3 : 1);
  const span = spanFromAttribute(method.span, method);
  c.op(span, "NOP");
  return span;
}

/** Whether the module imports a name like this: `module.function()` is then not treated as a method call. */
function isImported(c: Emitter, e: Expr): boolean {
  return c.recipes.importsAreNoMethods && e.type === "Name" && (usesOf(c.table.top, e.id) & Use.IMPORT) !== 0;
}

/** An attribute on a later line than its object: the place begins at the attribute's name. */
export function spanFromAttribute(span: Span, attribute: Attribute): Span {
  const { endLine, endCol } = attribute.span;
  if (span.line === endLine) return span;
  const length = Array.from(attribute.attr).length;
  const hasColumn = length <= endCol;
  const col = hasColumn ? endCol - length : -1;
  const line = endLine;
  const lastLine = Math.max(line, span.endLine);
  const lastCol = hasColumn ? span.endCol : -1;
  return { line, col, endLine: lastLine, endCol: line === lastLine ? Math.max(col, lastCol) : lastCol };
}

const GATHERING: Readonly<Record<LoopingCall["gathers"], readonly [build: string, add: string] | null>> = {
  tuple: ["BUILD_LIST", "LIST_APPEND"],
  list: ["BUILD_LIST", "LIST_APPEND"],
  set: ["BUILD_SET", "SET_ADD"],
  all: null,
  any: null,
};

/** `all(... for ...)` and the like run their loop here when the name still is the built-in function. Gives where that loop goes on, null when there is none. */
function emitGeneratorShortcut(c: Emitter, e: Call): Label | null {
  const generator = e.args[0];
  if (e.func.type !== "Name" || e.args.length !== 1 || e.keywords.length > 0 || generator?.type !== "GeneratorExp") return null;
  const { loopingCalls, iteratorEntries } = c.recipes;
  const looping = Object.hasOwn(loopingCalls, e.func.id) ? loopingCalls[e.func.id] : undefined;
  if (looping === undefined) return null;
  const { span } = e.func;
  const done = c.label();
  const skip = c.label();
  c.op(span, "COPY", 1);
  c.op(span, "LOAD_COMMON_CONSTANT", looping.constant);
  c.op(span, "IS_OP", 0);
  c.jump(span, "POP_JUMP_IF_FALSE", skip);
  c.op(span, "POP_TOP");
  const gathering = GATHERING[looping.gathers];
  if (gathering !== null) c.op(span, gathering[0], 0);
  c.visit(generator);
  if (iteratorEntries === 2) c.op(span, "PUSH_NULL");
  if (gathering !== null) emitGathering(c, span, gathering[1], looping.gathers === "tuple");
  else emitSearch(c, span, looping.gathers === "any", done);
  c.jump(span, "JUMP", done);
  c.place(skip);
  return done;
}

function emitGathering(c: Emitter, span: Span, add: string, isTuple: boolean): void {
  const loop = c.label();
  const cleanup = c.label();
  c.place(loop);
  c.jump(span, "FOR_ITER", cleanup);
  c.op(span, add, 1 + c.recipes.iteratorEntries);
  c.jump(span, "JUMP", loop);
  c.op(NO_LOCATION, "POP_ITER");
  c.place(cleanup);
  c.op(NO_LOCATION, "END_FOR");
  c.op(NO_LOCATION, "POP_ITER");
  if (isTuple) emitIntrinsic(c, span, "listToTuple");
}

/** The loop ends at the first item whose truth is `wanted`. */
function emitSearch(c: Emitter, span: Span, wanted: boolean, done: Label): void {
  const loop = c.label();
  const cleanup = c.label();
  c.place(loop);
  c.jump(span, "FOR_ITER", cleanup);
  c.op(span, "TO_BOOL");
  c.jump(span, wanted ? "POP_JUMP_IF_FALSE" : "POP_JUMP_IF_TRUE", loop);
  c.op(NO_LOCATION, "POP_ITER");
  c.loadConst(span, wanted ? TRUE : FALSE);
  c.jump(span, "JUMP", done);
  c.place(cleanup);
  c.op(NO_LOCATION, "END_FOR");
  c.op(NO_LOCATION, "POP_ITER");
  c.loadConst(span, wanted ? FALSE : TRUE);
}
