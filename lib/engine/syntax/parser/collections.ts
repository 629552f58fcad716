import type { Comprehension, Expr } from "../ast.ts";
import { TargetRules } from "./targets.ts";

interface Pair {
  readonly key: Expr | null;
  readonly value: Expr;
}

/** Tuples, lists, sets, dicts, and the comprehensions that make them. */
export abstract class CollectionRules extends TargetRules {
  abstract separated<T>(rule: () => T | null): T[];
  protected abstract plainExpression(): Expr | null;

  tuple(): Expr | null {
    const pos = this.pos;
    const start = this.take("(");
    if (!start) return null;
    const first = this.sequenceItem();
    let elts: Expr[] = [];
    if (first && this.take(",")) elts = [first, ...(this.sequenceItems() ?? [])];
    else this.pos = pos + 1;
    if (!this.take(")")) return this.back(pos);
    return { type: "Tuple", span: this.spanFrom(start), elts, ctx: "Load" };
  }

  list(): Expr | null {
    const pos = this.pos;
    const start = this.take("[");
    if (!start) return null;
    const elts = this.sequenceItems() ?? [];
    if (!this.take("]")) return this.back(pos);
    return { type: "List", span: this.spanFrom(start), elts, ctx: "Load" };
  }

  protected set(): Expr | null {
    const pos = this.pos;
    const start = this.take("{");
    const elts = start && this.sequenceItems();
    if (!start || !elts || !this.take("}")) return this.back(pos);
    return { type: "Set", span: this.spanFrom(start), elts };
  }

  private sequenceItem(): Expr | null {
    this.mistakes?.sequenceItemMistakes(this);
    return this.starNamedExpression();
  }

  private sequenceItems(): Expr[] | null {
    const items = this.separated(() => this.sequenceItem());
    if (items.length === 0) return null;
    this.take(",");
    return items;
  }

  starNamedExpressions(): Expr[] | null {
    const items = this.separated(() => this.starNamedExpression());
    if (items.length === 0) return null;
    this.take(",");
    return items;
  }

  protected dict(): Expr | null {
    const pos = this.pos;
    const start = this.take("{");
    if (!start) return null;
    const pairs = this.pairs();
    if (this.take("}")) {
      return { type: "Dict", span: this.spanFrom(start), keys: pairs.map((pair) => pair.key), values: pairs.map((pair) => pair.value) };
    }
    this.pos = pos + 1;
    // CPython tries these in the first pass too: the alternative has more than one item.
    this.dictMistakes();
    return this.back(pos);
  }

  private pairs(): Pair[] {
    const pairs = this.separated(() => this.pair());
    if (pairs.length > 0) this.take(",");
    return pairs;
  }

  private pair(): Pair | null {
    const pos = this.pos;
    if (!this.take("**")) return this.keyValue();
    const value = this.bitwiseOr();
    return value ? { key: null, value } : this.back(pos);
  }

  private keyValue(): Pair | null {
    const pos = this.pos;
    const key = this.expression();
    const value = key && this.take(":") && this.expression();
    return key && value ? { key, value } : this.back(pos);
  }

  /** CPython's invalid_double_starred_kvpairs, behind the brace. */
  private dictMistakes(): void {
    const pos = this.pos;
    const strict = this.knows("dictKeyUnpacking");
    if (strict) this.unpackingMistakes();
    this.pos = pos;
    if (this.separated(() => this.pair()).length > 0 && this.take(",")) this.pairMistakes(strict);
    this.pos = pos;
    if (!strict) this.starredValue();
    this.pos = pos;
    this.missingValue();
    this.pos = pos;
  }

  private pairMistakes(strict: boolean): void {
    const pos = this.pos;
    const key = this.expression();
    if (key && !this.at(":")) {
      const { line, endLine, endCol } = key.span;
      const text = this.text("colonAfterKey");
      if (text !== null) throw this.source.error("SyntaxError", text, line, endCol - 1, endLine, -1);
    }
    this.pos = pos;
    this.starredValue();
    this.pos = pos;
    this.missingValue();
    this.pos = pos;
    if (strict) this.unpackingMistakes();
  }

  private starredValue(): void {
    const pos = this.pos;
    const colon = this.expression() && this.take(":");
    const star = colon && (this.take("*") ?? (this.knows("dictUnpackingValue") ? this.take("**") : null));
    if (star && this.bitwiseOr()) this.failFrom(star, star.kind === "*" ? "starredDictValue" : "dictUnpackingValue");
    this.pos = pos;
  }

