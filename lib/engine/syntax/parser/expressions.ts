import type { Expr } from "../ast.ts";
import { expressionName } from "./cursor.ts";
import { MEMO } from "./memo.ts";
import { OperatorRules } from "./operators.ts";

/** What ends an expression for certain. */
const ENDS = new Set([")", ",", "]", "}", ":", "=", "NEWLINE"]);

/** An expression in brackets takes the most calls; brackets nest 200 deep at most. */
const EXPRESSION_COST = 4;

/** Expressions above the operators: conditionals, `:=`, `yield`, stars, and the mistakes people make in them. */
export abstract class ExpressionRules extends OperatorRules {
  protected abstract keywordStatement(): { readonly span: Expr["span"] } | null;

  expression(): Expr | null {
    if (!this.diagnosing) {
      const lone = this.loneName();
      if (lone) return lone;
    }
    const memo = this.recall(MEMO.expression);
    if (memo) return memo.node as Expr | null;
    const start = this.pos;
    this.enter(EXPRESSION_COST);
    if (this.diagnosing) this.expressionMistakes(start);
    const value = this.expressionRaw();
    this.leave(EXPRESSION_COST);
    return this.remember(MEMO.expression, start, value);
  }

  /** A name that is the whole expression: the most common case, kept short. */
  private loneName(): Expr | null {
    const token = this.take("NAME");
    if (!token) return null;
    if (ENDS.has(this.kind)) return this.name(token, "Load");
    this.pos--;
    return null;
  }

  private expressionRaw(): Expr | null {
    const start = this.token;
    const body = this.disjunction();
    if (!body) return this.lambda();
    if (!this.at("if")) return body;
    const pos = this.pos;
    const conditional = this.conditional(start, body);
    if (conditional) return conditional;
    this.pos = pos;
    return body;
  }

  private conditional(start: Expr["span"], body: Expr): Expr | null {
    const test = this.take("if") && this.disjunction();
    const orelse = test && this.take("else") && this.expression();
    if (!test || !orelse) return null;
    return { type: "IfExp", span: this.spanFrom({ span: start }), test, body, orelse };
  }

