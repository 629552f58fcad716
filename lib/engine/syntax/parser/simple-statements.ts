import type { BinaryOperator, Expr, Span, Stmt } from "../ast.ts";
import { ImportRules } from "./imports.ts";
import { MEMO } from "./memo.ts";
import { toTarget } from "./targets.ts";

export const AUGMENTED = new Map<string, BinaryOperator>([
  ["+=", "Add"], ["-=", "Sub"], ["*=", "Mult"], ["@=", "MatMult"], ["/=", "Div"], ["%=", "Mod"], ["&=", "BitAnd"], ["|=", "BitOr"],
  ["^=", "BitXor"], ["<<=", "LShift"], [">>=", "RShift"], ["**=", "Pow"], ["//=", "FloorDiv"],
]);

/** Statements that fit on a line. */
export abstract class SimpleStatementRules extends ImportRules {
  /** Statements with `;` between, up to and with the end of the line. */
  simpleStatements(): Stmt[] | null {
    const pos = this.pos;
    const statements: Stmt[] = [];
    for (;;) {
      const statement = this.simpleStatement();
      if (!statement) break;
      statements.push(statement);
      if (!this.take(";") || this.at("NEWLINE")) break;
    }
    return statements.length > 0 && this.take("NEWLINE") ? statements : this.back(pos);
  }

  simpleStatement(): Stmt | null {
    return this.memo(MEMO.simpleStatement, () => {
      if (!this.mistakes) return this.keyedStatement() ?? this.expressionStatement();
      return this.assignment() ?? this.softStatement() ?? this.lateExpression() ?? this.keyedStatement();
    });
  }

  private softStatement(): Stmt | null {
    return this.typeAlias() ?? (this.profile.syntax.lazyImports ? this.importStatement() : null);
  }

  private lateExpression(): Stmt | null {
    const start = this.token;
    const value = this.starExpressions();
    return value && { type: "Expr", span: this.spanFrom(start), value };
  }

  private keyedStatement(): Stmt | null {
    const start = this.token;
    switch (start.kind) {
      case "return":
        this.pos++;
        return { type: "Return", value: this.starExpressions(), span: this.spanFrom(start) };
      case "import":
      case "from":
        return this.importStatement();
      case "raise":
        return this.raiseStatement();
      case "pass":
      case "break":
      case "continue":
        return this.keywordStatement();
      case "del":
        return this.deleteStatement();
      case "yield":
        return this.yieldStatement();
      case "assert":
        return this.assertStatement();
      case "global":
      case "nonlocal":
        return this.scopeStatement();
      default:
        return null;
    }
  }

  keywordStatement(): Stmt | null {
    const token = this.takeAny("pass", "break", "continue");
    if (!token) return null;
    const type = token.kind === "pass" ? "Pass" : token.kind === "break" ? "Break" : "Continue";
    return { type, span: this.spanOf(token) };
  }

  /** Everything that starts with an expression, read once: the first pass. */
  private expressionStatement(): Stmt | null {
    const pos = this.pos;
    const start = this.token;
    const soft = start.kind === "NAME" ? this.softStatement() : null;
    if (soft) return soft;
    const value = this.starExpressions();
    if (!value) return null;
    const { kind } = this;
    if (kind === "=") return this.assignTo(start, value) ?? this.back(pos);
    const op = AUGMENTED.get(kind);
    if (kind === ":" || op) return this.back(pos) ?? this.assignment();
    return { type: "Expr", span: this.spanFrom(start), value };
  }

  private assignTo(start: Span, first: Expr): Stmt | null {
    const targets: Expr[] = [];
    for (let value: Expr | null = first; value; value = this.annotatedValue()) {
      if (!this.take("=")) return { type: "Assign", span: this.spanFrom({ span: start }), targets, value };
      const target = toTarget(value, "Store");
      if (!target) return null;
      targets.push(target);
    }
    return null;
  }

