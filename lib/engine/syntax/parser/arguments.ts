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
      this.mistakes?.argumentMistakes(this, pos);
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

  positionalArguments(): Expr[] {
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
  separated<T>(rule: () => T | null): T[] {
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

  keywordArguments(): KeywordOrStarred[] | null {
    const named = this.separated(() => this.keywordOrStarred());
    const pos = this.pos;
    if (named.length > 0 && !this.take(",")) return named;
    const doubled = this.separated(() => this.keywordOrDoubleStarred());
    if (doubled.length === 0) this.pos = pos;
    const all = [...named, ...doubled];
    return all.length > 0 ? all : null;
  }

  private keywordOrStarred(): KeywordOrStarred | null {
    this.mistakes?.keywordMistakes(this);
    return this.keywordArgument() ?? this.starredExpression();
  }

  private keywordOrDoubleStarred(): KeywordOrStarred | null {
    this.mistakes?.keywordMistakes(this);
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
    this.mistakes?.starredMistakes(this);
    this.pos++;
    const value = this.expression();
    if (value) return { type: "Starred", span: this.spanFrom(start), value, ctx: "Load" };
    if (this.mistakes) this.failLast("SyntaxError", "invalidStar");
    return this.back(this.pos - 1);
  }
}
