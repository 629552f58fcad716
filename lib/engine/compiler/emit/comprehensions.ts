import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp, Span, Starred } from "../../syntax/ast.ts";
import type { Entry } from "../symtable/entry.ts";
import { emitCallOnTop } from "./call-shapes.ts";
import { emitClosure } from "./closure.ts";
import { jumpIf } from "./conditions.ts";
import type { Emitter } from "./emitter.ts";
import { enterInlined, leaveInlined } from "./inlining.ts";
import { endAsyncLoop, endLoop } from "./loops.ts";
import { wrapInStopIterationHandler } from "./stop-iteration.ts";
import { NO_LOCATION } from "./unit.ts";
import { emitAwaitObject, emitYieldFrom, startYieldFrom } from "./unwind.ts";
import { emitYield } from "./yields.ts";

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

const NAMES = { ListComp: "<listcomp>", SetComp: "<setcomp>", DictComp: "<dictcomp>", GeneratorExp: "<genexpr>" } as const;
/** RESUME's argument at the start of a generator expression that is no generator yet. */
const RESUME_IN_EXPRESSION = 4;
const BUILDS = { ListComp: "BUILD_LIST", SetComp: "BUILD_SET", DictComp: "BUILD_MAP" } as const;

export function emitComprehension(c: Emitter, e: AnyComprehension): void {
  const entry = c.table.blocks.get(e);
  const outermost = e.generators[0];
  if (entry === undefined || outermost === undefined) throw new Error("A comprehension without a block.");
  if (entry.inlined) emitInlined(c, e, entry, outermost);
  else emitAsFunction(c, e, entry, outermost);
}

function emitInlined(c: Emitter, e: AnyComprehension, entry: Entry, outermost: Comprehension): void {
  const { outermostIterator } = c.recipes;
  c.visit(outermost.iter);
  if (outermostIterator !== "inside") getIterator(c, outermost);
  const state = enterInlined(c, e.span, entry);
  if (e.type !== "GeneratorExp") {
    c.op(e.span, BUILDS[e.type], 0);
    c.op(e.span, "SWAP", 2);
  }
  if (iteratesInside(c, outermost)) getIterator(c, outermost);
  emitGenerator(c, e, 0, 0, true);
  leaveInlined(c, e.span, state);
}

function emitAsFunction(c: Emitter, e: AnyComprehension, entry: Entry, outermost: Comprehension): void {
  const { outermostIterator, expressionsIterateFirst } = c.recipes;
  const isInside = outermostIterator !== "around";
  const iteratesFirst = expressionsIterateFirst && e.type === "GeneratorExp";
  c.enter({ name: NAMES[e.type], kind: "comprehension", entry, firstLine: e.span.line, argCount: 1, iteratesFirst });
  if (iteratesFirst) becomeGenerator(c, outermost);
  c.goTo(e.span);
  const start = c.unit.instructions.length;
  if (e.type !== "GeneratorExp") c.op(e.span, BUILDS[e.type], 0);
  if (isInside && !iteratesFirst) {
    c.op(outermostIterator === "both" ? e.span : outermost.iter.span, "LOAD_FAST", 0);
    if (iteratesInside(c, outermost)) getIterator(c, outermost);
  }
  emitGenerator(c, e, 0, 0, isInside);
  if (e.type !== "GeneratorExp") c.op(c.at(e.span), "RETURN_VALUE");
  else if (c.recipes.guardsStopIteration) wrapInStopIterationHandler(c, iteratesFirst ? start - 1 : 0);
  const code = c.leave(true);
  emitClosure(c, e.span, code, 0);
  c.visit(outermost.iter);
  if (outermostIterator !== "inside") getIterator(c, outermost);
  emitCallOnTop(c, e.span);
  if (entry.coroutine && e.type !== "GeneratorExp") emitAwaitObject(c, e.span, 0);
}

/** A generator expression asks for its iterator while it is called, and only then becomes a generator. */
function becomeGenerator(c: Emitter, outermost: Comprehension): void {
  c.op(NO_LOCATION, "RESUME", RESUME_IN_EXPRESSION);
  c.op(outermost.iter.span, "LOAD_FAST", 0);
  getIterator(c, outermost);
  const line = c.unit.firstLine;
  const span = { line, col: -1, endLine: line, endCol: -1 };
  c.op(span, "RETURN_GENERATOR");
  c.op(span, "POP_TOP");
  c.resumeAtStart();
}

/** Whether the loop itself makes its iterator, be it once more; an asynchronous one is made once. */
function iteratesInside({ recipes: { outermostIterator } }: Emitter, { isAsync }: Comprehension): boolean {
  return outermostIterator === "inside" || (outermostIterator === "both" && !isAsync);
}

/** Makes the iterator of what is on the stack, for the outermost `for`. */
function getIterator(c: Emitter, outermost: Comprehension): void {
  c.op(c.at(outermost.iter.span), outermost.isAsync ? "GET_AITER" : "GET_ITER");
}

/** The loop of one `for`, with all that is inside it. `depth`: iterators between the result and the top. */
function emitGenerator(c: Emitter, e: AnyComprehension, index: number, depth: number, isOnStack: boolean): void {
  const generator = e.generators[index];
  if (generator === undefined) return;
  if (generator.isAsync) emitAsyncGenerator(c, e, generator, index, depth, isOnStack);
  else emitSyncGenerator(c, e, generator, index, depth, isOnStack);
}

