// Patterns of `case` (PEP 634), apart from the other rules: few programs have any.
import type { Expr, Pattern } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { MEMO } from "./memo.ts";
import type { TypeParameterRules as Rules } from "./type-parameters.ts";

interface KeyPattern {
  readonly key: Expr;
  readonly pattern: Pattern;
}

interface KeywordPattern {
  readonly name: string;
  readonly pattern: Pattern;
}

/** The whole pattern of a case: commas without brackets make a sequence. */
export function patterns(p: Rules): Pattern | null {
  const start = p.token;
  const open = openSequence(p);
  if (open) return { type: "MatchSequence", span: p.spanFrom(start), patterns: open };
  return pattern(p);
}

export function pattern(p: Rules): Pattern | null {
  p.enter(2);
  const pos = p.pos;
  const start = p.token;
  let found = orPattern(p);
  if (found && p.at("as")) {
    const mark = p.pos++;
    const name = captureTarget(p);
    if (name) found = { type: "MatchAs", span: p.spanFrom(start), pattern: found, name: p.identifier(name) };
    else {
      p.mistakes?.asMistakes(p, mark);
      p.pos = mark;
    }
  }
  p.leave(2);
  return found ?? p.back(pos);
}

function orPattern(p: Rules): Pattern | null {
  const start = p.token;
  const first = closedPattern(p);
  if (!first || !p.at("|")) return first;
  const patterns = [first];
  for (;;) {
    const pos = p.pos;
    const pattern = p.take("|") && closedPattern(p);
    if (!pattern) {
      p.pos = pos;
      break;
    }
    patterns.push(pattern);
  }
  return patterns.length === 1 ? first : { type: "MatchOr", span: p.spanFrom(start), patterns };
}

function closedPattern(p: Rules): Pattern | null {
  return p.memo(MEMO.closedPattern, () => {
    const token = p.token;
    switch (token.kind) {
      case "NAME":
        return namePattern(p, token);
      case "(":
        return groupPattern(p, token);
      case "[":
        return listPattern(p, token);
      case "{":
        return mappingPattern(p, token);
      default:
        return literalPattern(p, token);
    }
  });
}

function literalPattern(p: Rules, start: Token): Pattern | null {
  if (start.kind === "None" || start.kind === "True" || start.kind === "False") {
    const constant = p.constantAtom(start);
    return constant?.type === "Constant" ? { type: "MatchSingleton", span: constant.span, value: constant.value } : null;
  }
  const value = literalValue(p);
  return value && { type: "MatchValue", span: p.spanFrom(start), value };
}

function literalValue(p: Rules): Expr | null {
  const pos = p.pos;
  const number = signedNumber(p);
  if (number && !p.at("+") && !p.at("-")) return number;
  p.pos = pos;
  return complexNumber(p) ?? p.strings();
}

function signedNumber(p: Rules): Expr | null {
  const pos = p.pos;
  const sign = p.knows("rule.plusInPatterns") ? p.takeAny("+", "-") : p.take("-");
  const token = p.take("NUMBER");
  if (!token) return p.back(pos);
  const operand = p.number(token);
  if (sign?.kind !== "-") return operand;
  return { type: "UnaryOp", span: p.spanFrom(sign), op: "USub", operand };
}

function complexNumber(p: Rules): Expr | null {
  const pos = p.pos;
  const start = p.token;
  const left = signedNumber(p);
  if (!left) return null;
  const real = left.type === "UnaryOp" ? left.operand : left;
  if (isComplex(real)) p.failAt(real, "realRequired");
  const sign = p.takeAny("+", "-");
  const token = sign && p.take("NUMBER");
  if (!sign || !token) return p.back(pos);
  const right = p.number(token);
  if (!isComplex(right)) p.failAt(right, "imaginaryRequired");
  return { type: "BinOp", span: p.spanFrom(start), left, op: sign.kind === "+" ? "Add" : "Sub", right };
}

export function captureTarget(p: Rules): Token | null {
  const pos = p.pos;
  const name = p.take("NAME");
  if (!name || name.text === "_" || p.at(".") || p.at("(") || p.at("=")) return p.back(pos);
  return name;
}

function namePattern(p: Rules, token: Token): Pattern | null {
  const capture = captureTarget(p);
  if (capture) return { type: "MatchAs", span: p.spanOf(capture), pattern: null, name: p.identifier(capture) };
  if (p.takeSoft("_")) return { type: "MatchAs", span: p.spanOf(token), pattern: null, name: null };
  const pos = p.pos;
  const value = dottedName(p);
  if (value.type === "Attribute" && !p.at(".") && !p.at("(") && !p.at("=")) {
    return { type: "MatchValue", span: p.spanFrom(token), value };
  }
  p.pos = pos;
  return classPattern(p, token);
}

