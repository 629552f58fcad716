import { Problem } from "../problem.ts";
import type {
  Alias, AsyncFor, AsyncFunctionDef, AsyncWith, ClassDef, Expr, For, FunctionDef, Global, ImportFrom, Match, Nonlocal, Pattern, Stmt, Try, TypeAlias,
  With,
} from "../../syntax/ast.ts";
import { checkName, startsWithDocstring } from "./builder.ts";
import type { SymbolBuilder } from "./builder.ts";
import { newEntry, Use } from "./entry.ts";
import { enterTypeParameters, visitAnnAssign, visitFunctionAnnotations, visitTypeParams } from "./visit-annotations.ts";
import { visitExpr, visitExprs, visitKeywords, visitParameters } from "./visit-expressions.ts";

export function visitStmts(st: SymbolBuilder, body: readonly Stmt[]): void {
  for (const s of body) visitStmt(st, s);
}

/** Notes the names that a statement binds and reads. */
export function visitStmt(st: SymbolBuilder, s: Stmt): void {
  switch (s.type) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return visitFunction(st, s);
    case "ClassDef":
      return visitClass(st, s);
    case "TypeAlias":
      return visitTypeAlias(st, s);
    case "AnnAssign":
      return visitAnnAssign(st, s);
    case "For":
    case "AsyncFor":
      return visitFor(st, s);
    case "While":
    case "If":
      visitExpr(st, s.test);
      return st.conditionally(() => visitStmts(st, [...s.body, ...s.orelse]));
    case "With":
    case "AsyncWith":
      return visitWith(st, s);
    case "Match":
      return visitMatch(st, s);
    case "Try":
      return visitTry(st, s);
    case "Import":
      return s.names.forEach((alias) => visitAlias(st, alias));
    case "ImportFrom":
      return visitImportFrom(st, s);
    case "Global":
    case "Nonlocal":
      return visitDeclaration(st, s);
    case "Pass":
    case "Break":
    case "Continue":
      return;
    default:
      return visitExprs(st, expressionsOf(s));
  }
}

type PlainStmt = Extract<Stmt, { type: "Return" | "Delete" | "Assign" | "AugAssign" | "Raise" | "Assert" | "Expr" }>;

function expressionsOf(s: PlainStmt): readonly (Expr | null)[] {
  switch (s.type) {
    case "Return":
    case "Expr":
      return [s.value];
    case "Delete":
      return s.targets;
    case "Assign":
      return [...s.targets, s.value];
    case "AugAssign":
      return [s.target, s.value];
    case "Raise":
      return [s.exc, s.cause];
    case "Assert":
      return [s.test, s.msg];
  }
}

function visitFunction(st: SymbolBuilder, s: FunctionDef | AsyncFunctionDef): void {
  st.define(s.name, Use.LOCAL, s.span);
  visitExprs(st, s.args.defaults);
  visitExprs(st, s.args.kwDefaults);
  visitExprs(st, s.decorators);
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) {
    // CPython makes room for the defaults whether there are any or not.
    enterTypeParameters(st, s, { defaults: true, kwDefaults: s.args.kwDefaults.some((d) => d !== null) });
    visitTypeParams(st, s.typeParams);
  }
  const entry = newEntry(s.name, "function", s.span, st.current);
  entry.hasDocstring = startsWithDocstring(s.body);
  visitFunctionAnnotations(st, s);
  st.enterExisting(entry);
  st.blocks.set(s, entry);
  entry.coroutine = s.type === "AsyncFunctionDef";
  visitParameters(st, s.args);
  visitStmts(st, s.body);
  st.exit();
  if (isGeneric) st.exit();
}

function visitClass(st: SymbolBuilder, s: ClassDef): void {
  st.define(s.name, Use.LOCAL, s.span);
  visitExprs(st, s.decorators);
  const outerClass = st.className;
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) {
    enterTypeParameters(st, s, { defaults: false, kwDefaults: false });
    st.className = s.name;
    st.current.mangledNames = new Set();
    visitTypeParams(st, s.typeParams);
  }
  visitExprs(st, s.bases);
  visitKeywords(st, s.keywords);
  st.blocks.set(s, st.enter(s.name, "class", s.span));
  st.className = s.name;
  if (isGeneric) {
    st.define("__type_params__", Use.LOCAL, s.span);
    st.define(".type_params", Use.READ, s.span);
  }
  st.current.hasDocstring = startsWithDocstring(s.body);
  visitStmts(st, s.body);
  st.exit();
  if (isGeneric) st.exit();
  st.className = outerClass;
}

