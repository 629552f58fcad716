import { Problem } from "../problem.ts";
import type {
  Arguments, Await, Comprehension, DictComp, Expr, GeneratorExp, Keyword, Lambda, ListComp, Name, NamedExpr, SetComp, Yield, YieldFrom,
} from "../../syntax/ast.ts";
import { checkName } from "./builder.ts";
import type { SymbolBuilder } from "./builder.ts";
import { isFunctionLike, Use } from "./entry.ts";
import type { ComprehensionKind, Entry } from "./entry.ts";

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

/** Notes the names that an expression reads and binds. */
export function visitExpr(st: SymbolBuilder, e: Expr): void {
  switch (e.type) {
    case "Name":
      return visitName(st, e);
    case "NamedExpr":
      return visitNamedExpr(st, e);
    case "Lambda":
      return visitLambda(st, e);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return visitComprehension(st, e);
    case "Yield":
    case "YieldFrom":
      return visitYield(st, e);
    case "Await":
      return visitAwait(st, e);
    case "Call":
      visitExpr(st, e.func);
      visitExprs(st, e.args);
      return visitKeywords(st, e.keywords);
    case "Attribute":
      checkName(e.attr, e.span, e.ctx);
      return visitExpr(st, e.value);
    default:
      return visitExprs(st, operands(e));
  }
}

export function visitExprs(st: SymbolBuilder, exprs: readonly (Expr | null)[]): void {
  for (const e of exprs) if (e !== null) visitExpr(st, e);
}

export function visitKeywords(st: SymbolBuilder, keywords: readonly Keyword[]): void {
  for (const k of keywords) if (k.arg !== null) checkName(k.arg, k.span, "Store");
  for (const k of keywords) visitExpr(st, k.value);
}

/** Binds the parameters in the current block: positional, keyword-only, then `*args` and `**kwargs`. */
export function visitParameters(st: SymbolBuilder, args: Arguments): void {
  for (const arg of [...args.posonlyargs, ...args.args, ...args.kwonlyargs]) st.define(arg.arg, Use.PARAM, arg.span);
  if (args.vararg !== null) {
    st.define(args.vararg.arg, Use.PARAM, args.vararg.span);
    st.current.varArgs = true;
  }
  if (args.kwarg !== null) {
    st.define(args.kwarg.arg, Use.PARAM, args.kwarg.span);
    st.current.varKeywords = true;
  }
}

/** The subexpressions of a plain expression, in the order in which the table visits them. */
function operands(e: Exclude<Expr, AnyComprehension | Lambda | Name | NamedExpr | Yield | YieldFrom | Await>): readonly (Expr | null)[] {
  switch (e.type) {
    case "BoolOp":
    case "JoinedStr":
    case "TemplateStr":
      return e.values;
    case "BinOp":
      return [e.left, e.right];
    case "UnaryOp":
      return [e.operand];
    case "IfExp":
      return [e.test, e.body, e.orelse];
    case "Dict":
      return [...e.keys, ...e.values];
    case "Set":
    case "List":
    case "Tuple":
      return e.elts;
    case "Compare":
      return [e.left, ...e.comparators];
    case "FormattedValue":
    case "Interpolation":
      return [e.value, e.formatSpec];
    case "Subscript":
      return [e.value, e.slice];
    case "Starred":
      return [e.value];
    case "Slice":
      return [e.lower, e.upper, e.step];
    case "Constant":
      return [];
    case "Call":
      return [e.func, ...e.args];
    case "Attribute":
      return [e.value];
  }
}

function visitName(st: SymbolBuilder, e: Name): void {
  if (st.current.inUnevaluatedAnnotation) return;
  st.define(e.id, e.ctx === "Load" ? Use.READ : Use.LOCAL, e.span, e.ctx);
  // super() without arguments reads __class__.
  if (e.ctx === "Load" && e.id === "super" && isFunctionLike(st.current)) st.define("__class__", Use.READ, e.span);
}

function refuseInClassScope(st: SymbolBuilder, what: string, { span }: Expr): void {
  if (st.rules.bareClassScopes && st.current.canSeeClassScope) throw new Problem(`Cannot use ${what} in annotation scope within class scope`, span);
}

function visitLambda(st: SymbolBuilder, e: Lambda): void {
  refuseInClassScope(st, "lambda", e);
  visitExprs(st, e.args.defaults);
  visitExprs(st, e.args.kwDefaults);
  st.blocks.set(e, st.enter("lambda", "function", e.span));
  visitParameters(st, e.args);
  visitExpr(st, e.body);
  st.exit();
}

function visitYield(st: SymbolBuilder, e: Yield | YieldFrom): void {
  refuseInAnnotation(st, "yield expression", e);
  if (e.value !== null) visitExpr(st, e.value);
  st.current.generator = true;
  const kind = st.current.comprehension;
  if (kind === "none") return;
  throw new Problem(`'yield' inside ${kind === "generator" ? "generator expression" : `${kind} comprehension`}`, e.span);
}

