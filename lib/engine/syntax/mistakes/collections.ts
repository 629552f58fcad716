
import type { CollectionRules } from "../parser/collections.ts";
import { starredMistakes } from "./arguments.ts";

export function sequenceItemMistakes(p: CollectionRules): void {
  if (!p.knows("dictUnpackingHere")) return;
  const pos = p.pos;
  const stars = p.take("**");
  if (stars && p.bitwiseOr()) p.failAt(stars, "dictUnpackingHere");
  p.pos = pos;
  if (p.at("*")) starredMistakes(p);
}

/** CPython's invalid_for_if_clause and invalid_for_target. */
export function forMistakes(p: CollectionRules): void {
  const pos = p.pos;
  p.take("async");
  if (p.take("for") && p.knows("inAfterForVariables")) {
    const found = p.separated(() => p.bitwiseOr());
    if (found.length > 0) {
      p.take(",");
      if (!p.at("in")) p.failLast("SyntaxError", "inAfterForVariables");
    }
  }
  p.pos = pos;
  forTargetMistake(p);
}

/** `for f() in x`, in a statement as in a comprehension. */
export function forTargetMistake(p: CollectionRules): void {
  const pos = p.pos;
  p.take("async");
  const target = p.take("for") && p.starExpressions();
  if (target) p.failTarget("for", target);
  p.pos = pos;
}

export function comprehensionMistakes(p: CollectionRules): void {
  const pos = p.pos;
  const open = p.next();
  comprehensionUnpacking(p, open.kind);
  p.pos = pos + 1;
  if (open.kind !== "(") {
    const first = p.starNamedExpression();
    const comma = first && p.take(",");
    if (first && comma) {
      const mark = p.pos;
      const last = p.starNamedExpressions()?.at(-1);
      if (last && p.forIfClauses()) p.failRange(first, last, "comprehensionTarget");
      p.pos = mark;
      if (p.forIfClauses()) p.failRange(first, comma, "comprehensionTarget");
    }
  }
  p.pos = pos;
}

function comprehensionUnpacking(p: CollectionRules, open: string): void {
  if (p.profile.syntax.unpackingInComprehensions) {
    const stars = open === "{" ? null : p.take("**");
    const value = stars && p.expression();
    const id = open === "[" ? "dictUnpackingInList" : "dictUnpackingInGenerator";
    if (stars && value && p.forIfClauses()) p.failRange(stars, value, id);
    return;
  }
  const starred = p.starredExpression();
  if (starred && p.forIfClauses()) p.failAt(starred, "iterableUnpackingInComprehension");
}