/** `a.b.c`; the token is a name. */
export function dottedName(p: Rules): Expr {
  const start = p.next();
  let value: Expr = p.name(start, "Load");
  for (;;) {
    const pos = p.pos;
    const name = p.take(".") && p.take("NAME");
    if (!name) {
      p.pos = pos;
      return value;
    }
    value = { type: "Attribute", span: p.spanFrom(start), value, attr: p.identifier(name), ctx: "Load" };
  }
}

function groupPattern(p: Rules, start: Token): Pattern | null {
  const pos = p.pos++;
  const inner = pattern(p);
  if (inner && p.take(")")) return inner;
  p.pos = pos + 1;
  const patterns = openSequence(p) ?? [];
  if (!p.take(")")) return p.back(pos);
  return { type: "MatchSequence", span: p.spanFrom(start), patterns };
}

function listPattern(p: Rules, start: Token): Pattern | null {
  const pos = p.pos++;
  const patterns = patternItems(p);
  if (!p.take("]")) return p.back(pos);
  return { type: "MatchSequence", span: p.spanFrom(start), patterns };
}

function openSequence(p: Rules): Pattern[] | null {
  const pos = p.pos;
  const first = maybeStarPattern(p);
  if (!first || !p.take(",")) return p.back(pos);
  return [first, ...patternItems(p)];
}

function patternItems(p: Rules): Pattern[] {
  const items = p.separated(() => maybeStarPattern(p));
  if (items.length > 0) p.take(",");
  return items;
}

function maybeStarPattern(p: Rules): Pattern | null {
  const star = p.take("*");
  if (!star) return pattern(p);
  const name = captureTarget(p);
  if (name) return { type: "MatchStar", span: p.spanFrom(star), name: p.identifier(name) };
  if (p.takeSoft("_")) return { type: "MatchStar", span: p.spanFrom(star), name: null };
  return p.back(p.pos - 1);
}

function mappingPattern(p: Rules, start: Token): Pattern | null {
  const pos = p.pos++;
  const items = p.separated(() => keyPattern(p));
  const mark = p.pos;
  const rest = (items.length === 0 || p.take(",")) && p.take("**") && captureTarget(p);
  if (!rest) p.pos = mark;
  if (rest || items.length > 0) p.take(",");
  if (!p.take("}")) {
    p.pos = pos;
    p.mistakes?.mappingMistake(p);
    return p.back(pos);
  }
  const keys = items.map((item) => item.key);
  const patterns = items.map((item) => item.pattern);
  return { type: "MatchMapping", span: p.spanFrom(start), keys, patterns, rest: rest ? p.identifier(rest) : null };
}

export function keyPattern(p: Rules): KeyPattern | null {
  const pos = p.pos;
  const key = patternKey(p);
  const value = key && p.take(":") && pattern(p);
  return key && value ? { key, pattern: value } : p.back(pos);
}

function patternKey(p: Rules): Expr | null {
  const pos = p.pos;
  if (p.at("NAME")) {
    const value = dottedName(p);
    return value.type === "Attribute" ? value : p.back(pos);
  }
  return p.at("...") ? null : (literalValue(p) ?? p.constantAtom(p.token));
}

function classPattern(p: Rules, start: Token): Pattern | null {
  const pos = p.pos;
  const cls = dottedName(p);
  if (!p.take("(")) return p.back(pos);
  const patterns = p.separated(() => pattern(p));
  const mark = p.pos;
  const keywords = patterns.length === 0 || p.take(",") ? p.separated(() => keywordPattern(p)) : [];
  if (keywords.length === 0) p.pos = mark;
  if (patterns.length > 0 || keywords.length > 0) p.take(",");
  if (!p.take(")")) {
    p.pos = pos;
    p.mistakes?.classMistake(p);
    return p.back(pos);
  }
  const kwdAttrs = keywords.map((keyword) => keyword.name);
  return { type: "MatchClass", span: p.spanFrom(start), cls, patterns, kwdAttrs, kwdPatterns: keywords.map((keyword) => keyword.pattern) };
}

export function keywordPattern(p: Rules): KeywordPattern | null {
  const pos = p.pos;
  const name = p.take("NAME");
  const value = name && p.take("=") && pattern(p);
  return name && value ? { name: p.identifier(name), pattern: value } : p.back(pos);
}

function isComplex(node: Expr): boolean {
  return node.type === "Constant" && node.value.kind === "complex";
}
