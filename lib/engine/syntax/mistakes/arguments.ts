import type { Comprehension } from "../ast.ts";
import type { ArgumentRules } from "../parser/arguments.ts";
import type { Cursor, Placed } from "../parser/cursor.ts";

/** CPython's invalid_starred_expression_unpacking, in all its forms. */
export function starredMistakes(p: Cursor): void {
  const pos = p.pos;
  const star = p.take("*");
  if (!star) return;
  if (p.knows("starredConditional")) {
    const value = p.ifExpression();
    if (value) p.failRange(star, value, "starredConditional");
    p.pos = pos + 1;
  }
  const value = p.expression() && p.take("=") && p.expression();
  if (value) p.failRange(star, value, "assignToStarred");
  p.pos = pos;
}

export function argumentMistakes(p: ArgumentRules, pos: number): void {
  const restart = (): number => (p.pos = pos);
  if (p.knows("iterableUnpackingAfterKeywords")) {
    const strict = p.knows("rule.strictUnpackingAfterKeywords");
    strict ? unpackingAfterKeywords(p, pos) : starAfterKeywords(p);
    restart();
  }
  generatorWithoutParentheses(p);
  restart();
  assignmentInGenerator(p);
  restart();
  missingArgumentValue(p, pos);
  restart();
  const args = p.args();
  const clauses = args && p.forIfClauses();
  const last = args?.args.at(-1);
  if (args && clauses && last && args.args.length > 1) p.failRange(last, lastOfComprehension(clauses), "generatorNeedsParentheses");
  restart();
  if (p.args() && p.take(",")) {
    const value = p.expression();
    const generators = value && p.forIfClauses();
    if (value && generators) p.failRange(value, lastOfComprehension(generators), "generatorNeedsParentheses");
  }
  restart();
  const first = p.args();
  if (!first || !p.take(",") || !p.args()) return;
  const unpacks = first.keywords.some((keyword) => keyword.arg === null);
  p.failLast("SyntaxError", unpacks ? "positionalAfterUnpacking" : "positionalAfterKeyword");
}

/** `f(**a, *b)` as the oldest version finds it. */
function starAfterKeywords(p: ArgumentRules): void {
  const args = p.args();
  if (args && p.take(",") && p.take("*")) p.failRange(args, args, "iterableUnpackingAfterKeywords");
}

function unpackingAfterKeywords(p: ArgumentRules, pos: number): void {
  const positional = p.positionalArguments();
  let found = positional.length > 0 && p.take(",") !== null && p.keywordArguments() !== null;
  if (!found) {
    p.pos = pos;
    found = p.keywordArguments() !== null;
  }
  const comma = found && p.take(",");
  if (!comma) return;
  if (p.knows("rule.unpackingAtStar")) {
    const star = p.take("*");
    if (star) p.failAt(star, "iterableUnpackingAfterKeywords");
    return;
  }
  const starred = p.separated(() => {
    const value = p.starredExpression();
    return value && !p.at("=") ? value : null;
  });
  if (starred.length > 0) p.failFrom(comma, "iterableUnpackingAfterKeywords");
}

function generatorWithoutParentheses(p: ArgumentRules): void {
  const value = p.expression();
  const clauses = value && p.forIfClauses();
  if (!value || !clauses || !p.take(",")) return;
  const pos = p.pos;
  if (!p.args()) {
    p.pos = pos;
    if (!(p.expression() && p.forIfClauses())) p.pos = pos;
  }
  p.failRange(value, lastOfComprehension(clauses), "generatorNeedsParentheses");
}

function assignmentInGenerator(p: ArgumentRules): void {
  const name = p.take("NAME");
  const equals = name && p.take("=");
  if (name && equals && p.expression() && p.forIfClauses()) p.failRange(name, equals, "maybeEqualsOrWalrus");
}

function missingArgumentValue(p: ArgumentRules, pos: number): void {
  if (!p.knows("expectedArgumentValue")) return;
  if (!(p.args() && p.take(","))) p.pos = pos;
  const name = p.take("NAME");
  const equals = name && p.take("=");
  if (name && equals && (p.at(",") || p.at(")"))) p.failRange(name, equals, "expectedArgumentValue");
}

export function keywordMistakes(p: ArgumentRules): void {
  const pos = p.pos;
  const constant = p.takeAny("True", "False", "None");
  const equals = constant && p.take("=");
  if (constant && equals) p.failRange(constant, equals, "cannotAssign", constant.text);
  p.pos = pos;
  assignmentInGenerator(p);
  p.pos = pos;
  const named = p.take("NAME") && p.take("=");
  p.pos = pos;
  if (!named) {
    const value = p.expression();
    const sign = value && p.take("=");
    if (value && sign) p.failRange(value, sign, "assignmentInExpression");
    p.pos = pos;
  }
  const stars = p.take("**");
  const value = stars && p.expression() && p.take("=") && p.expression();
  if (stars && value) p.failRange(stars, value, "assignToDoubleStarred");
  p.pos = pos;
}

/** The last part of the last clause: where a message about a comprehension ends. */
function lastOfComprehension(clauses: readonly Comprehension[]): Placed {
  const last = clauses.at(-1) as Comprehension;
  return last.ifs.at(-1) ?? last.iter;
}
