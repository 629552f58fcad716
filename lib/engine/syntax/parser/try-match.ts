import type { ExceptHandler, Expr, MatchCase, Stmt } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { CompoundStatementRules } from "./compound-statements.ts";
import { expressionName } from "./cursor.ts";

/** `try` and `match`. */
export abstract class TryMatchRules extends CompoundStatementRules {
  protected tryStatement(): Stmt | null {
    const pos = this.pos;
    if (this.diagnosing) this.tryMistakes();
    const start = this.next();
    this.force(":");
    const body = this.block();
    if (!body) return this.back(pos);
    const mark = this.pos;
    const onlyFinally = this.finallyBlock();
    if (onlyFinally) return { type: "Try", span: this.spanFrom(start), star: false, body, handlers: [], orelse: [], finalbody: onlyFinally };
    for (const star of this.profile.syntax.exceptStar ? [false, true] : [false]) {
      this.pos = mark;
      const handlers = this.handlers(star);
      if (handlers.length === 0) continue;
      const orelse = this.elseBlock() ?? [];
      const finalbody = this.finallyBlock() ?? [];
      return { type: "Try", span: this.spanFrom(start), star, body, handlers, orelse, finalbody };
    }
    return this.back(pos);
  }

  private handlers(star: boolean): ExceptHandler[] {
    const handlers: ExceptHandler[] = [];
    for (let handler = this.handler(star); handler; handler = this.handler(star)) handlers.push(handler);
    return handlers;
  }

  private handler(star: boolean): ExceptHandler | null {
    const pos = this.pos;
    if (!this.at("except")) return null;
    if (this.diagnosing) this.handlerBlockMistakes(star);
    const start = this.next();
    const handler = (!star || this.take("*")) && this.handlerBody(start, star);
    if (handler) return handler;
    this.pos = pos;
    if (this.diagnosing) this.handlerMistakes(star);
    return this.back(pos);
  }

  private handlerBody(start: Token, star: boolean): ExceptHandler | null {
    const pos = this.pos;
    let excType = this.expression();
    let name: string | null = null;
    if (excType && this.take("as")) {
      const token = this.take("NAME");
      if (!token) return null;
      name = this.identifier(token);
    } else if (excType && this.at(",") && this.profile.syntax.exceptWithoutParentheses) {
      this.pos = pos;
      excType = this.expressions();
    }
    if ((star && !excType) || !this.take(":")) return null;
    const body = this.block();
    return body && { span: this.spanFrom(start), excType, name, body };
  }

