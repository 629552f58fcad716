import type { Expr } from "../ast.ts";
import { expressionName } from "../parser/cursor.ts";
import { MEMO } from "../parser/memo.ts";
import { isLegacyName, type ExpressionRules } from "../parser/expressions.ts";

function expressionWithoutMistakes(p: ExpressionRules): Expr | null {
  const { mistakes } = p;
  p.mistakes = null;
  const value = p.expressionRaw();
  p.mistakes = mistakes;
  return value;
}

// Mistakes

/** CPython's invalid_expression, invalid_legacy_expression and invalid_if_expression. */
export function expressionMistakes(p: ExpressionRules, start: number): void {
  if (p.knows("starAfterElse")) conditionalStar(p, start);
  insideString(p, start);
  missingComma(p, start);
  conditionalMistakes(p, start);
  lambdaInFormat(p, start);
  legacyCall(p, start);
}

function conditionalStar(p: ExpressionRules, start: number): void {
  const rest = p.disjunction() && p.take("if") && p.disjunction();
  const star = rest && p.take("else") && p.takeAny("*", "**");
  if (star) p.failAt(star, star.kind === "*" ? "starAfterElse" : "doubleStarAfterElse");
  p.pos = start;
}

function insideString(p: ExpressionRules, start: number): void {
  if (!p.knows("partOfString") || !p.take("STRING")) return;
  const found: Expr[] = [];
  for (;;) {
    const pos = p.pos;
    const value = p.at("STRING") ? null : expressionWithoutMistakes(p);
    if (!value) {
      p.pos = pos;
      break;
    }
    found.push(value);
  }
  const [first] = found;
  if (first && p.take("STRING")) p.failRange(first, found.at(-1) as Expr, "partOfString");
  p.pos = start;
}

function missingComma(p: ExpressionRules, start: number): void {
  const word = p.token;
  p.pos++;
  const nameThenString = word.kind === "NAME" && p.at("STRING");
  p.pos = start;
  const soft = word.kind === "NAME" && startsSoftKeyword(p, word.text);
  if (nameThenString || soft) return;
  const left = p.disjunction();
  const right = left && expressionWithoutMistakes(p);
  if (left && right && !isLegacyName(left)) {
    const before = p.tokens[p.pos - 1];
    if (before && before.level > 0) failMissingComma(p, left, right);
  }
  p.pos = start;
}

function failMissingComma(p: ExpressionRules, left: Expr, right: Expr): void {
  const { line, col, endLine, endCol } = left.span;
  if (line === endLine || !p.knows("rule.commaAtLastLine")) p.failRange(left, right, "missingComma");
  else p.failRange({ span: { line: endLine, col, endLine, endCol } }, left, "missingComma");
}

/** Older versions compare only the name's own length, so `c` passes for `case` (Parser/pegen.c, _PyPegen_soft_keyword_token). */
function startsSoftKeyword(p: ExpressionRules, name: string): boolean {
  const { typeParameters, lazyImports } = p.profile.syntax;
  const words = ["_", "case", "match", typeParameters ? "type" : "", lazyImports ? "lazy" : ""];
  return p.knows("rule.softKeywordPrefixes") ? words.some((word) => word.startsWith(name)) : words.includes(name);
}

function conditionalMistakes(p: ExpressionRules, start: number): void {
  const body = p.disjunction();
  const test = body && p.take("if") && p.disjunction();
  if (body && test && !p.at("else") && !p.at(":")) p.failRange(body, test, "expectedElse");
  if (body && test && p.knows("statementAfterElse") && p.take("else") && !p.follows(() => p.expression())) {
    p.failNext("statementAfterElse");
  }
  p.pos = start;
  if (!p.knows("statementBeforeIf")) return;
  const statement = p.keywordStatement();
  const rest = statement && p.take("if") && p.disjunction() && p.take("else");
  if (statement && rest && p.simpleStatement()) p.failAt(statement, "statementBeforeIf");
  p.pos = start;
}

function lambdaInFormat(p: ExpressionRules, start: number): void {
  if (!p.profile.syntax.freeFStrings) return;
  const word = p.take("lambda");
  if (!word) return;
  p.lambdaParameters();
  const colon = p.take(":");
  if (colon && p.at("FSTRING_MIDDLE")) p.failRange(word, colon, "fstringLambda", "f");
  if (colon && p.at("TSTRING_MIDDLE")) p.failRange(word, colon, "fstringLambda", "t");
  p.pos = start;
}

/** `print x`, `exec x`. */
function legacyCall(p: ExpressionRules, start: number): void {
  const name = p.take("NAME");
  if (!name) return;
  if (!p.at("(")) {
    const value = p.starExpressions();
    if (value && (name.text === "print" || name.text === "exec")) p.failRange(name, value, "missingParentheses", name.text);
  }
  p.pos = start;
}

/** CPython's invalid_named_expression. */
export function namedMistakes(p: ExpressionRules): void {
  if (p.recall(MEMO.namedMistake)) return;
  const pos = p.pos;
  const target = p.expression();
  if (target && p.take(":=") && p.expression()) p.failAt(target, "walrusTarget", expressionName(target));
  p.pos = pos;
  const name = p.take("NAME");
  const value = name && p.take("=") && p.bitwiseOr();
  if (name && value && !p.at("=") && !p.at(":=")) p.failRange(name, value, "maybeEqualsOrWalrus");
  p.pos = pos;
  if (!isDisplay(p)) assignmentInCondition(p);
  p.pos = pos;
  p.remember(MEMO.namedMistake, pos, null);
}

function isDisplay(p: ExpressionRules): boolean {
  if (p.at("True") || p.at("None") || p.at("False")) return true;
  return p.follows(() => p.list()) || p.follows(() => p.tuple()) || p.follows(() => p.generatorExpression());
}

function assignmentInCondition(p: ExpressionRules): void {
  const target = p.bitwiseOr();
  const value = target && p.take("=") && p.bitwiseOr();
  if (!target || !value || p.at("=") || p.at(":=")) return;
  p.failAt(target, "maybeEquals", expressionName(target));
}
