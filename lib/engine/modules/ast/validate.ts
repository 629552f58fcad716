import type { Arguments, Comprehension, Context, Expr, Module, Span, Stmt, TypeParam } from "../../syntax/ast.ts";
import type { Machine } from "../../vm/machine.ts";
import { PatternChecker } from "./validate-patterns.ts";

type Maybe<T> = T | null;
const FORBIDDEN_NAMES = new Set(["None", "True", "False"]);

/** Refuses a tree that no source could have made (Python/ast.c, _PyAST_Validate). */
export class TreeChecker {
  readonly vm: Machine;
  private readonly patterns: PatternChecker;

  constructor(vm: Machine) {
    this.vm = vm;
    this.patterns = new PatternChecker(this);
  }

  module(tree: Module): void {
    if (tree.mode === "eval") this.expr(tree.body);
    else this.stmts(tree.body);
  }

  fail(text: string, type = "ValueError"): never {
    return this.vm.raise(type, text);
  }

  name(name: string | null): void {
    if (name !== null && FORBIDDEN_NAMES.has(name)) this.fail(`identifier field can't represent '${name}' constant`);
  }

  place({ line, col, endLine, endCol }: Span): void {
    if (!this.vm.profile.sourceModules.ast.checksPlaces) return;
    if (line > endLine) this.fail(`AST node line range (${line}, ${endLine}) is not valid`);
    if ((line < 0 && endLine !== line) || (col < 0 && col !== endCol)) {
      this.fail(`AST node column range (${col}, ${endCol}) for line range (${line}, ${endLine}) is not valid`);
    }
    if (line === endLine && col > endCol) this.fail(`line ${line}, column ${col}-${endCol} is not a valid range`);
  }

  private filled(items: readonly unknown[], what: string, owner: string): void {
    if (items.length === 0) this.fail(`empty ${what} on ${owner}`);
  }

  stmts(items: readonly Maybe<Stmt>[]): void {
    for (const item of items) this.stmt(item ?? this.fail("None disallowed in statement list"));
  }

  body(items: readonly Stmt[], owner: string): void {
    this.filled(items, "body", owner);
    this.stmts(items);
  }

  exprs(items: readonly Maybe<Expr>[], ctx: Context = "Load", takesNone = false): void {
    for (const item of items) {
      if (item) this.expr(item, ctx);
      else if (!takesNone) this.fail("None disallowed in expression list");
    }
  }

  private targets(items: readonly Expr[], ctx: Context, owner: string): void {
    this.filled(items, "targets", owner);
    this.exprs(items, ctx);
  }

  private optional(e: Maybe<Expr>): void {
    if (e) this.expr(e);
  }

