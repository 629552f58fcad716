import type { Match, MatchAs, MatchCase, MatchOr, MatchValue, Pattern } from "../../syntax/ast.ts";
import { emitComparison, jumpIf, toBool } from "./conditions.ts";
import type { Emitter } from "./emitter.ts";
import { emitName } from "./names.ts";
import { patternConstant } from "./pattern-constants.ts";
import { emitClassPattern, emitMappingPattern, emitSequencePattern } from "./pattern-parts.ts";
import { isWildcard, PatternState, repeatedName } from "./pattern-state.ts";
import { movesOf } from "./stack-moves.ts";
import { NEXT_LOCATION, NO_LOCATION } from "./unit.ts";

/** `match` (PEP 634). Captured names are bound when the whole pattern has matched. */
export function emitMatch(c: Emitter, s: Match): void {
  c.visit(s.subject);
  const end = c.label();
  const last = s.cases[s.cases.length - 1];
  const hasDefault = last !== undefined && isWildcard(last.pattern) && s.cases.length > 1;
  const tested = hasDefault ? s.cases.slice(0, -1) : s.cases;
  tested.forEach((matchCase, i) => {
    const state = new PatternState(emitPattern);
    // An irrefutable pattern must be guarded or last.
    state.allowIrrefutable = matchCase.guard !== null || i === s.cases.length - 1;
    emitCase(c, matchCase, state, i !== tested.length - 1);
    c.jump(NO_LOCATION, "JUMP", end);
    c.goTo(matchCase.pattern.span);
    state.placeFailures(c, matchCase.pattern.span);
  });
  if (hasDefault) {
    // A last `case _` tests nothing; the NOP gives its line.
    c.goTo(last.pattern.span);
    c.op(last.pattern.span, "NOP");
    if (last.guard !== null) jumpIf(c, last.pattern.span, last.guard, end, false);
    c.stmts(last.body);
    c.goTo(NO_LOCATION);
  }
  c.place(end);
}

function emitCase(c: Emitter, matchCase: MatchCase, state: PatternState, isCopied: boolean): void {
  const { pattern, guard } = matchCase;
  c.goTo(pattern.span);
  if (isCopied) movesOf(c).duplicate(c, pattern.span);
  state.emit(c, pattern);
  for (const name of state.stores) emitName(c, c.at(pattern.span), name, "Store");
  state.stores = [];
  if (guard !== null) jumpIf(c, pattern.span, guard, state.failLabel(c, 0), false);
  if (isCopied) c.op(c.at(c.recipes.dropsSubjectAt === "next" ? NEXT_LOCATION : pattern.span), "POP_TOP");
  c.stmts(matchCase.body);
}

function emitPattern(c: Emitter, p: Pattern, state: PatternState): void {
  c.goTo(p.span);
  switch (p.type) {
    case "MatchValue":
      return emitValue(c, p, state);
    case "MatchSingleton":
      c.loadLiteral(p.span, p.value);
      emitComparison(c, p.span, "Is");
      return state.jumpToFail(c, p.span, "POP_JUMP_IF_FALSE");
    case "MatchSequence":
      return emitSequencePattern(c, p, state);
    case "MatchMapping":
      return emitMappingPattern(c, p, state);
    case "MatchClass":
      return emitClassPattern(c, p, state);
    case "MatchStar":
      return state.capture(c, p.span, p.name);
    case "MatchAs":
      return emitAs(c, p, state);
    case "MatchOr":
      return emitOr(c, p, state);
  }
}

function emitValue(c: Emitter, p: MatchValue, state: PatternState): void {
  const constant = patternConstant(c, p.value);
  if (constant !== null) c.loadConst(p.value.span, constant);
  else if (p.value.type === "Attribute") c.visit(p.value);
  else throw c.error("patterns may only match literals and attribute lookups", p.span);
  emitComparison(c, p.span, "Eq");
  toBool(c, p.span);
  state.jumpToFail(c, p.span, "POP_JUMP_IF_FALSE");
}

function emitAs(c: Emitter, p: MatchAs, state: PatternState): void {
  if (p.pattern !== null) {
    state.onTop++;
    movesOf(c).duplicate(c, p.span);
    state.emit(c, p.pattern);
    state.onTop--;
  } else if (!state.allowIrrefutable) {
    const what = p.name === null ? "wildcard" : `name capture '${p.name}'`;
    throw c.error(`${what} makes remaining patterns unreachable`, p.span);
  }
  state.capture(c, p.span, p.name);
}

/** Every alternative must bind the same names; their values are put in the order of the first one. */
function emitOr(c: Emitter, p: MatchOr, outer: PatternState): void {
  const end = c.label();
  let control: string[] | null = null;
  p.patterns.forEach((alternative, i) => {
    const state = new PatternState(emitPattern);
    state.allowIrrefutable = i === p.patterns.length - 1 && outer.allowIrrefutable;
    c.goTo(alternative.span);
    movesOf(c).duplicate(c, alternative.span);
    state.emit(c, alternative);
    if (control === null) control = state.stores;
    else reorder(c, p, alternative, state.stores, control);
    c.jump(c.at(alternative.span), "JUMP", end);
    state.placeFailures(c, alternative.span);
  });
  c.op(c.at(p.span), "POP_TOP");
  outer.jumpToFail(c, p.span, "JUMP");
  c.place(end);
  const names: readonly string[] = control ?? [];
  // The values lie above a copy of the subject and whatever was there before: each goes down to its place.
  const depth = names.length + 1 + outer.onTop + outer.stores.length;
  for (const name of names) {
    movesOf(c).sink(c, c.at(p.span), depth);
    if (outer.stores.includes(name)) throw repeatedName(c, p.span, name);
    outer.stores.push(name);
  }
  c.op(c.at(p.span), "POP_TOP");
}

function reorder(c: Emitter, p: MatchOr, alternative: Pattern, stores: string[], control: readonly string[]): void {
  const different = (): ReturnType<Emitter["error"]> => c.error("alternative patterns bind different names", p.span);
  if (stores.length !== control.length) throw different();
  for (let wanted = control.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted] ?? "");
    if (found < 0) throw different();
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let n = 0; n <= found; n++) movesOf(c).sink(c, c.at(alternative.span), wanted + 1);
  }
}
