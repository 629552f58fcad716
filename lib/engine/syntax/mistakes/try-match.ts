import type { Expr } from "../ast.ts";
import { expressionName } from "../parser/cursor.ts";
import { patterns } from "../parser/patterns.ts";
import type { TryMatchRules } from "../parser/try-match.ts";
import { expectedColon } from "./blocks.ts";

/** CPython's invalid_except_stmt_indent and invalid_except_star_stmt_indent. */
export function handlerBlockMistakes(p: TryMatchRules, star: boolean): void {
  const pos = p.pos;
  const start = p.next();
  if (star ? p.take("*") && handlerType(p) : true) {
    const word = star ? "except*" : "except";
    if (!star) handlerType(p);
    if (p.take(":")) p.failWithoutBlock("blockAfterWord", start, word);
  }
  p.pos = pos;
}

/** `E` or `E as name`. */
function handlerType(p: TryMatchRules): Expr | null {
  const value = p.expression();
  if (!value) return null;
  const mark = p.pos;
  if (!(p.take("as") && p.take("NAME"))) p.pos = mark;
  return value;
}

/** CPython's invalid_except_stmt and invalid_except_star_stmt. */
export function handlerMistakes(p: TryMatchRules, star: boolean): void {
  const pos = p.pos;
  const start = p.next();
  const again = (): boolean => {
    p.pos = pos + 1;
    return !star || p.take("*") !== null;
  };
  const first = again() ? p.expression() : null;
  if (first && p.take(",")) unparenthesizedTypes(p, first, star);
  if (again() && handlerType(p) && p.at("NEWLINE")) expectedColon(p);
  if (again()) {
    if (!star && p.at("NEWLINE")) expectedColon(p);
    if (star && p.takeAny("NEWLINE", ":")) p.failLast("SyntaxError", "expectedExceptionTypes");
  }
  const named = again() && p.knows("exceptTarget") && p.expression() && p.take("as");
  const target = named && p.expression();
  if (target && p.take(":") && p.block()) p.failAt(target, "exceptTarget", `${start.kind}${star ? "*" : ""}`, expressionName(target));
  p.pos = pos;
}

function unparenthesizedTypes(p: TryMatchRules, first: Expr, star: boolean): void {
  if (!p.expressions()) return;
  if (p.profile.syntax.exceptWithoutParentheses) {
    if (p.take("as") && p.take("NAME") && p.take(":")) p.failFrom(first, "parenthesizedTypesWithAs");
    return;
  }
  const mark = p.pos;
  if (!(p.take("as") && p.take("NAME"))) p.pos = mark;
  if (p.take(":")) p.failFrom(first, "parenthesizedTypes", star ? "*" : "");
}

/** CPython's invalid_try_stmt. */
export function tryMistakes(p: TryMatchRules): void {
  const pos = p.pos;
  const start = p.next();
  if (!p.take(":")) {
    p.pos = pos;
    return;
  }
  p.failWithoutBlock("blockAfterWord", start, "try");
  p.pos = pos + 2;
  if (p.block() && !p.at("except") && !p.at("finally")) p.failLast("SyntaxError", "expectedExcept");
  if (p.knows("mixedExcept")) {
    for (const star of [false, true]) {
      p.pos = pos + 2;
      while (p.block());
      mixedHandlers(p, star);
    }
  }
  p.pos = pos;
}

function mixedHandlers(p: TryMatchRules, star: boolean): void {
  if (p.handlers(star).length === 0) return;
  const word = p.take("except");
  if (!word) return;
  const sign = star ? null : p.take("*");
  if (!star && !sign) return;
  if (!handlerType(p) && !star) return;
  if (!p.take(":")) return;
  if (sign) p.failRange(word, sign, "mixedExcept");
  else p.failAt(word, "mixedExcept");
}

export function matchMistakes(p: TryMatchRules): void {
  const pos = p.pos;
  const start = p.takeSoft("match");
  const subject = start && p.subject();
  if (start && subject) {
    if (p.at("NEWLINE")) expectedColon(p);
    if (p.take(":")) p.failWithoutBlock("blockAfterWord", start, "match");
  }
  p.pos = pos;
  const word = p.knows("caseOutside") ? p.takeSoft("case") : null;
  if (word && patterns(p)) {
    p.guard();
    const colon = p.take(":");
    if (colon && p.block()) p.failRange(word, colon, "caseOutside");
  }
  p.pos = pos;
}

export function caseMistakes(p: TryMatchRules): void {
  const pos = p.pos;
  const start = p.takeSoft("case");
  if (start && patterns(p)) {
    p.guard();
    if (p.at("NEWLINE")) expectedColon(p);
    if (p.take(":")) p.failWithoutBlock("blockAfterWord", start, "case");
  }
  p.pos = pos;
}
