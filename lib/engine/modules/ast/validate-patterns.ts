import type { Expr, Literal, Pattern } from "../../syntax/ast.ts";
import type { TreeChecker } from "./validate.ts";

const NUMBERS = new Set<Literal["kind"]>(["int", "float", "complex"]);

/** The part of the check that is about `match` (Python/ast.c, validate_pattern). */
export class PatternChecker {
  private readonly tree: TreeChecker;

  constructor(tree: TreeChecker) {
    this.tree = tree;
  }

  check(p: Pattern, starOk: boolean): void {
    const { tree } = this;
    tree.place(p.span);
    switch (p.type) {
      case "MatchValue":
        return this.value(p.value);
      case "MatchSingleton":
        if (p.value.kind !== "none" && p.value.kind !== "bool") tree.fail("MatchSingleton can only contain True, False and None");
        return;
      case "MatchSequence":
        return this.all(p.patterns, true);
      case "MatchMapping":
        if (p.keys.length !== p.patterns.length) tree.fail("MatchMapping doesn't have the same number of keys as patterns");
        this.capture(p.rest);
        p.keys.forEach((key) => (key.type === "Constant" && (key.value.kind === "none" || key.value.kind === "bool") ? undefined : this.value(key)));
        return this.all(p.patterns, false);
      case "MatchClass":
        return this.ofClass(p);
      case "MatchStar":
        if (!starOk) tree.fail("can't use MatchStar here");
        return this.capture(p.name);
      case "MatchAs":
        this.capture(p.name);
        if (p.pattern && p.name === null) tree.fail("MatchAs must specify a target name if a pattern is given");
        if (p.pattern) this.check(p.pattern, false);
        return;
      case "MatchOr":
        if (p.patterns.length < 2) tree.fail("MatchOr requires at least 2 patterns");
        return this.all(p.patterns, false);
    }
  }

  private all(patterns: readonly (Pattern | null)[], starOk: boolean): void {
    for (const pattern of patterns) this.check(pattern ?? this.tree.fail("None disallowed in pattern list"), starOk);
  }

  private capture(name: string | null): void {
    if (name === "_") this.tree.fail("can't capture name '_' in patterns");
    this.tree.name(name);
  }

  private ofClass(p: Extract<Pattern, { type: "MatchClass" }>): void {
    const { tree } = this;
    if (p.kwdAttrs.length !== p.kwdPatterns.length) tree.fail("MatchClass doesn't have the same number of keyword attributes as patterns");
    tree.expr(p.cls);
    let cls = p.cls;
    while (cls.type === "Attribute") cls = cls.value;
    if (cls.type !== "Name") tree.fail("MatchClass cls field can only contain Name or Attribute nodes.");
    for (const name of p.kwdAttrs) tree.name(name);
    this.all(p.patterns, false);
    this.all(p.kwdPatterns, false);
  }

  private value(e: Expr): void {
    const { tree } = this;
    tree.expr(e);
    if (!this.isValue(e)) tree.fail("patterns may only match literals and attribute lookups");
  }

  private isValue(e: Expr): boolean {
    switch (e.type) {
      case "Constant":
        return NUMBERS.has(e.value.kind) || e.value.kind === "str" || e.value.kind === "bytes";
      case "Attribute":
      case "JoinedStr":
        return true;
      case "UnaryOp":
        return e.op === "USub" && isNumber(e.operand);
      case "BinOp": {
        const left = e.left.type === "UnaryOp" && e.left.op === "USub" ? e.left.operand : e.left;
        return (e.op === "Add" || e.op === "Sub") && isNumber(left) && isNumber(e.right);
      }
      default:
        return false;
    }
  }
}

function isNumber(e: Expr): boolean {
  return e.type === "Constant" && NUMBERS.has(e.value.kind);
}
