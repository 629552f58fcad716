import type { Pattern } from "../ast.ts";
import { expressionName } from "../parser/cursor.ts";
import { captureTarget, dottedName, keyPattern, keywordPattern, pattern } from "../parser/patterns.ts";
import type { TypeParameterRules as Rules } from "../parser/type-parameters.ts";

export function asMistakes(p: Rules, mark: number): void {
  p.pos = mark + 1;
  const underscore = p.takeSoft("_");
  if (underscore) p.failAt(underscore, "underscoreTarget");
  if (p.knows("rule.patternTargetIsExpression")) {
    const target = p.expression();
    if (target) p.failAt(target, "patternTarget", expressionName(target));
  } else if (!p.take("NAME")) {
    const target = p.expression();
    if (target) p.failAt(target, "patternTarget", expressionName(target));
  }
}

/** `{**rest, "k": v}`. */
export function mappingMistake(p: Rules): void {
  p.pos++;
  const pos = p.pos;
  if (!(p.separated(() => keyPattern(p)).length > 0 && p.take(","))) p.pos = pos;
  const rest = p.take("**") && captureTarget(p);
  if (!rest || !p.take(",") || p.separated(() => keyPattern(p)).length === 0) return;
  p.take(",");
  if (p.take("}")) p.failAt(rest, "doubleStarPatternLast");
}

/** `C(x=1, 2)`. */
export function classMistake(p: Rules): void {
  dottedName(p);
  if (!p.take("(")) return;
  const pos = p.pos;
  if (!(p.separated(() => pattern(p)).length > 0 && p.take(","))) p.pos = pos;
  if (p.separated(() => keywordPattern(p)).length === 0 || !p.take(",")) return;
  const after = p.separated(() => pattern(p));
  const [first] = after;
  if (first) p.failRange(first, after.at(-1) as Pattern, "positionalAfterKeywordPattern");
}
