import type { PrimaryRules } from "../parser/primaries.ts";

export function groupMistake(p: PrimaryRules): void {
  p.pos++;
  const pos = p.pos;
  const starred = p.starredExpression();
  if (starred && p.take(")")) p.failAt(starred, "starredHere");
  p.pos = pos;
  const stars = p.take("**");
  if (stars && p.expression() && p.take(")")) p.failAt(stars, "doubleStarredHere");
}
