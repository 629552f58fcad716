import type { Token } from "../tokens/token.ts";
import type { Style, ParameterRules } from "../parser/parameters.ts";

// Mistakes: CPython's invalid_parameters, invalid_star_etc, invalid_kwds and their lambda forms

export function parameterMistakes(p: ParameterRules, style: Style): void {
  const pos = p.pos;
  const first = p.take("/");
  if (first && p.take(",")) p.failAt(first, "slashFirst");
  p.pos = pos;
  if (slashList(p, style)) {
    p.many(() => p.maybeDefault(style));
    const again = p.take("/");
    if (again) p.failAt(again, "slashTwice");
  }
  p.pos = pos;
  defaultBeforePlain(p, style);
  p.pos = pos;
  parenthesizedParameters(p, style);
  p.pos = pos;
  slashAfterStar(p, style);
  p.pos = pos;
  if (p.many(() => p.maybeDefault(style)).length > 0 && p.take("/")) {
    const star = p.take("*");
    if (star) p.failAt(star, "commaAfterSlash");
  }
  p.pos = pos;
}

/** Parameters up to and with a `/`. */
function slashList(p: ParameterRules, style: Style): boolean {
  const pos = p.pos;
  const plain = p.many(() => p.noDefault(style));
  if (plain.length > 0 && p.slash(style)) return true;
  if (p.many(() => p.withDefault(style)).length > 0 && p.slash(style)) return true;
  p.pos = pos;
  return false;
}

function defaultBeforePlain(p: ParameterRules, style: Style): void {
  const pos = p.pos;
  if (p.knows("rule.slashBeforeDefaults")) {
    if (!(p.many(() => p.noDefault(style)).length > 0 && p.slash(style))) p.pos = pos;
  }
  p.many(() => p.noDefault(style));
  if (p.many(() => p.withDefault(style)).length === 0) return;
  p.slash(style);
  const parameter = p.noDefault(style);
  if (!parameter) return;
  p.failAt(parameter.arg, "defaultOrder");
}

function parenthesizedParameters(p: ParameterRules, style: Style): void {
  p.many(() => p.noDefault(style));
  const open = p.take("(");
  if (!open) return;
  const inner = style.lambda ? p.separated(() => p.parameter(style)) : p.many(() => p.noDefault(style));
  if (inner.length === 0) return;
  p.take(",");
  const close = p.take(")");
  if (close) p.failRange(open, close, style.lambda ? "parenthesizedLambda" : "parenthesizedParameters");
}

function slashAfterStar(p: ParameterRules, style: Style): void {
  const pos = p.pos;
  if (!slashList(p, style)) p.pos = pos;
  p.many(() => p.maybeDefault(style));
  if (!p.take("*")) return;
  if (!p.take(",") && !p.noDefault(style)) return;
  p.many(() => p.maybeDefault(style));
  const slash = p.take("/");
  if (slash) p.failAt(slash, "slashAfterStar");
}

export function starMistakes(p: ParameterRules, style: Style): void {
  const pos = p.pos;
  const star = p.take("*");
  if (!star) return;
  bareStar(p, style, star);
  p.pos = pos + 1;
  const equals = p.parameter(style) && p.take("=");
  if (equals) p.failAt(equals, "starDefault");
  p.pos = pos + 1;
  if (p.noDefault(style) || p.take(",")) {
    p.many(() => p.maybeDefault(style));
    const again = p.take("*");
    if (again && (p.noDefault(style) || p.take(","))) p.failAt(again, "starTwice");
  }
  p.pos = pos;
}

function bareStar(p: ParameterRules, style: Style, star: Token): void {
  const found = p.take(style.close) || (p.take(",") && p.takeAny(style.close, "**"));
  if (!found) return;
  if (style.lambda) p.failLast("SyntaxError", "bareStar");
  else p.failAt(star, "bareStar");
}

export function keywordRestMistakes(p: ParameterRules, style: Style): void {
  const pos = p.pos;
  if (!p.take("**") || !p.parameter(style)) {
    p.pos = pos;
    return;
  }
  const equals = p.take("=");
  if (equals) p.failAt(equals, "keywordRestDefault");
  if (p.take(",")) {
    const token = p.takeAny("*", "**", "/");
    const parameter = token ? null : p.parameter(style);
    const after = token ?? parameter;
    if (after) p.failAt(after, "afterKeywordRest");
  }
  p.pos = pos;
}