  protected finallyBlock(): Stmt[] | null {
    const pos = this.pos;
    const start = this.take("finally");
    if (!start) return null;
    if (this.diagnosing) {
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, "finally");
      this.pos = pos + 1;
    }
    this.force(":");
    return this.block() ?? this.back(pos);
  }

  /** CPython's invalid_except_stmt_indent and invalid_except_star_stmt_indent. */
  private handlerBlockMistakes(star: boolean): void {
    const pos = this.pos;
    const start = this.next();
    if (star ? this.take("*") && this.handlerType() : true) {
      const word = star ? "except*" : "except";
      if (!star) this.handlerType();
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, word);
    }
    this.pos = pos;
  }

  /** `E` or `E as name`. */
  private handlerType(): Expr | null {
    const value = this.expression();
    if (!value) return null;
    const mark = this.pos;
    if (!(this.take("as") && this.take("NAME"))) this.pos = mark;
    return value;
  }

  /** CPython's invalid_except_stmt and invalid_except_star_stmt. */
  private handlerMistakes(star: boolean): void {
    const pos = this.pos;
    const start = this.next();
    const again = (): boolean => {
      this.pos = pos + 1;
      return !star || this.take("*") !== null;
    };
    const first = again() ? this.expression() : null;
    if (first && this.take(",")) this.unparenthesizedTypes(first, star);
    if (again() && this.handlerType() && this.at("NEWLINE")) this.expectedColon();
    if (again()) {
      if (!star && this.at("NEWLINE")) this.expectedColon();
      if (star && this.takeAny("NEWLINE", ":")) this.failLast("SyntaxError", "expectedExceptionTypes");
    }
    const named = again() && this.knows("exceptTarget") && this.expression() && this.take("as");
    const target = named && this.expression();
    if (target && this.take(":") && this.block()) this.failAt(target, "exceptTarget", `${start.kind}${star ? "*" : ""}`, expressionName(target));
    this.pos = pos;
  }

  private unparenthesizedTypes(first: Expr, star: boolean): void {
    if (!this.expressions()) return;
    if (this.profile.syntax.exceptWithoutParentheses) {
      if (this.take("as") && this.take("NAME") && this.take(":")) this.failFrom(first, "parenthesizedTypesWithAs");
      return;
    }
    const mark = this.pos;
    if (!(this.take("as") && this.take("NAME"))) this.pos = mark;
    if (this.take(":")) this.failFrom(first, "parenthesizedTypes", star ? "*" : "");
  }

  /** CPython's invalid_try_stmt. */
  private tryMistakes(): void {
    const pos = this.pos;
    const start = this.next();
    if (!this.take(":")) {
      this.pos = pos;
      return;
    }
    this.failWithoutBlock("blockAfterWord", start, "try");
    this.pos = pos + 2;
    if (this.block() && !this.at("except") && !this.at("finally")) this.failLast("SyntaxError", "expectedExcept");
    if (this.knows("mixedExcept")) {
      for (const star of [false, true]) {
        this.pos = pos + 2;
        while (this.block());
        this.mixedHandlers(star);
      }
    }
    this.pos = pos;
  }

  private mixedHandlers(star: boolean): void {
    if (this.handlers(star).length === 0) return;
    const word = this.take("except");
    if (!word) return;
    const sign = star ? null : this.take("*");
    if (!star && !sign) return;
    if (!this.handlerType() && !star) return;
    if (!this.take(":")) return;
    if (sign) this.failRange(word, sign, "mixedExcept");
    else this.failAt(word, "mixedExcept");
  }

  // match

  protected matchStatement(): Stmt | null {
    const pos = this.pos;
    const start = this.takeSoft("match");
    if (start) {
      const subject = this.subject();
      const cases = subject && this.take(":") && this.take("NEWLINE") && this.take("INDENT") && this.cases();
      if (subject && cases && this.take("DEDENT")) return { type: "Match", span: this.spanFrom(start), subject, cases };
      this.pos = pos;
    }
    if (this.diagnosing) this.matchMistakes();
    return this.back(pos);
  }

  private subject(): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const first = this.starNamedExpression();
    if (first && this.take(",")) {
      const elts = [first, ...(this.starNamedExpressions() ?? [])];
      return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Load" };
    }
    if (first && first.type !== "Starred") return first;
    this.pos = pos;
    return this.namedExpression();
  }

  private cases(): MatchCase[] | null {
    const cases: MatchCase[] = [];
    for (let item = this.caseBlock(); item; item = this.caseBlock()) cases.push(item);
    return cases.length > 0 ? cases : null;
  }

  private caseBlock(): MatchCase | null {
    const pos = this.pos;
    if (this.diagnosing) this.caseMistakes();
    const pattern = this.takeSoft("case") && this.patterns();
    if (!pattern) return this.back(pos);
    const guard = this.guard();
    const body = this.take(":") && this.block();
    return body ? { pattern, guard, body } : this.back(pos);
  }

  private guard(): Expr | null {
    const pos = this.pos;
    const guard = this.take("if") && this.namedExpression();
    return guard ?? this.back(pos);
  }

  private matchMistakes(): void {
    const pos = this.pos;
    const start = this.takeSoft("match");
    const subject = start && this.subject();
    if (start && subject) {
      if (this.at("NEWLINE")) this.expectedColon();
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, "match");
    }
    this.pos = pos;
    const word = this.knows("caseOutside") ? this.takeSoft("case") : null;
    if (word && this.patterns()) {
      this.guard();
      const colon = this.take(":");
      if (colon && this.block()) this.failRange(word, colon, "caseOutside");
    }
    this.pos = pos;
  }

  private caseMistakes(): void {
    const pos = this.pos;
    const start = this.takeSoft("case");
    if (start && this.patterns()) {
      this.guard();
      if (this.at("NEWLINE")) this.expectedColon();
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, "case");
    }
    this.pos = pos;
  }
}