function visitTypeAlias(st: SymbolBuilder, s: TypeAlias): void {
  visitExpr(st, s.name);
  const inClass = st.current.kind === "class";
  const isGeneric = s.typeParams.length > 0;
  if (isGeneric) {
    enterTypeParameters(st, s, { defaults: false, kwDefaults: false });
    visitTypeParams(st, s.typeParams);
  }
  const entry = st.enter(s.name.id, "type-alias", s.span);
  st.blocks.set(s, entry);
  entry.canSeeClassScope = inClass;
  if (inClass) st.define("__classdict__", Use.READ, s.value.span);
  visitExpr(st, s.value);
  st.exit();
  if (isGeneric) st.exit();
}

function visitFor(st: SymbolBuilder, s: For | AsyncFor): void {
  if (s.type === "AsyncFor" && !st.current.coroutine) throw new Problem("'async for' outside async function", s.span);
  visitExpr(st, s.target);
  visitExpr(st, s.iter);
  st.conditionally(() => visitStmts(st, [...s.body, ...s.orelse]));
}

function visitWith(st: SymbolBuilder, s: With | AsyncWith): void {
  if (s.type === "AsyncWith" && !st.current.coroutine) throw new Problem("'async with' outside async function", s.span);
  st.conditionally(() => {
    for (const item of s.items) visitExprs(st, [item.contextExpr, item.optionalVars]);
    visitStmts(st, s.body);
  });
}

function visitTry(st: SymbolBuilder, s: Try): void {
  st.conditionally(() => {
    visitStmts(st, s.body);
    for (const handler of s.handlers) {
      if (handler.excType !== null) visitExpr(st, handler.excType);
      if (handler.name !== null) st.define(handler.name, Use.LOCAL, handler.span);
      visitStmts(st, handler.body);
    }
    visitStmts(st, s.orelse);
    visitStmts(st, s.finalbody);
  });
}

function visitMatch(st: SymbolBuilder, s: Match): void {
  visitExpr(st, s.subject);
  st.conditionally(() => {
    for (const c of s.cases) {
      visitPattern(st, c.pattern);
      if (c.guard !== null) visitExpr(st, c.guard);
      visitStmts(st, c.body);
    }
  });
}

function visitPattern(st: SymbolBuilder, p: Pattern): void {
  switch (p.type) {
    case "MatchValue":
      return visitExpr(st, p.value);
    case "MatchSingleton":
      return;
    case "MatchSequence":
    case "MatchOr":
      return p.patterns.forEach((sub) => visitPattern(st, sub));
    case "MatchStar":
      return bindPattern(st, p, p.name);
    case "MatchMapping":
      visitExprs(st, p.keys);
      p.patterns.forEach((sub) => visitPattern(st, sub));
      return bindPattern(st, p, p.rest);
    case "MatchClass":
      visitExpr(st, p.cls);
      p.patterns.forEach((sub) => visitPattern(st, sub));
      p.kwdAttrs.forEach((attr, i) => checkName(attr, p.kwdPatterns[i]?.span ?? p.span, "Store"));
      return p.kwdPatterns.forEach((sub) => visitPattern(st, sub));
    case "MatchAs":
      if (p.pattern !== null) visitPattern(st, p.pattern);
      return bindPattern(st, p, p.name);
  }
}

function bindPattern(st: SymbolBuilder, p: Pattern, name: string | null): void {
  if (name !== null) st.define(name, Use.LOCAL, p.span);
}

function visitAlias(st: SymbolBuilder, alias: Alias): void {
  const name = alias.asname ?? alias.name;
  if (name !== "*") return st.define(name.split(".")[0] ?? name, Use.IMPORT, alias.span);
  if (st.current.kind !== "module") throw new Problem("import * only allowed at module level", alias.span);
}

function visitImportFrom(st: SymbolBuilder, s: ImportFrom): void {
  s.names.forEach((alias) => visitAlias(st, alias));
  if (s.module === "__future__" && s.level === 0 && s.span.line > st.rules.lastFutureLine) {
    throw new Problem("from __future__ imports must occur at the beginning of the file", s.span);
  }
}

function visitDeclaration(st: SymbolBuilder, s: Global | Nonlocal): void {
  const kind = s.type === "Global" ? "global" : "nonlocal";
  for (const name of s.names) {
    const uses = st.lookup(name);
    if (uses & (Use.PARAM | Use.LOCAL | Use.READ | Use.ANNOTATED)) {
      throw new Problem(lateDeclaration(name, uses, kind), s.span);
    }
    st.define(name, s.type === "Global" ? Use.GLOBAL : Use.NONLOCAL, s.span);
    st.recordDirective(name, s.span);
  }
}

function lateDeclaration(name: string, uses: number, kind: "global" | "nonlocal"): string {
  if (uses & Use.PARAM) return `name '${name}' is parameter and ${kind}`;
  if (uses & Use.READ) return `name '${name}' is used prior to ${kind} declaration`;
  if (uses & Use.ANNOTATED) return `annotated name '${name}' can't be ${kind}`;
  return `name '${name}' is assigned to before ${kind} declaration`;
}