function emitSyncGenerator(c: Emitter, e: AnyComprehension, generator: Comprehension, index: number, depth: number, isOnStack: boolean): void {
  const start = c.label();
  const ifCleanup = c.label();
  const anchor = c.label();
  const single = index > 0 && !isOnStack ? singleItem(generator.iter) : null;
  if (single !== null) c.visit(single);
  else if (!isOnStack) loadIterable(c, e, generator, index);
  if (single === null) {
    if (index > 0) c.op(c.at(generator.iter.span), "GET_ITER");
    if (index > 0 && c.recipes.outermostIterator === "both") c.op(generator.iter.span, "GET_ITER");
    c.place(start);
    c.jump(c.at(generator.iter.span), "FOR_ITER", anchor);
  }
  const elementSpan = emitLoopBody(c, e, generator, index, single === null ? depth + c.recipes.iteratorEntries : depth, ifCleanup);
  c.place(ifCleanup);
  if (single !== null) return;
  c.jump(c.at(elementSpan), "JUMP", start);
  c.place(anchor);
  endLoop(c);
}

/** `for y in [f(x)]` is an assignment: no loop is made. */
function singleItem(iter: Expr): Expr | null {
  if (iter.type !== "List" && iter.type !== "Tuple") return null;
  const item = iter.elts[0];
  return iter.elts.length === 1 && item !== undefined && item.type !== "Starred" ? item : null;
}

function loadIterable(c: Emitter, e: AnyComprehension, generator: Comprehension, index: number): void {
  if (index === 0) c.op(c.at(e.span), "LOAD_FAST", 0);
  else c.visit(generator.iter);
}

function emitAsyncGenerator(c: Emitter, e: AnyComprehension, generator: Comprehension, index: number, depth: number, isOnStack: boolean): void {
  const start = c.label();
  const send = c.label();
  const except = c.label();
  const ifCleanup = c.label();
  const span = c.at(e.span);
  if (!isOnStack) loadIterable(c, e, generator, index);
  if (index > 0) c.op(c.at(generator.iter.span), "GET_AITER");
  c.place(start);
  c.pushBlock({ kind: "async-comprehension", start, exit: null, span });
  c.jump(span, "SETUP_FINALLY", except);
  c.op(span, "GET_ANEXT");
  startYieldFrom(c, span);
  c.place(send);
  emitYieldFrom(c, span, "await");
  c.op(span, "POP_BLOCK");
  const elementSpan = emitLoopBody(c, e, generator, index, depth + 1, ifCleanup);
  c.place(ifCleanup);
  c.jump(c.at(elementSpan), "JUMP", start);
  c.popBlock();
  c.place(except);
  endAsyncLoop(c, c.at(span), send);
}

function emitLoopBody(c: Emitter, e: AnyComprehension, generator: Comprehension, index: number, depth: number, ifCleanup: ReturnType<Emitter["label"]>): Span {
  c.visit(generator.target);
  for (const condition of generator.ifs) jumpIf(c, e.span, condition, ifCleanup, false);
  if (index + 1 < e.generators.length) {
    emitGenerator(c, e, index + 1, depth, false);
    return e.type === "DictComp" ? (e.key ?? e.value).span : e.elt.span;
  }
  return emitElement(c, e, depth);
}

/** Evaluates the element and adds it to the result. Gives its place. */
function emitElement(c: Emitter, e: AnyComprehension, depth: number): Span {
  if (e.type === "DictComp") return emitPair(c, e, depth);
  const { span } = e.elt;
  if (e.elt.type === "Starred") return emitStarred(c, e, e.elt, depth);
  c.visit(e.elt);
  if (e.type === "GeneratorExp") {
    emitYield(c, c.at(span));
    c.op(c.at(span), "POP_TOP");
  } else {
    c.op(c.at(span), e.type === "ListComp" ? "LIST_APPEND" : "SET_ADD", depth + 1);
  }
  return span;
}

/** `[*x for ...]`: all items of the element (PEP 798). */
function emitStarred(c: Emitter, e: ListComp | SetComp | GeneratorExp, elt: Starred, depth: number): Span {
  const { span } = elt;
  c.visit(elt.value);
  if (e.type !== "GeneratorExp") {
    c.op(span, e.type === "ListComp" ? "LIST_EXTEND" : "SET_UPDATE", depth + 1);
    return span;
  }
  const start = c.label();
  const end = c.label();
  c.op(span, "GET_ITER");
  c.place(start);
  c.jump(span, "FOR_ITER", end);
  emitYield(c, span);
  c.op(NO_LOCATION, "POP_TOP");
  c.jump(NO_LOCATION, "JUMP", start);
  c.place(end);
  c.op(NO_LOCATION, "END_FOR");
  c.op(NO_LOCATION, "POP_ITER");
  return span;
}

function emitPair(c: Emitter, e: DictComp, depth: number): Span {
  const { key, value } = e;
  if (key === null) {
    c.visit(value);
    c.op(value.span, "DICT_UPDATE", depth + 1);
    return value.span;
  }
  c.visit(key);
  c.visit(value);
  const span = { line: key.span.line, col: key.span.col, endLine: value.span.endLine, endCol: value.span.endCol };
  c.op(c.at(span), "MAP_ADD", depth + 1);
  return span;
}
