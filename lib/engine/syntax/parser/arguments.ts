import type { Expr, Keyword } from "../ast.ts";
import { CollectionRules } from "./collections.ts";
import type { Args } from "./cursor.ts";
import { MEMO } from "./memo.ts";

type KeywordOrStarred = Keyword | Expr;

function isKeyword(item: KeywordOrStarred): item is Keyword {
  return !("type" in item);
}

/** What stands between the parentheses of a call or a class statement. */
export abstract class ArgumentRules extends CollectionRules {
  callArguments(): Args | null {
    const memo = this.recall(MEMO.callArguments);
    if (memo) return memo.node as Args | null;
    const pos = this.pos;
    let args = this.args();
    if (args) this.take(",");
    if (!args || !this.at(")")) {
      this.pos = pos;
      if (this.diagnosing) this.argumentMistakes(pos);
      args = this.back(pos);
    }
    return this.remember(MEMO.callArguments, pos, args);
  }

  args(): Args | null {
    const start = this.token;
    const positional = this.positionalArguments();
    const pos = this.pos;
    let rest: KeywordOrStarred[] | null = null;
    if (positional.length === 0) {
      rest = this.keywordArguments();
      if (!rest) return null;
    } else {
      rest = this.take(",") && this.keywordArguments();
      if (!rest) this.pos = pos;
    }
    const args = [...positional];
    const keywords: Keyword[] = [];
    for (const item of rest ?? []) {
      if (isKeyword(item)) keywords.push(item);
      else args.push(item);
    }
    return { span: this.spanFrom(start), args, keywords };
  }

  private positionalArguments(): Expr[] {
    return this.separated(() => this.positionalArgument());
  }

  private positionalArgument(): Expr | null {
    const pos = this.pos;
    const starred = this.starredExpression();
    if (starred) return starred;
    const value = this.assignmentExpression() ?? this.plainExpression();
    return value && !this.at("=") ? value : this.back(pos);
  }

  /** An expression that is not the start of `x := …`. */
  protected plainExpression(): Expr | null {
    const pos = this.pos;
    const value = this.expression();
    return value && !this.at(":=") ? value : this.back(pos);
  }

  /** `rule` one or more times with commas between; empty if it fails at once. A comma that nothing follows is left. */
  protected separated<T>(rule: () => T | null): T[] {
    const items: T[] = [];
    for (;;) {
      const pos = this.pos;
      if (items.length > 0 && !this.take(",")) return items;
      const item = rule();
      if (item === null) {
        this.pos = pos;
        return items;
      }
      items.push(item);
    }
  }

  private keywordArguments(): KeywordOrStarred[] | null {
    const named = this.separated(() => this.keywordOrStarred());
    const pos = this.pos;
    if (named.length > 0 && !this.take(",")) return named;
    const doubled = this.separated(() => this.keywordOrDoubleStarred());
    if (doubled.length === 0) this.pos = pos;
    const all = [...named, ...doubled];
    return all.length > 0 ? all : null;
  }

  private keywordOrStarred(): KeywordOrStarred | null {
    if (this.diagnosing) this.keywordMistakes();
    return this.keywordArgument() ?? this.starredExpression();
  }

  private keywordOrDoubleStarred(): KeywordOrStarred | null {
    if (this.diagnosing) this.keywordMistakes();
    const named = this.keywordArgument();
    if (named) return named;
    const start = this.take("**");
    if (!start) return null;
    const value = this.expression();
    if (!value) return this.back(this.pos - 1);
    return { span: this.spanFrom(start), arg: null, value };
  }

  private keywordArgument(): Keyword | null {
    const pos = this.pos;
    const name = this.take("NAME");
    const value = name && this.take("=") && this.expression();
    if (!name || !value) return this.back(pos);
    return { span: this.spanFrom(name), arg: this.identifier(name), value };
  }

  /** `*value` in a call or a subscript. */
  starredExpression(): Expr | null {
    const start = this.token;
    if (start.kind !== "*") return null;
    if (this.diagnosing) this.starredMistakes();
    this.pos++;
    const value = this.expression();
    if (value) return { type: "Starred", span: this.spanFrom(start), value, ctx: "Load" };
    if (this.diagnosing) this.failLast("SyntaxError", "invalidStar");
    return this.back(this.pos - 1);
  }