  /** CPython's assignment, in its order. */
  private assignment(): Stmt | null {
    const pos = this.pos;
    const annotated = this.annotatedAssignment();
    if (annotated) return annotated;
    const start = this.token;
    const targets: Expr[] = [];
    for (;;) {
      const mark = this.pos;
      const target = this.starTargets();
      if (!target || !this.take("=")) {
        this.pos = mark;
        break;
      }
      targets.push(target);
    }
    const value = targets.length > 0 ? this.annotatedValue() : null;
    if (value && !this.at("=")) return { type: "Assign", span: this.spanFrom(start), targets, value };
    this.pos = pos;
    const target = this.singleTarget();
    const op = target && AUGMENTED.get(this.kind);
    if (target && op) {
      this.pos++;
      const right = this.annotatedValue();
      return right ? { type: "AugAssign", span: this.spanFrom(start), target, op, value: right } : this.back(pos);
    }
    this.pos = pos;
    this.mistakes?.assignmentMistakes(this);
    return this.back(pos);
  }

  private annotatedAssignment(): Stmt | null {
    const pos = this.pos;
    const start = this.token;
    const name = this.take("NAME");
    let target: Expr | null = name && this.at(":") ? this.name(name, "Store") : null;
    const simple = target !== null;
    if (!target) {
      this.pos = pos;
      const inner = this.take("(") && this.singleTarget();
      if (inner && this.take(")") && this.at(":")) target = inner;
      else {
        this.pos = pos;
        target = this.memberTarget("Store");
      }
    }
    const annotation = target && this.take(":") && this.expression();
    if (!target || !annotation) return this.back(pos);
    const mark = this.pos;
    const value = this.take("=") && this.annotatedValue();
    if (!value) this.pos = mark;
    return { type: "AnnAssign", span: this.spanFrom(start), target, annotation, value, simple };
  }

  private yieldStatement(): Stmt | null {
    const start = this.token;
    const value = this.yieldExpression();
    return value && { type: "Expr", span: this.spanFrom(start), value };
  }

  private raiseStatement(): Stmt | null {
    const start = this.next();
    const pos = this.pos;
    const exc = this.expression();
    if (exc && this.take("from")) {
      const cause = this.expression();
      if (cause) return { type: "Raise", span: this.spanFrom(start), exc, cause };
    }
    if (this.mistakes && this.knows("raiseBeforeFrom")) {
      this.pos = pos;
      const at = this.take("from");
      if (at) this.failRange(start, at, "raiseBeforeFrom");
      const from = this.expression() && this.take("from");
      if (from) this.failAt(from, "raiseAfterFrom");
    }
    this.pos = pos;
    const only = this.expression();
    return { type: "Raise", span: this.spanFrom(start), exc: only, cause: null };
  }

  private deleteStatement(): Stmt | null {
    const pos = this.pos;
    const start = this.next();
    const targets = this.deleteTargets();
    if (targets && (this.at(";") || this.at("NEWLINE"))) return { type: "Delete", span: this.spanFrom(start), targets };
    if (this.mistakes) {
      this.pos = pos + 1;
      const value = this.starExpressions();
      if (value) this.failTarget("del", value);
    }
    return this.back(pos);
  }

  private assertStatement(): Stmt | null {
    const pos = this.pos;
    const start = this.next();
    this.mistakes?.assertMistakes(this);
    const test = this.expression();
    if (!test) return this.back(pos);
    const mark = this.pos;
    const msg = this.take(",") && this.expression();
    if (!msg) this.pos = mark;
    return { type: "Assert", span: this.spanFrom(start), test, msg };
  }

  private scopeStatement(): Stmt | null {
    const pos = this.pos;
    const start = this.next();
    const names = this.separated(() => this.take("NAME")).map((name) => this.identifier(name));
    if (names.length === 0) return this.back(pos);
    return { type: start.kind === "global" ? "Global" : "Nonlocal", span: this.spanFrom(start), names };
  }

  private typeAlias(): Stmt | null {
    if (!this.profile.syntax.typeParameters) return null;
    const pos = this.pos;
    const start = this.takeSoft("type");
    if (!start) return null;
    const token = this.take("NAME");
    const typeParams = token ? (this.typeParameters() ?? []) : [];
    const value = token && this.take("=") && this.expression();
    if (!token || !value) return this.back(pos);
    const name = { type: "Name", span: this.spanOf(token), id: this.identifier(token), ctx: "Store" } as const;
    return { type: "TypeAlias", span: this.spanFrom(start), name, typeParams, value };
  }
}
