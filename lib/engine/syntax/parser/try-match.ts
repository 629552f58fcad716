import type { ExceptHandler, Expr, MatchCase, Stmt } from "../ast.ts";
import { Lazy } from "../../lazy/lazy.ts";
import type { Token } from "../tokens/token.ts";
import { CompoundStatementRules } from "./compound-statements.ts";
import type { patterns } from "./patterns.ts";

/** The pattern of a `case`. */
export const patternRule = new Lazy<typeof patterns>("rare");

/** `try` and `match`. */
export abstract class TryMatchRules extends CompoundStatementRules {
  protected tryStatement(): Stmt | null {
    const pos = this.pos;
    this.mistakes?.tryMistakes(this);
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

  handlers(star: boolean): ExceptHandler[] {
    const handlers: ExceptHandler[] = [];
    for (let handler = this.handler(star); handler; handler = this.handler(star)) handlers.push(handler);
    return handlers;
  }

  private handler(star: boolean): ExceptHandler | null {
    const pos = this.pos;
    if (!this.at("except")) return null;
    this.mistakes?.handlerBlockMistakes(this, star);
    const start = this.next();
    const handler = (!star || this.take("*")) && this.handlerBody(start, star);
    if (handler) return handler;
    this.pos = pos;
    this.mistakes?.handlerMistakes(this, star);
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
    if (this.mistakes) {
      if (this.take(":")) this.failWithoutBlock("blockAfterWord", start, "finally");
      this.pos = pos + 1;
    }
    this.force(":");
    return this.block() ?? this.back(pos);
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
    this.mistakes?.matchMistakes(this);
    return this.back(pos);
  }

  subject(): Expr | null {
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
    this.mistakes?.caseMistakes(this);
    const pattern = this.takeSoft("case") && patternRule.get()(this);
    if (!pattern) return this.back(pos);
    const guard = this.guard();
    const body = this.take(":") && this.block();
    return body ? { pattern, guard, body } : this.back(pos);
  }

  guard(): Expr | null {
    const pos = this.pos;
    const guard = this.take("if") && this.namedExpression();
    return guard ?? this.back(pos);
  }
}
