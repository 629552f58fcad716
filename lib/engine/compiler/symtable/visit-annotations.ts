import { Problem } from "../problem.ts";
import type { AnnAssign, Arg, AsyncFunctionDef, Expr, FunctionDef, Span, Stmt, TypeParam } from "../../syntax/ast.ts";
import type { SymbolBuilder } from "./builder.ts";
import { Use } from "./entry.ts";
import type { Entry } from "./entry.ts";
import { visitExpr, visitExprs } from "./visit-expressions.ts";

/** `x: T = v`: binds the name, and notes what the annotation reads. */
export function visitAnnAssign(st: SymbolBuilder, s: AnnAssign): void {
  st.current.annotationsUsed = true;
  if (s.target.type === "Name") {
    const uses = st.lookup(s.target.id);
    if (uses & (Use.GLOBAL | Use.NONLOCAL) && st.current !== st.top && s.simple) {
      const kind = uses & Use.GLOBAL ? "global" : "nonlocal";
      throw new Problem(`annotated name '${s.target.id}' can't be ${kind}`, s.span);
    }
    if (s.simple) st.define(s.target.id, Use.ANNOTATED | Use.LOCAL, s.target.span);
    else if (s.value !== null) st.define(s.target.id, Use.LOCAL, s.target.span);
  } else {
    visitExpr(st, s.target);
  }
  if (st.rules.lazyAnnotations || st.rules.futureAnnotations) visitLazyAnnotation(st, s.annotation);
  else visitExpr(st, s.annotation);
  if (s.value !== null) visitExpr(st, s.value);
}

function visitLazyAnnotation(st: SymbolBuilder, annotation: Expr): void {
  const owner = st.current;
  const isUnevaluated = owner.kind === "function";
  const isConditional = owner.kind === "module" || (owner.kind === "class" && owner.inConditionalBlock);
  if (st.rules.lazyAnnotations && isConditional && !owner.hasConditionalAnnotations) {
    owner.hasConditionalAnnotations = true;
    st.define("__conditional_annotations__", Use.READ, annotation.span);
  }
  if (owner.annotationBlock === null) {
    owner.annotationBlock = st.enter("__annotate__", "annotation", annotation.span);
    if (owner.kind === "class" && !st.rules.futureAnnotations) seeClass(st, annotation.span);
  } else {
    st.enterExisting(owner.annotationBlock);
  }
  const block = st.current;
  if (isUnevaluated) block.inUnevaluatedAnnotation = true;
  visitExpr(st, annotation);
  if (isUnevaluated) block.inUnevaluatedAnnotation = false;
  st.exit();
}

/** The annotations of a function's parameters and result, in a block of their own or, before PEP 649, around it. */
export function visitFunctionAnnotations(st: SymbolBuilder, s: FunctionDef | AsyncFunctionDef): void {
  const { args } = s;
  const annotated = (arg: Arg | null): Expr | null => arg?.annotation ?? null;
  const annotations = [
    ...[...args.posonlyargs, ...args.args].map(annotated), annotated(args.vararg), annotated(args.kwarg), ...args.kwonlyargs.map(annotated), s.returns,
  ];
  if (!st.rules.lazyAnnotations && !st.rules.futureAnnotations) return visitExprs(st, annotations);
  const sawClass = st.current.canSeeClassScope || st.current.kind === "class";
  const entry = st.enter("__annotate__", "annotation", s.span);
  st.annotations.set(s, entry);
  if (sawClass && !st.rules.futureAnnotations) seeClass(st, s.span);
  entry.annotationsUsed = annotations.some((a) => a !== null);
  visitExprs(st, annotations);
  st.exit();
}

/** Lets the current block look names up in the class around it. */
function seeClass(st: SymbolBuilder, span: Span): void {
  st.current.canSeeClassScope = true;
  st.define("__classdict__", Use.READ, span);
}

/** Enters the block that holds the type parameters of `owner` (PEP 695). */
export function enterTypeParameters(
  st: SymbolBuilder,
  owner: Stmt & { readonly name: string | { readonly id: string }; readonly typeParams: readonly TypeParam[] },
  options: { readonly defaults: boolean; readonly kwDefaults: boolean },
): void {
  const inClass = st.current.kind === "class";
  const entry = st.enter(typeof owner.name === "string" ? owner.name : owner.name.id, "type-parameters", owner.span);
  st.typeParameters.set(owner, entry);
  if (inClass) seeClass(st, owner.span);
  if (owner.type === "ClassDef") {
    for (const name of [".type_params", ".generic_base"]) {
      st.define(name, Use.LOCAL, owner.span);
      st.define(name, Use.READ, owner.span);
    }
  }
  if (options.defaults) st.define(".defaults", Use.PARAM, owner.span);
  if (options.kwDefaults) st.define(".kwdefaults", Use.PARAM, owner.span);
}

export function visitTypeParams(st: SymbolBuilder, params: readonly TypeParam[]): void {
  for (const param of params) {
    st.define(param.name, Use.TYPE_PARAM | Use.LOCAL, param.span);
    if (param.type === "TypeVar") {
      const info = param.bound?.type === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
      visitLazyValue(st, param, param.bound, info, st.bounds);
    }
    visitLazyValue(st, param, param.defaultValue, `a ${param.type} default`, st.defaults);
  }
}

function visitLazyValue(st: SymbolBuilder, param: TypeParam, value: Expr | null, info: string, found: Map<TypeParam, Entry>): void {
  if (param.name === "__classdict__") {
    throw new Problem(`reserved name '${param.name}' cannot be used for type parameter`, param.span);
  }
  if (value === null) return;
  const inClass = st.current.canSeeClassScope;
  const entry = st.enter(param.name, "type-variable", value.span);
  found.set(param, entry);
  if (inClass) seeClass(st, value.span);
  entry.scopeInfo = info;
  visitExpr(st, value);
  st.exit();
}
