import type { Expr, MatchClass, MatchMapping, MatchSequence, Pattern, Span } from "../../syntax/ast.ts";
import { constantRepr } from "../constant-repr.ts";
import type { Const } from "../code.ts";
import { constEquals } from "../constants/const-equality.ts";
import { emitComparison } from "./conditions.ts";
import type { Emitter } from "./emitter.ts";
import { emitBinary } from "./operators.ts";
import { patternConstant } from "./pattern-constants.ts";
import { isWildcard } from "./pattern-state.ts";
import type { PatternState } from "./pattern-state.ts";
import { movesOf } from "./stack-moves.ts";
import { subscript } from "./subscripts.ts";

export function emitSequencePattern(c: Emitter, p: MatchSequence, state: PatternState): void {
  const { span, patterns } = p;
  const stars = patterns.flatMap((sub, i) => (sub.type === "MatchStar" ? [i] : []));
  if (stars.length > 1) throw c.error("multiple starred names in sequence pattern", span);
  const star = stars[0] ?? -1;
  const starPattern = patterns[star];
  const isStarWildcard = starPattern?.type === "MatchStar" && starPattern.name === null;
  const isOnlyWildcards = patterns.every((sub, i) => (i === star ? isStarWildcard : isWildcard(sub)));
  state.onTop++;
  c.op(c.at(span), "MATCH_SEQUENCE");
  state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  if (star < 0 || patterns.length > 1) {
    c.op(c.at(span), "GET_LEN");
    c.loadInt(c.at(span), star < 0 ? patterns.length : patterns.length - 1);
    emitComparison(c, c.at(span), star < 0 ? "Eq" : "GtE");
    state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  }
  state.onTop--;
  if (isOnlyWildcards) c.op(c.at(span), "POP_TOP");
  else if (isStarWildcard) emitItemsBySubscript(c, p, star, state);
  else emitItemsByUnpacking(c, p, star, state);
}

function emitItemsByUnpacking(c: Emitter, p: MatchSequence, star: number, state: PatternState): void {
  const { span, patterns } = p;
  const after = patterns.length - star - 1;
  if (star >= 1 << 8 || after >= 1 << 23) throw c.error("too many expressions in star-unpacking sequence pattern", span);
  if (star < 0) c.op(c.at(span), "UNPACK_SEQUENCE", patterns.length);
  else c.op(c.at(span), "UNPACK_EX", star + (after << 8));
  state.onTop += patterns.length;
  for (const sub of patterns) {
    state.onTop--;
    state.subpattern(c, sub);
  }
}

/** `[first, *_, last]`: only the items that are looked at are taken out. */
function emitItemsBySubscript(c: Emitter, p: MatchSequence, star: number, state: PatternState): void {
  const { span, patterns } = p;
  state.onTop++;
  patterns.forEach((sub, i) => {
    if (isWildcard(sub) || i === star) return;
    movesOf(c).duplicate(c, c.at(span));
    if (i < star) {
      c.loadInt(c.at(span), i);
    } else {
      // The subject need not take negative indices.
      c.op(c.at(span), "GET_LEN");
      c.loadInt(c.at(span), patterns.length - i);
      emitBinary(c, c.at(span), "Sub");
    }
    subscript(c, c.at(span));
    state.subpattern(c, sub);
  });
  state.onTop--;
  c.op(c.at(span), "POP_TOP");
}

export function emitClassPattern(c: Emitter, p: MatchClass, state: PatternState): void {
  const { span, patterns, kwdAttrs, kwdPatterns } = p;
  kwdAttrs.forEach((attr, i) => {
    const again = kwdAttrs.indexOf(attr, i + 1);
    if (again >= 0) throw c.error(`attribute name repeated in class pattern: ${attr}`, kwdPatterns[again]?.span ?? span);
  });
  c.visit(p.cls);
  c.loadConst(c.at(span), { kind: "tuple", items: kwdAttrs.map((value) => ({ kind: "str", value, interned: true })) });
  c.op(c.at(span), "MATCH_CLASS", patterns.length);
  const all = [...patterns, ...kwdPatterns];
  if (c.recipes.matchResult === "bool") return matchAttributes(c, span, all, state);
  failIfNone(c, span, state, 1);
  c.op(c.at(span), "UNPACK_SEQUENCE", all.length);
  state.onTop += all.length - 1;
  for (const sub of all) {
    state.onTop--;
    if (isWildcard(sub)) c.op(c.at(span), "POP_TOP");
    else state.subpattern(c, sub);
  }
}

