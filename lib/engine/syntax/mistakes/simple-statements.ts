import type { Expr } from "../ast.ts";
import { expressionName } from "../parser/cursor.ts";
import { AUGMENTED, type SimpleStatementRules } from "../parser/simple-statements.ts";

/** CPython's invalid_assignment. */
export function assignmentMistakes(p: SimpleStatementRules): void {
  const pos = p.pos;
  const display = annotatedDisplay(p);
  if (display && p.take(":") && p.expression()) p.failAt(display, "annotatedTarget", expressionName(display));
  p.pos = pos;
  const first = p.starNamedExpression();
  if (first && p.take(",")) {
    while (p.starNamedExpressions());
    if (p.take(":") && p.expression()) p.failAt(first, "annotatedTarget", "tuple");
  }
  p.pos = pos;
  const target = p.expression();
  if (target && p.take(":") && p.expression()) p.failAt(target, "illegalAnnotation");
  p.pos = pos;
  skipTargets(p);
  const mark = p.pos;
  const value = p.starExpressions();
  if (value && p.take("=")) p.failTarget("star", value);
  p.pos = mark;
  const yielded = p.yieldExpression();
  if (yielded && p.take("=")) p.failAt(yielded, "assignToYield");
  p.pos = pos;
  const augmented = p.starExpressions();
  if (augmented && AUGMENTED.has(p.kind)) {
    p.pos++;
    if (p.annotatedValue()) p.failAt(augmented, "augmentedTarget", expressionName(augmented));
  }
  p.pos = pos;
}

function skipTargets(p: SimpleStatementRules): void {
  for (;;) {
    const mark = p.pos;
    if (p.starTargets() && p.take("=")) continue;
    p.pos = mark;
    return;
  }
}

function annotatedDisplay(p: SimpleStatementRules): Expr | null {
  const value = p.list() ?? p.tuple();
  if (value) return value;
  const pos = p.pos;
  const inner = p.take("(") && annotatedDisplay(p);
  return inner && p.take(")") ? inner : p.back(pos);
}

export function assertMistakes(p: SimpleStatementRules): void {
  if (!p.knows("walrusInAssert")) return;
  const pos = p.pos;
  for (const sign of ["=", ":="]) {
    for (const message of [false, true]) {
      p.pos = pos;
      if (message && !(p.expression() && p.take(","))) continue;
      const left = p.expression();
      const right = left && p.take(sign) && p.expression();
      if (!left || !right) continue;
      if (sign === "=") p.failRange(left, right, "maybeEquals", expressionName(left));
      else p.failRange(left, right, "walrusInAssert");
    }
  }
  p.pos = pos;
}