function visitAwait(st: SymbolBuilder, e: Await): void {
  refuseInAnnotation(st, "await expression", e);
  if (!isFunctionLike(st.current)) throw new Problem("'await' outside function", e.span);
  if (!isAsyncFunction(st.current) && st.current.comprehension === "none") {
    throw new Problem("'await' outside async function", e.span);
  }
  visitExpr(st, e.value);
  st.current.coroutine = true;
}

function isAsyncFunction(entry: Entry): boolean {
  return entry.kind === "function" && entry.coroutine;
}

function visitNamedExpr(st: SymbolBuilder, e: NamedExpr): void {
  refuseInAnnotation(st, "named expression", e);
  if (st.current.iterableDepth > 0) {
    throw new Problem("assignment expression cannot be used in a comprehension iterable expression", e.span);
  }
  if (st.current.comprehension !== "none") bindOutsideComprehension(st, e.target);
  visitExpr(st, e.value);
  visitExpr(st, e.target);
}

const REFUSED_TARGETS: Partial<Record<Entry["kind"], string>> = {
  class: "assignment expression within a comprehension cannot be used in a class body",
  "type-parameters": "assignment expression within a comprehension cannot be used within the definition of a generic",
  "type-alias": "assignment expression within a comprehension cannot be used in a type alias",
  "type-variable": "assignment expression within a comprehension cannot be used in a TypeVar bound",
};

/** `:=` in a comprehension binds in the nearest block that is none (PEP 572). */
function bindOutsideComprehension(st: SymbolBuilder, target: Name): void {
  for (let i = st.stack.length - 1; i >= 0; i--) {
    const entry = st.stack[i];
    if (entry === undefined) continue;
    const uses = st.lookup(target.id, entry);
    if (entry.comprehension !== "none") {
      if (uses & Use.COMP_ITER && uses & Use.LOCAL) {
        const message = `assignment expression cannot rebind comprehension iteration variable '${target.id}'`;
        throw new Problem(message, target.span);
      }
      continue;
    }
    const refusal = REFUSED_TARGETS[entry.kind];
    if (refusal !== undefined) throw new Problem(refusal, target.span);
    if (entry.kind === "annotation") continue;
    const inModule = entry.kind === "module";
    st.define(target.id, inModule || uses & Use.GLOBAL ? Use.GLOBAL : Use.NONLOCAL, target.span);
    st.recordDirective(target.id, target.span);
    st.defineIn(entry, target.id, inModule ? Use.GLOBAL : Use.LOCAL, target.span);
    return;
  }
}

function visitComprehension(st: SymbolBuilder, e: AnyComprehension): void {
  const [outermost, ...rest] = e.generators;
  if (outermost === undefined) return;
  refuseInClassScope(st, "comprehension", e);
  // The outermost iterable is evaluated in the block around.
  visitIterable(st, outermost);
  const kind = comprehensionKind(e);
  const entry = st.enter(kind === "generator" ? "genexpr" : `${kind}comp`, "function", e.span);
  st.blocks.set(e, entry);
  entry.comprehension = kind;
  if (outermost.isAsync) entry.coroutine = true;
  st.define(".0", Use.PARAM, e.span);
  visitTarget(st, outermost);
  visitExprs(st, outermost.ifs);
  for (const generator of rest) {
    visitTarget(st, generator);
    visitIterable(st, generator);
    visitExprs(st, generator.ifs);
    if (generator.isAsync) st.current.coroutine = true;
  }
  if (e.type === "DictComp") visitExprs(st, [e.value, e.key]);
  else visitExpr(st, e.elt);
  entry.generator = kind === "generator";
  const isAsync = entry.coroutine && !entry.generator;
  st.exit();
  if (!isAsync) return;
  if (!isAsyncFunction(st.current) && st.current.comprehension === "none") {
    throw new Problem("asynchronous comprehension outside of an asynchronous function", e.span);
  }
  st.current.coroutine = true;
}

function comprehensionKind(e: AnyComprehension): Exclude<ComprehensionKind, "none"> {
  if (e.type === "ListComp") return "list";
  if (e.type === "SetComp") return "set";
  return e.type === "DictComp" ? "dict" : "generator";
}

function visitTarget(st: SymbolBuilder, generator: Comprehension): void {
  st.current.inIterationTarget = true;
  visitExpr(st, generator.target);
  st.current.inIterationTarget = false;
}

function visitIterable(st: SymbolBuilder, generator: Comprehension): void {
  st.current.iterableDepth++;
  visitExpr(st, generator.iter);
  st.current.iterableDepth--;
}

function refuseInAnnotation(st: SymbolBuilder, what: string, e: Expr): void {
  const { kind, scopeInfo } = st.current;
  const where: Partial<Record<Entry["kind"], string>> = {
    annotation: "an annotation",
    "type-variable": scopeInfo ?? "a TypeVar bound",
    "type-alias": "a type alias",
    "type-parameters": "the definition of a generic",
  };
  const place = where[kind];
  if (place !== undefined) throw new Problem(`${what} cannot be used within ${place}`, e.span);
}
