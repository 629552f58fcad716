import type { Expr, Pattern } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { MEMO } from "./memo.ts";
import { TypeParameterRules } from "./type-parameters.ts";

interface KeyPattern {
  readonly key: Expr;
  readonly pattern: Pattern;
}

interface KeywordPattern {
  readonly name: string;
  readonly pattern: Pattern;
}

/** Patterns of `case` (PEP 634). */
export abstract class PatternRules extends TypeParameterRules {
  /** The whole pattern of a case: commas without brackets make a sequence. */
  patterns(): Pattern | null {
    const start = this.token;
    const open = this.openSequence();
    if (open) return { type: "MatchSequence", span: this.spanFrom(start), patterns: open };
    return this.pattern();
  }

  pattern(): Pattern | null {
    this.enter(2);
    const pos = this.pos;
    const start = this.token;
    let pattern = this.orPattern();
    if (pattern && this.at("as")) {
      const mark = this.pos++;
      const name = this.captureTarget();
      if (name) pattern = { type: "MatchAs", span: this.spanFrom(start), pattern, name: this.identifier(name) };
      else {
        this.mistakes?.asMistakes(this, mark);
        this.pos = mark;
      }
    }
    this.leave(2);
    return pattern ?? this.back(pos);
  }

  private orPattern(): Pattern | null {
    const start = this.token;
    const first = this.closedPattern();
    if (!first || !this.at("|")) return first;
    const patterns = [first];
    for (;;) {
      const pos = this.pos;
      const pattern = this.take("|") && this.closedPattern();
      if (!pattern) {
        this.pos = pos;
        break;
      }
      patterns.push(pattern);
    }
    return patterns.length === 1 ? first : { type: "MatchOr", span: this.spanFrom(start), patterns };
  }

  private closedPattern(): Pattern | null {
    return this.memo(MEMO.closedPattern, () => {
      const token = this.token;
      switch (token.kind) {
        case "NAME":
          return this.namePattern(token);
        case "(":
          return this.groupPattern(token);
        case "[":
          return this.listPattern(token);
        case "{":
          return this.mappingPattern(token);
        default:
          return this.literalPattern(token);
      }
    });
  }

  private literalPattern(start: Token): Pattern | null {
    if (start.kind === "None" || start.kind === "True" || start.kind === "False") {
      const constant = this.constantAtom(start);
      return constant?.type === "Constant" ? { type: "MatchSingleton", span: constant.span, value: constant.value } : null;
    }
    const value = this.literalValue();
    return value && { type: "MatchValue", span: this.spanFrom(start), value };
  }

  private literalValue(): Expr | null {
    const pos = this.pos;
    const number = this.signedNumber();
    if (number && !this.at("+") && !this.at("-")) return number;
    this.pos = pos;
    return this.complexNumber() ?? this.strings();
  }

  private signedNumber(): Expr | null {
    const pos = this.pos;
    const sign = this.knows("rule.plusInPatterns") ? this.takeAny("+", "-") : this.take("-");
    const token = this.take("NUMBER");
    if (!token) return this.back(pos);
    const operand = this.number(token);
    if (sign?.kind !== "-") return operand;
    return { type: "UnaryOp", span: this.spanFrom(sign), op: "USub", operand };
  }

