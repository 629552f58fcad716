import type { Expr } from "../ast.ts";
import { MEMO } from "./memo.ts";
import { OperatorRules } from "./operators.ts";

/** What ends an expression for certain. */
const ENDS = new Set([")", ",", "]", "}", ":", "=", "NEWLINE"]);

/** An expression in brackets takes the most calls; brackets nest 200 deep at most. */
const EXPRESSION_COST = 4;

/** Expressions above the operators: conditionals, `:=`, `yield`, stars, and the mistakes people make in them. */
export abstract class ExpressionRules extends OperatorRules {
  abstract keywordStatement(): { readonly span: Expr["span"] } | null;

  expression(): Expr | null {
    if (!this.mistakes) {
      const lone = this.loneName();
      if (lone) return lone;
    }
    const memo = this.recall(MEMO.expression);
    if (memo) return memo.node as Expr | null;
    const start = this.pos;
    this.enter(EXPRESSION_COST);
    this.mistakes?.expressionMistakes(this, start);
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

  expressionRaw(): Expr | null {
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

  expressions(): Expr | null {
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
    this.mistakes?.namedMistakes(this);
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
}

export function isLegacyName(node: Expr): boolean {
  return node.type === "Name" && (node.id === "print" || node.id === "exec");
}