/** Sub-patterns against the tuple of attributes below the bool on top, which says whether there is one. */
function matchAttributes(c: Emitter, span: Span, all: readonly Pattern[], state: PatternState): void {
  state.onTop++;
  state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  matchItems(c, span, all, state);
  state.onTop--;
  c.op(c.at(span), "POP_TOP");
}

/** Matches the items of the tuple on top, which stays there. */
function matchItems(c: Emitter, span: Span, patterns: readonly Pattern[], state: PatternState): void {
  patterns.forEach((sub, i) => {
    if (isWildcard(sub)) return;
    movesOf(c).duplicate(c, c.at(span));
    c.loadInt(c.at(span), i);
    subscript(c, c.at(span));
    state.subpattern(c, sub);
  });
}

/** Fails when the answer on the stack is None; `items` were put on the stack. */
function failIfNone(c: Emitter, span: Span, state: PatternState, items: number): void {
  movesOf(c).duplicate(c, c.at(span));
  c.loadNone(c.at(span));
  c.op(c.at(span), "IS_OP", 1);
  state.onTop += items;
  state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
}

export function emitMappingPattern(c: Emitter, p: MatchMapping, state: PatternState): void {
  const { span, keys, patterns, rest } = p;
  state.onTop++;
  c.op(c.at(span), "MATCH_MAPPING");
  state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  if (keys.length === 0 && rest === null) {
    state.onTop--;
    return c.op(c.at(span), "POP_TOP");
  }
  if (keys.length > 0) {
    c.op(c.at(span), "GET_LEN");
    c.loadInt(c.at(span), keys.length);
    emitComparison(c, c.at(span), "GtE");
    state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  }
  emitKeys(c, span, keys);
  c.op(c.at(span), "BUILD_TUPLE", keys.length);
  c.op(c.at(span), "MATCH_KEYS");
  if (c.recipes.matchResult === "bool") return matchValues(c, p, state);
  failIfNone(c, span, state, 2);
  c.op(c.at(span), "UNPACK_SEQUENCE", keys.length);
  state.onTop += keys.length - 1;
  for (const sub of patterns) {
    state.onTop--;
    state.subpattern(c, sub);
  }
  state.onTop -= 2;
  if (rest !== null) return emitRest(c, span, keys.length, rest, state);
  c.op(c.at(span), "POP_TOP");
  c.op(c.at(span), "POP_TOP");
}

/** Sub-patterns against the tuple of values below the bool on top; the keys and the subject lie under it. */
function matchValues(c: Emitter, p: MatchMapping, state: PatternState): void {
  const { span, patterns, rest } = p;
  state.onTop += 2;
  state.jumpToFail(c, span, "POP_JUMP_IF_FALSE");
  matchItems(c, span, patterns, state);
  state.onTop -= 2;
  c.op(c.at(span), "POP_TOP");
  if (rest === null) {
    c.op(c.at(span), "POP_TOP");
  } else {
    c.op(c.at(span), "COPY_DICT_WITHOUT_KEYS");
    state.capture(c, span, rest);
  }
  state.onTop--;
  c.op(c.at(span), "POP_TOP");
}

function emitKeys(c: Emitter, span: Span, keys: readonly Expr[]): void {
  const seen: Const[] = [];
  for (const key of keys) {
    const value = patternConstant(c, key);
    if (value !== null) {
      if (seen.some((s) => constEquals(s, value))) throw c.error(`mapping pattern checks duplicate key (${constantRepr(value, "")})`, span);
      seen.push(value);
      c.loadConst(key.span, value);
    } else if (key.type === "Attribute") {
      c.visit(key);
    } else {
      throw c.error("mapping pattern keys may only match literals and attribute lookups", span);
    }
  }
}

/** `**rest`: a copy of the mapping without the keys that matched. */
function emitRest(c: Emitter, span: Span, size: number, rest: string, state: PatternState): void {
  c.op(c.at(span), "BUILD_MAP", 0);
  c.op(c.at(span), "SWAP", 3);
  c.op(c.at(span), "DICT_UPDATE", 2);
  c.op(c.at(span), "UNPACK_SEQUENCE", size);
  for (let n = size; n > 0; n--) {
    c.op(c.at(span), "COPY", 1 + n);
    c.op(c.at(span), "SWAP", 2);
    c.op(c.at(span), "DELETE_SUBSCR");
  }
  state.capture(c, span, rest);
}