  private args(args: Arguments): void {
    const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, ...[args.vararg, args.kwarg].filter((arg) => arg !== null)];
    for (const arg of all) {
      this.place(arg.span);
      this.optional(arg.annotation);
    }
    if (args.defaults.length > args.posonlyargs.length + args.args.length) this.fail("more positional defaults than args on arguments");
    if (args.kwDefaults.length !== args.kwonlyargs.length) this.fail("length of kwonlyargs is not the same as kw_defaults on arguments");
    this.exprs(args.defaults);
    this.exprs(args.kwDefaults, "Load", true);
  }

  private comprehensions(generators: readonly Comprehension[]): void {
    if (generators.length === 0) this.fail("comprehension with no generators");
    for (const { target, iter, ifs } of generators) {
      this.expr(target, "Store");
      this.expr(iter);
      this.exprs(ifs);
    }
  }

  private parameters(items: readonly TypeParam[]): void {
    for (const item of items) {
      this.place(item.span);
      this.name(item.name);
      if (item.type === "TypeVar") this.optional(item.bound);
      this.optional(item.defaultValue);
    }
  }

  private stmt(s: Stmt): void {
    const { vm } = this;
    this.place(s.span);
    vm.enterNative(" during compilation");
    try {
      this.statement(s);
    } finally {
      vm.leaveNative();
    }
  }

  private statement(s: Stmt): void {
    switch (s.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.body(s.body, s.type);
        this.parameters(s.typeParams ?? []);
        this.args(s.args);
        this.exprs(s.decorators);
        return this.optional(s.returns);
      case "ClassDef":
        this.body(s.body, s.type);
        this.parameters(s.typeParams ?? []);
        this.exprs(s.bases);
        this.exprs(s.keywords.map(({ value }) => value));
        return this.exprs(s.decorators);
      case "Return":
        return this.optional(s.value);
      case "Delete":
        return this.targets(s.targets, "Del", s.type);
      case "Assign":
        this.targets(s.targets, "Store", s.type);
        return this.expr(s.value);
      case "AugAssign":
        this.expr(s.target, "Store");
        return this.expr(s.value);
      case "AnnAssign":
        if (s.target.type !== "Name" && s.simple) this.fail("AnnAssign with simple non-Name target", "TypeError");
        this.expr(s.target, "Store");
        this.optional(s.value);
        return this.expr(s.annotation);
      case "TypeAlias":
        if (s.name.type !== "Name") this.fail("TypeAlias with non-Name name", "TypeError");
        this.expr(s.name, "Store");
        this.parameters(s.typeParams);
        return this.expr(s.value);
      case "Expr":
        return this.expr(s.value);
      default:
        return this.compound(s);
    }
  }

  private compound(s: Exclude<Stmt, { type: "FunctionDef" | "AsyncFunctionDef" | "ClassDef" | "Return" | "Delete" | "Assign" | "AugAssign" | "AnnAssign" | "TypeAlias" | "Expr" }>): void {
    switch (s.type) {
      case "For":
      case "AsyncFor":
        this.expr(s.target, "Store");
        this.expr(s.iter);
        this.body(s.body, s.type);
        return this.stmts(s.orelse);
      case "While":
      case "If":
        this.expr(s.test);
        this.body(s.body, s.type);
        return this.stmts(s.orelse);
      case "With":
      case "AsyncWith":
        this.filled(s.items, "items", s.type);
        for (const { contextExpr, optionalVars } of s.items) {
          this.expr(contextExpr);
          if (optionalVars) this.expr(optionalVars, "Store");
        }
        return this.body(s.body, s.type);
      case "Match":
        this.expr(s.subject);
        this.filled(s.cases, "cases", s.type);
        for (const { pattern, guard, body } of s.cases) {
          this.patterns.check(pattern, false);
          this.optional(guard);
          this.body(body, "match_case");
        }
        return;
      case "Raise":
        if (!s.exc && s.cause) this.fail("Raise with cause but no exception");
        this.optional(s.exc);
        return this.optional(s.cause);
      case "Try":
        return this.tryStatement(s);
      case "Assert":
        this.expr(s.test);
        return this.optional(s.msg);
      case "ImportFrom":
        if (s.level < 0) this.fail("Negative ImportFrom level");
        return this.filled(s.names, "names", s.type);
      case "Import":
      case "Global":
      case "Nonlocal":
        return this.filled(s.names, "names", s.type);
    }
  }

  private tryStatement(s: Extract<Stmt, { type: "Try" }>): void {
    const owner = s.star ? "TryStar" : "Try";
    this.body(s.body, owner);
    if (s.handlers.length === 0 && s.finalbody.length === 0) this.fail(`${owner} has neither except handlers nor finalbody`);
    if (s.handlers.length === 0 && s.orelse.length > 0) this.fail(`${owner} has orelse but no except handlers`);
    for (const handler of s.handlers) {
      this.place(handler.span);
      this.optional(handler.excType);
      this.body(handler.body, "ExceptHandler");
    }
    this.stmts(s.finalbody);
    this.stmts(s.orelse);
  }

  expr(e: Expr, ctx: Context = "Load"): void {
    const { vm } = this;
    this.place(e.span);
    vm.enterNative(" during compilation");
    try {
      if ("ctx" in e) {
        if (e.ctx !== ctx) this.fail(`expression must have ${ctx} context but has ${e.ctx} instead`);
      } else if (ctx !== "Load") this.fail(`expression which can't be assigned to in ${ctx} context`);
      this.expression(e, ctx);
    } finally {
      vm.leaveNative();
    }
  }

  private expression(e: Expr, ctx: Context): void {
    switch (e.type) {
      case "BoolOp":
        if (e.values.length < 2) this.fail("BoolOp with less than 2 values");
        return this.exprs(e.values);
      case "BinOp":
        return this.exprs([e.left, e.right]);
      case "UnaryOp":
        return this.expr(e.operand);
      case "Lambda":
        this.args(e.args);
        return this.expr(e.body);
      case "IfExp":
        return this.exprs([e.test, e.body, e.orelse]);
      case "Dict":
        if (e.keys.length !== e.values.length) this.fail("Dict doesn't have the same number of keys as values");
        this.exprs(e.keys, "Load", true);
        return this.exprs(e.values);
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        this.comprehensions(e.generators);
        return this.expr(e.elt);
      case "DictComp":
        this.comprehensions(e.generators);
        this.optional(e.key);
        return this.expr(e.value);
      case "Compare":
        if (e.comparators.length === 0) this.fail("Compare with no comparators");
        if (e.comparators.length !== e.ops.length) this.fail("Compare has a different number of comparators and operands");
        this.exprs(e.comparators);
        return this.expr(e.left);
      case "Call":
        this.expr(e.func);
        this.exprs(e.args);
        return this.exprs(e.keywords.map(({ value }) => value));
      case "Name":
        return this.name(e.id);
      case "NamedExpr":
        if (e.target.type !== "Name" && this.vm.profile.sourceModules.ast.checksNamedTargets) this.fail("NamedExpr target must be a Name", "TypeError");
        this.expr(e.target, "Store");
        return this.expr(e.value);
      default:
        return this.operandsOf(e, ctx);
    }
  }

  private operandsOf(e: Extract<Expr, { type: "Set" | "List" | "Tuple" | "Yield" | "YieldFrom" | "Await" | "FormattedValue" | "Interpolation" | "JoinedStr" | "TemplateStr" | "Constant" | "Attribute" | "Subscript" | "Starred" | "Slice" }>, ctx: Context): void {
    switch (e.type) {
      case "Constant":
        return;
      case "Set":
        return this.exprs(e.elts);
      case "List":
      case "Tuple":
        return this.exprs(e.elts, ctx);
      case "JoinedStr":
      case "TemplateStr":
        return this.exprs(e.values);
      case "FormattedValue":
      case "Interpolation":
        this.expr(e.value);
        return this.optional(e.formatSpec);
      case "Subscript":
        return this.exprs([e.slice, e.value]);
      case "Starred":
        return this.expr(e.value, ctx);
      case "Slice":
        return this.exprs([e.lower, e.upper, e.step], "Load", true);
      case "Yield":
        return this.optional(e.value);
      case "Attribute":
      case "YieldFrom":
      case "Await":
        return this.expr(e.value);
    }
  }
}