  /** CPython's invalid_starred_expression_unpacking, in all its forms. */
  protected starredMistakes(): void {
    const pos = this.pos;
    const star = this.take("*");
    if (!star) return;
    if (this.knows("starredConditional")) {
      const value = this.ifExpression();
      if (value) this.failRange(star, value, "starredConditional");
      this.pos = pos + 1;
    }
    const value = this.expression() && this.take("=") && this.expression();
    if (value) this.failRange(star, value, "assignToStarred");
    this.pos = pos;
  }

  private argumentMistakes(pos: number): void {
    const restart = (): number => (this.pos = pos);
    if (this.knows("iterableUnpackingAfterKeywords")) {
      const strict = this.knows("rule.strictUnpackingAfterKeywords");
      strict ? this.unpackingAfterKeywords(pos) : this.starAfterKeywords();
      restart();
    }
    this.generatorWithoutParentheses();
    restart();
    this.assignmentInGenerator();
    restart();
    this.missingArgumentValue(pos);
    restart();
    const args = this.args();
    const clauses = args && this.forIfClauses();
    const last = args?.args.at(-1);
    if (args && clauses && last && args.args.length > 1) this.failRange(last, this.lastOfComprehension(clauses), "generatorNeedsParentheses");
    restart();
    if (this.args() && this.take(",")) {
      const value = this.expression();
      const generators = value && this.forIfClauses();
      if (value && generators) this.failRange(value, this.lastOfComprehension(generators), "generatorNeedsParentheses");
    }
    restart();
    const first = this.args();
    if (!first || !this.take(",") || !this.args()) return;
    const unpacks = first.keywords.some((keyword) => keyword.arg === null);
    this.failLast("SyntaxError", unpacks ? "positionalAfterUnpacking" : "positionalAfterKeyword");
  }

  /** `f(**a, *b)` as the oldest version finds it. */
  private starAfterKeywords(): void {
    const args = this.args();
    if (args && this.take(",") && this.take("*")) this.failRange(args, args, "iterableUnpackingAfterKeywords");
  }

  private unpackingAfterKeywords(pos: number): void {
    const positional = this.positionalArguments();
    let found = positional.length > 0 && this.take(",") !== null && this.keywordArguments() !== null;
    if (!found) {
      this.pos = pos;
      found = this.keywordArguments() !== null;
    }
    const comma = found && this.take(",");
    if (!comma) return;
    if (this.knows("rule.unpackingAtStar")) {
      const star = this.take("*");
      if (star) this.failAt(star, "iterableUnpackingAfterKeywords");
      return;
    }
    const starred = this.separated(() => {
      const value = this.starredExpression();
      return value && !this.at("=") ? value : null;
    });
    if (starred.length > 0) this.failFrom(comma, "iterableUnpackingAfterKeywords");
  }

  private generatorWithoutParentheses(): void {
    const value = this.expression();
    const clauses = value && this.forIfClauses();
    if (!value || !clauses || !this.take(",")) return;
    const pos = this.pos;
    if (!this.args()) {
      this.pos = pos;
      if (!(this.expression() && this.forIfClauses())) this.pos = pos;
    }
    this.failRange(value, this.lastOfComprehension(clauses), "generatorNeedsParentheses");
  }

  private assignmentInGenerator(): void {
    const name = this.take("NAME");
    const equals = name && this.take("=");
    if (name && equals && this.expression() && this.forIfClauses()) this.failRange(name, equals, "maybeEqualsOrWalrus");
  }

  private missingArgumentValue(pos: number): void {
    if (!this.knows("expectedArgumentValue")) return;
    if (!(this.args() && this.take(","))) this.pos = pos;
    const name = this.take("NAME");
    const equals = name && this.take("=");
    if (name && equals && (this.at(",") || this.at(")"))) this.failRange(name, equals, "expectedArgumentValue");
  }

  private keywordMistakes(): void {
    const pos = this.pos;
    const constant = this.takeAny("True", "False", "None");
    const equals = constant && this.take("=");
    if (constant && equals) this.failRange(constant, equals, "cannotAssign", constant.text);
    this.pos = pos;
    this.assignmentInGenerator();
    this.pos = pos;
    const named = this.take("NAME") && this.take("=");
    this.pos = pos;
    if (!named) {
      const value = this.expression();
      const sign = value && this.take("=");
      if (value && sign) this.failRange(value, sign, "assignmentInExpression");
      this.pos = pos;
    }
    const stars = this.take("**");
    const value = stars && this.expression() && this.take("=") && this.expression();
    if (stars && value) this.failRange(stars, value, "assignToDoubleStarred");
    this.pos = pos;
  }
}