  /** A conditional expression only. */
  ifExpression(): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const body = this.disjunction();
    return (body && this.conditional(start, body)) ?? this.back(pos);
  }

  expressionWithoutMistakes(): Expr | null {
    const { diagnosing } = this;
    this.diagnosing = false;
    const value = this.expressionRaw();
    this.diagnosing = diagnosing;
    return value;
  }

  protected expressions(): Expr | null {
    return this.tupleOf(() => this.expression());
  }

  starExpressions(): Expr | null {
    return this.tupleOf(() => this.starExpression());
  }

  private tupleOf(rule: () => Expr | null): Expr | null {
    const start = this.token;
    const first = rule();
    if (!first || !this.at(",")) return first;
    const elts = [first];
    for (;;) {
      const pos = this.pos;
      const elt = this.take(",") && rule();
      if (!elt) {
        this.pos = pos;
        break;
      }
      elts.push(elt);
    }
    this.take(",");
    return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Load" };
  }

  starExpression(): Expr | null {
    return this.memo(MEMO.starExpression, () => this.starred() ?? this.expression());
  }

  starNamedExpression(): Expr | null {
    return this.starred() ?? this.namedExpression();
  }

  private starred(): Expr | null {
    const start = this.take("*");
    if (!start) return null;
    const value = this.bitwiseOr();
    if (!value) return this.back(this.pos - 1);
    return { type: "Starred", span: this.spanFrom(start), value, ctx: "Load" };
  }

  yieldExpression(): Expr | null {
    const start = this.take("yield");
    if (!start) return null;
    const pos = this.pos;
    if (this.take("from")) {
      const value = this.expression();
      if (value) return { type: "YieldFrom", span: this.spanFrom(start), value };
      this.pos = pos;
    }
    const value = this.starExpressions();
    return { type: "Yield", span: this.spanFrom(start), value };
  }

  namedExpression(): Expr | null {
    const assignment = this.assignmentExpression();
    if (assignment) return assignment;
    if (this.diagnosing) this.namedMistakes();
    return this.plainExpression();
  }

  assignmentExpression(): Expr | null {
    const pos = this.pos;
    const name = this.take("NAME");
    const value = name && this.take(":=") && this.expression();
    if (!name || !value) return this.back(pos);
    const target = { type: "Name", span: this.spanOf(name), id: this.identifier(name), ctx: "Store" } as const;
    return { type: "NamedExpr", span: this.spanFrom(name), target, value };
  }

  // Mistakes

  /** CPython's invalid_expression, invalid_legacy_expression and invalid_if_expression. */
  private expressionMistakes(start: number): void {
    if (this.knows("starAfterElse")) this.conditionalStar(start);
    this.insideString(start);
    this.missingComma(start);
    this.conditionalMistakes(start);
    this.lambdaInFormat(start);
    this.legacyCall(start);
  }

  private conditionalStar(start: number): void {
    const rest = this.disjunction() && this.take("if") && this.disjunction();
    const star = rest && this.take("else") && this.takeAny("*", "**");
    if (star) this.failAt(star, star.kind === "*" ? "starAfterElse" : "doubleStarAfterElse");
    this.pos = start;
  }

  private insideString(start: number): void {
    if (!this.knows("partOfString") || !this.take("STRING")) return;
    const found: Expr[] = [];
    for (;;) {
      const pos = this.pos;
      const value = this.at("STRING") ? null : this.expressionWithoutMistakes();
      if (!value) {
        this.pos = pos;
        break;
      }
      found.push(value);
    }
    const [first] = found;
    if (first && this.take("STRING")) this.failRange(first, found.at(-1) as Expr, "partOfString");
    this.pos = start;
  }

  private missingComma(start: number): void {
    const word = this.token;
    this.pos++;
    const nameThenString = word.kind === "NAME" && this.at("STRING");
    this.pos = start;
    const soft = word.kind === "NAME" && this.startsSoftKeyword(word.text);
    if (nameThenString || soft) return;
    const left = this.disjunction();
    const right = left && this.expressionWithoutMistakes();
    if (left && right && !isLegacyName(left)) {
      const before = this.tokens[this.pos - 1];
      if (before && before.level > 0) this.failMissingComma(left, right);
    }
    this.pos = start;
  }

  private failMissingComma(left: Expr, right: Expr): void {
    const { line, col, endLine, endCol } = left.span;
    if (line === endLine || !this.knows("rule.commaAtLastLine")) this.failRange(left, right, "missingComma");
    else this.failRange({ span: { line: endLine, col, endLine, endCol } }, left, "missingComma");
  }

  /** Older versions compare only the name's own length, so `c` passes for `case` (Parser/pegen.c, _PyPegen_soft_keyword_token). */
  private startsSoftKeyword(name: string): boolean {
    const { typeParameters, lazyImports } = this.profile.syntax;
    const words = ["_", "case", "match", typeParameters ? "type" : "", lazyImports ? "lazy" : ""];
    return this.knows("rule.softKeywordPrefixes") ? words.some((word) => word.startsWith(name)) : words.includes(name);
  }

  private conditionalMistakes(start: number): void {
    const body = this.disjunction();
    const test = body && this.take("if") && this.disjunction();
    if (body && test && !this.at("else") && !this.at(":")) this.failRange(body, test, "expectedElse");
    if (body && test && this.knows("statementAfterElse") && this.take("else") && !this.follows(() => this.expression())) {
      this.failNext("statementAfterElse");
    }
    this.pos = start;
    if (!this.knows("statementBeforeIf")) return;
    const statement = this.keywordStatement();
    const rest = statement && this.take("if") && this.disjunction() && this.take("else");
    if (statement && rest && this.simpleStatement()) this.failAt(statement, "statementBeforeIf");
    this.pos = start;
  }

  private lambdaInFormat(start: number): void {
    if (!this.profile.syntax.freeFStrings) return;
    const word = this.take("lambda");
    if (!word) return;
    this.lambdaParameters();
    const colon = this.take(":");
    if (colon && this.at("FSTRING_MIDDLE")) this.failRange(word, colon, "fstringLambda", "f");
    if (colon && this.at("TSTRING_MIDDLE")) this.failRange(word, colon, "fstringLambda", "t");
    this.pos = start;
  }

  /** `print x`, `exec x`. */
  private legacyCall(start: number): void {
    const name = this.take("NAME");
    if (!name) return;
    if (!this.at("(")) {
      const value = this.starExpressions();
      if (value && (name.text === "print" || name.text === "exec")) this.failRange(name, value, "missingParentheses", name.text);
    }
    this.pos = start;
  }

  /** CPython's invalid_named_expression. */
  private namedMistakes(): void {
    if (this.recall(MEMO.namedMistake)) return;
    const pos = this.pos;
    const target = this.expression();
    if (target && this.take(":=") && this.expression()) this.failAt(target, "walrusTarget", expressionName(target));
    this.pos = pos;
    const name = this.take("NAME");
    const value = name && this.take("=") && this.bitwiseOr();
    if (name && value && !this.at("=") && !this.at(":=")) this.failRange(name, value, "maybeEqualsOrWalrus");
    this.pos = pos;
    if (!this.isDisplay()) this.assignmentInCondition();
    this.pos = pos;
    this.remember(MEMO.namedMistake, pos, null);
  }

  private isDisplay(): boolean {
    if (this.at("True") || this.at("None") || this.at("False")) return true;
    return this.follows(() => this.list()) || this.follows(() => this.tuple()) || this.follows(() => this.generatorExpression());
  }

  private assignmentInCondition(): void {
    const target = this.bitwiseOr();
    const value = target && this.take("=") && this.bitwiseOr();
    if (!target || !value || this.at("=") || this.at(":=")) return;
    this.failAt(target, "maybeEquals", expressionName(target));
  }
}

function isLegacyName(node: Expr): boolean {
  return node.type === "Name" && (node.id === "print" || node.id === "exec");
}
