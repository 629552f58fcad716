import { NOT, SHIFT, SUM, TERM, FACTOR, type OperatorRules } from "../parser/operators.ts";

/** `a + not b`, `-not a` (CPython's invalid_arithmetic, invalid_factor). */
export function notAfterOperator(p: OperatorRules, level: number): void {
  const start = p.pos;
  if (level <= SHIFT && p.operators(SUM)) refuseNot(p, ["+", "-", "*", "/", "%", "//", "@"], NOT);
  p.pos = start;
  if (level <= TERM) refuseNot(p, ["+", "-", "~"], FACTOR);
  p.pos = start;
}

function refuseNot(p: OperatorRules, signs: readonly string[], level: number): void {
  const not = p.takeAny(...signs) && p.take("not");
  const value = not && p.operators(level);
  if (not && value) p.failRange(not, value, "notAfterOperator");
}
