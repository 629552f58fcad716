import type { Expr } from "../ast.ts";
import type { Token } from "../tokens/token.ts";
import { literalNumber } from "../numbers.ts";
import { ArgumentRules } from "./arguments.ts";
import { MEMO } from "./memo.ts";

/** Names, literals, brackets, and what may follow them: attributes, calls, subscripts. */
export abstract class PrimaryRules extends ArgumentRules {
  protected primary(): Expr | null {
    const memo = this.mistakes ? this.recall(MEMO.primary) : undefined;
    if (memo) return memo.node as Expr | null;
    const pos = this.pos;
    const start = this.token;
    let value = this.atom();
    for (let longer = value; longer; ) {
      value = longer;
      const { kind } = this;
      longer = kind === "." || kind === "(" || kind === "[" ? this.trailer(start, value) : null;
    }
    return this.mistakes ? this.remember(MEMO.primary, pos, value) : value;
  }

  trailer(start: Token, value: Expr): Expr | null {
    const pos = this.pos;
    if (this.take(".")) {
      const name = this.take("NAME");
      if (!name) return this.back(pos);
      return { type: "Attribute", span: this.spanFrom(start), value, attr: this.identifier(name), ctx: "Load" };
    }
    if (this.take("[")) {
      const slice = this.slices();
      if (!slice || !this.take("]")) return this.back(pos);
      return { type: "Subscript", span: this.spanFrom(start), value, slice, ctx: "Load" };
    }
    if (!this.at("(")) return null;
    const generator = this.generatorExpression();
    if (generator) return { type: "Call", span: this.spanFrom(start), func: value, args: [generator], keywords: [] };
    this.pos++;
    const given = this.callArguments();
    if (!this.take(")")) return this.back(pos);
    return { type: "Call", span: this.spanFrom(start), func: value, args: given?.args ?? [], keywords: given?.keywords ?? [] };
  }

  atom(): Expr | null {
    const token = this.token;
    switch (token.kind) {
      case "NAME":
        this.pos++;
        return this.name(token, "Load");
      case "NUMBER":
        this.pos++;
        return this.number(token);
      case "STRING":
      case "FSTRING_START":
      case "TSTRING_START":
        return this.strings();
      case "(":
      case "[":
      case "{":
        return this.bracketAtom(token);
      default:
        return this.constantAtom(token);
    }
  }

  /** True, False, None and `...`. */
  constantAtom(token: Token): Expr | null {
    const value = CONSTANTS.get(token.kind);
    if (!value) return null;
    this.pos++;
    return { type: "Constant", span: this.spanOf(token), value };
  }

  number(token: Token): Expr {
    const { text, line } = token;
    const value = literalNumber(text, this.maxDigits);
    if (value) return { type: "Constant", span: this.spanOf(token), value };
    throw this.source.error("SyntaxError", this.text("tooManyDigits", text.replaceAll("_", "").length, this.maxDigits) ?? "", line, -1, line, -1);
  }

  /** Tried in CPython's order, which decides which mistake is named. */
  private bracketAtom(token: Token): Expr | null {
    const comprehensionFirst = this.knows("rule.comprehensionFirst");
    if (token.kind === "(") {
      if (comprehensionFirst) return this.generatorExpression() ?? this.tuple() ?? this.group();
      return this.tuple() ?? this.group() ?? this.generatorExpression();
    }
    if (token.kind === "[") return comprehensionFirst ? (this.listComprehension() ?? this.list()) : (this.list() ?? this.listComprehension());
    if (comprehensionFirst) return this.dictComprehension() ?? this.setComprehension() ?? this.dict() ?? this.set();
    return this.dict() ?? this.set() ?? this.dictComprehension() ?? this.setComprehension();
  }

  private group(): Expr | null {
    const pos = this.pos;
    this.pos++;
    const value = this.yieldExpression() ?? this.namedExpression();
    if (value && this.take(")")) return value;
    this.pos = pos;
    this.mistakes?.groupMistake(this);
    return this.back(pos);
  }

  slices(): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const first = this.slice();
    if (first && !this.at(",")) return first;
    this.pos = pos;
    const elts: Expr[] = [];
    for (;;) {
      const mark = this.pos;
      if (elts.length > 0 && !this.take(",")) break;
      const elt = this.slice() ?? (this.profile.syntax.starInSubscript ? this.starredExpression() : null);
      if (!elt) {
        this.pos = mark;
        break;
      }
      elts.push(elt);
    }
    if (elts.length === 0) return null;
    this.take(",");
    return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Load" };
  }

  private slice(): Expr | null {
    const pos = this.pos;
    const start = this.token;
    const lower = this.at(":") ? null : this.expression();
    if (!this.take(":")) {
      this.pos = pos;
      return this.namedExpression();
    }
    const upper = this.expression();
    const step = this.take(":") && this.expression();
    return { type: "Slice", span: this.spanFrom(start), lower, upper, step };
  }
}

const CONSTANTS = new Map([
  ["None", { kind: "none" }],
  ["True", { kind: "bool", value: true }],
  ["False", { kind: "bool", value: false }],
  ["...", { kind: "ellipsis" }],
] as const) as ReadonlyMap<string, { kind: "none" } | { kind: "ellipsis" } | { kind: "bool"; value: boolean }>;