  private missingValue(): void {
    const pos = this.pos;
    const colon = this.expression() && this.take(":");
    if (colon && (this.at("}") || this.at(","))) this.failAt(colon, "valueAfterKey");
    this.pos = pos;
  }

  /** CPython's invalid_kvpair_unpacking (3.15). */
  private unpackingMistakes(): void {
    const pos = this.pos;
    const stars = this.take("**");
    const conditional = stars && this.ifExpression();
    if (stars && conditional) this.failRange(stars, conditional, "doubleStarredConditional");
    this.pos = pos;
    const sign = this.takeAny("*", "**");
    const key = sign && this.bitwiseOr();
    if (sign && key && this.take(":") && this.expression()) this.failRange(sign, key, sign.kind === "*" ? "starredDictKey" : "dictKeyUnpacking");
    this.pos = pos;
    const valueSign = this.expression() && this.take(":") && this.takeAny("*", "**");
    const value = valueSign && this.bitwiseOr();
    if (valueSign && value) this.failRange(valueSign, value, valueSign.kind === "*" ? "starredDictValue" : "dictUnpackingValue");
    this.pos = pos;
  }

  // Comprehensions

  protected listComprehension(): Expr | null {
    const pos = this.pos;
    const start = this.take("[");
    const elt = start && this.comprehensionItem();
    const generators = elt && this.forIfClauses();
    if (start && elt && generators && this.take("]")) return { type: "ListComp", span: this.spanFrom(start), elt, generators };
    this.pos = pos;
    this.mistakes?.comprehensionMistakes(this);
    return this.back(pos);
  }

  protected setComprehension(): Expr | null {
    const pos = this.pos;
    const start = this.take("{");
    const elt = start && this.comprehensionItem();
    const generators = elt && this.forIfClauses();
    if (start && elt && generators && this.take("}")) return { type: "SetComp", span: this.spanFrom(start), elt, generators };
    this.pos = pos;
    this.mistakes?.comprehensionMistakes(this);
    return this.back(pos);
  }

  private comprehensionItem(): Expr | null {
    return this.profile.syntax.unpackingInComprehensions ? this.starNamedExpression() : this.namedExpression();
  }

  generatorExpression(): Expr | null {
    const pos = this.pos;
    const start = this.take("(");
    if (!start) return null;
    let elt = this.assignmentExpression() ?? this.plainExpression();
    if (!elt && this.profile.syntax.unpackingInComprehensions) elt = this.starredExpression();
    const generators = elt && this.forIfClauses();
    if (elt && generators && this.take(")")) return { type: "GeneratorExp", span: this.spanFrom(start), elt, generators };
    this.pos = pos;
    this.mistakes?.comprehensionMistakes(this);
    return this.back(pos);
  }

  protected dictComprehension(): Expr | null {
    const pos = this.pos;
    const start = this.take("{");
    if (!start) return null;
    const pair = this.comprehensionPair();
    const generators = pair && this.forIfClauses();
    if (pair && generators && this.take("}")) return { type: "DictComp", span: this.spanFrom(start), key: pair.key, value: pair.value, generators };
    this.pos = pos + 1;
    if (this.mistakes) {
      const stars = this.take("**");
      if (stars && this.bitwiseOr() && this.forIfClauses() && this.take("}")) this.failAt(stars, "dictUnpackingInComprehension");
    }
    return this.back(pos);
  }

  private comprehensionPair(): Pair | null {
    const pos = this.pos;
    if (!this.profile.syntax.unpackingInComprehensions || !this.take("**")) return this.keyValue();
    const value = this.expression();
    return value ? { key: null, value } : this.back(pos);
  }

  forIfClauses(): Comprehension[] | null {
    const clauses: Comprehension[] = [];
    for (;;) {
      const clause = this.forIfClause();
      if (!clause) return clauses.length > 0 ? clauses : null;
      clauses.push(clause);
    }
  }

  private forIfClause(): Comprehension | null {
    const pos = this.pos;
    if (!this.at("for") && !this.at("async")) return null;
    const isAsync = this.take("async") !== null;
    const target = this.take("for") && this.starTargets();
    if (target && this.take("in")) {
      const iter = this.disjunction();
      return iter ? { target, iter, ifs: this.comprehensionConditions(), isAsync } : this.back(pos);
    }
    this.pos = pos;
    this.mistakes?.forMistakes(this);
    return this.back(pos);
  }

  private comprehensionConditions(): Expr[] {
    const ifs: Expr[] = [];
    for (;;) {
      const pos = this.pos;
      const test = this.take("if") && this.disjunction();
      if (!test) {
        this.pos = pos;
        return ifs;
      }
      ifs.push(test);
    }
  }
}