  private complexNumber(): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const left = this.signedNumber();
    if (!left) return null;
    const real = left.type === "UnaryOp" ? left.operand : left;
    if (isComplex(real)) this.failAt(real, "realRequired");
    const sign = this.takeAny("+", "-");
    const token = sign && this.take("NUMBER");
    if (!sign || !token) return this.back(pos);
    const right = this.number(token);
    if (!isComplex(right)) this.failAt(right, "imaginaryRequired");
    return { type: "BinOp", span: this.spanFrom(start), left, op: sign.kind === "+" ? "Add" : "Sub", right };
  }

  captureTarget(): Token | null {
    const pos = this.pos;
    const name = this.take("NAME");
    if (!name || name.text === "_" || this.at(".") || this.at("(") || this.at("=")) return this.back(pos);
    return name;
  }

  private namePattern(token: Token): Pattern | null {
    const capture = this.captureTarget();
    if (capture) return { type: "MatchAs", span: this.spanOf(capture), pattern: null, name: this.identifier(capture) };
    if (this.takeSoft("_")) return { type: "MatchAs", span: this.spanOf(token), pattern: null, name: null };
    const pos = this.pos;
    const value = this.dottedName();
    if (value.type === "Attribute" && !this.at(".") && !this.at("(") && !this.at("=")) {
      return { type: "MatchValue", span: this.spanFrom(token), value };
    }
    this.pos = pos;
    return this.classPattern(token);
  }

  /** `a.b.c`; the token is a name. */
  dottedName(): Expr {
    const start = this.next();
    let value: Expr = this.name(start, "Load");
    for (;;) {
      const pos = this.pos;
      const name = this.take(".") && this.take("NAME");
      if (!name) {
        this.pos = pos;
        return value;
      }
      value = { type: "Attribute", span: this.spanFrom(start), value, attr: this.identifier(name), ctx: "Load" };
    }
  }

  private groupPattern(start: Token): Pattern | null {
    const pos = this.pos++;
    const inner = this.pattern();
    if (inner && this.take(")")) return inner;
    this.pos = pos + 1;
    const patterns = this.openSequence() ?? [];
    if (!this.take(")")) return this.back(pos);
    return { type: "MatchSequence", span: this.spanFrom(start), patterns };
  }

  private listPattern(start: Token): Pattern | null {
    const pos = this.pos++;
    const patterns = this.patternItems();
    if (!this.take("]")) return this.back(pos);
    return { type: "MatchSequence", span: this.spanFrom(start), patterns };
  }

  private openSequence(): Pattern[] | null {
    const pos = this.pos;
    const first = this.maybeStarPattern();
    if (!first || !this.take(",")) return this.back(pos);
    return [first, ...this.patternItems()];
  }

  private patternItems(): Pattern[] {
    const items = this.separated(() => this.maybeStarPattern());
    if (items.length > 0) this.take(",");
    return items;
  }

  private maybeStarPattern(): Pattern | null {
    const star = this.take("*");
    if (!star) return this.pattern();
    const name = this.captureTarget();
    if (name) return { type: "MatchStar", span: this.spanFrom(star), name: this.identifier(name) };
    if (this.takeSoft("_")) return { type: "MatchStar", span: this.spanFrom(star), name: null };
    return this.back(this.pos - 1);
  }

  private mappingPattern(start: Token): Pattern | null {
    const pos = this.pos++;
    const items = this.separated(() => this.keyPattern());
    const mark = this.pos;
    const rest = (items.length === 0 || this.take(",")) && this.take("**") && this.captureTarget();
    if (!rest) this.pos = mark;
    if (rest || items.length > 0) this.take(",");
    if (!this.take("}")) {
      this.pos = pos;
      this.mistakes?.mappingMistake(this);
      return this.back(pos);
    }
    const keys = items.map((item) => item.key);
    const patterns = items.map((item) => item.pattern);
    return { type: "MatchMapping", span: this.spanFrom(start), keys, patterns, rest: rest ? this.identifier(rest) : null };
  }

  keyPattern(): KeyPattern | null {
    const pos = this.pos;
    const key = this.patternKey();
    const pattern = key && this.take(":") && this.pattern();
    return key && pattern ? { key, pattern } : this.back(pos);
  }

  private patternKey(): Expr | null {
    const pos = this.pos;
    if (this.at("NAME")) {
      const value = this.dottedName();
      return value.type === "Attribute" ? value : this.back(pos);
    }
    return this.at("...") ? null : (this.literalValue() ?? this.constantAtom(this.token));
  }

  private classPattern(start: Token): Pattern | null {
    const pos = this.pos;
    const cls = this.dottedName();
    if (!this.take("(")) return this.back(pos);
    const patterns = this.separated(() => this.pattern());
    const mark = this.pos;
    const keywords = patterns.length === 0 || this.take(",") ? this.separated(() => this.keywordPattern()) : [];
    if (keywords.length === 0) this.pos = mark;
    if (patterns.length > 0 || keywords.length > 0) this.take(",");
    if (!this.take(")")) {
      this.pos = pos;
      this.mistakes?.classMistake(this);
      return this.back(pos);
    }
    const kwdAttrs = keywords.map((keyword) => keyword.name);
    return { type: "MatchClass", span: this.spanFrom(start), cls, patterns, kwdAttrs, kwdPatterns: keywords.map((keyword) => keyword.pattern) };
  }

  keywordPattern(): KeywordPattern | null {
    const pos = this.pos;
    const name = this.take("NAME");
    const pattern = name && this.take("=") && this.pattern();
    return name && pattern ? { name: this.identifier(name), pattern } : this.back(pos);
  }
}

function isComplex(node: Expr): boolean {
  return node.type === "Constant" && node.value.kind === "complex";
}
