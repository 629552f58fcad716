import type { Pattern } from "../ast.ts";
import { expressionName } from "../parser/cursor.ts";
import type { PatternRules } from "../parser/patterns.ts";

export function asMistakes(p: PatternRules, mark: number): void {
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
export function mappingMistake(p: PatternRules): void {
  p.pos++;
  const pos = p.pos;
  if (!(p.separated(() => p.keyPattern()).length > 0 && p.take(","))) p.pos = pos;
  const rest = p.take("**") && p.captureTarget();
  if (!rest || !p.take(",") || p.separated(() => p.keyPattern()).length === 0) return;
  p.take(",");
  if (p.take("}")) p.failAt(rest, "doubleStarPatternLast");
}

/** `C(x=1, 2)`. */
export function classMistake(p: PatternRules): void {
  p.dottedName();
  if (!p.take("(")) return;
  const pos = p.pos;
  if (!(p.separated(() => p.pattern()).length > 0 && p.take(","))) p.pos = pos;
  if (p.separated(() => p.keywordPattern()).length === 0 || !p.take(",")) return;
  const after = p.separated(() => p.pattern());
  const [first] = after;
  if (first) p.failRange(first, after.at(-1) as Pattern, "positionalAfterKeywordPattern");
}
