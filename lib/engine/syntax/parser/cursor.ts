import type { Arguments, Comprehension, Expr, Keyword, Span, Stmt } from "../ast.ts";
import type { Profile } from "../../profiles/types.ts";
import { Lazy } from "../../lazy/lazy.ts";
import { syntaxMessage } from "../messages.ts";
import type { Mistakes } from "../mistakes/mistakes.ts";
import type { SourceErrorType } from "../source-error.ts";
import { SourceError } from "../source-error.ts";
import type { SourceText } from "../source-text.ts";
import type { Token, TokenError, TokenKind } from "../tokens/token.ts";

/** Anything with a place: a node, or a token. */
export type Placed = { readonly span: Span } | Token;

interface Memo {
  readonly node: unknown;
  readonly end: number;
}

/**
 * How deep rules may nest. CPython stops at 6,000 rule calls; this is what a browser's stack carries with room to spare.
 * Differs: CPython accepts about twice the depth.
 */
const MAX_DEPTH = 1600;

export const knownMistakes = new Lazy<Mistakes>("rare");

/**
 * A place in the token list, and what all rules share.
 *
 * The parser works as CPython's does (PEP 617): rules give a node, or null after going back to where they began. If a
 * source is refused, it is parsed a second time with `mistakes` set; then the rules that describe common mistakes
 * (CPython's `invalid_*`, in ../mistakes/) take part, at the same places and in the same order, and throw. If none does, the
 * error is "invalid syntax" at the last token that the first pass looked at.
 */
export abstract class Cursor {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly tokenError: TokenError | null;
  readonly profile: Profile;
  pos = 0;
  /** How many tokens have been looked at. */
  fill = 0;
  mistakes: Mistakes | null = null;
  /** Digits of a decimal integer (`sys.set_int_max_str_digits`). */
  maxDigits = 4300;
  private depth = 0;
  private memos: (Memo | undefined)[][] = [];

  constructor(source: SourceText, tokens: readonly Token[], tokenError: TokenError | null, profile: Profile) {
    this.source = source;
    this.tokens = tokens;
    this.tokenError = tokenError;
    this.profile = profile;
  }

  /** Starts the second pass. */
  startDiagnosis(): void {
    this.pos = 0;
    this.depth = 0;
    this.memos = [];
    this.mistakes = knownMistakes.get();
  }

  // Tokens

  get token(): Token {
    if (this.pos >= this.fill) this.look();
    return this.tokens[this.pos] as Token;
  }

  private look(): void {
    this.fill = this.pos + 1;
    const last = this.tokens.length - 1;
    if (this.pos >= last && this.tokenError) throw this.tokenError.error;
    if (this.pos > last) throw new RangeError("read past the end of the tokens");
  }

  get kind(): TokenKind {
    return this.token.kind;
  }

  at(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  take(kind: TokenKind): Token | null {
    const token = this.token;
    if (token.kind !== kind) return null;
    this.pos++;
    return token;
  }

  /** A name used as a keyword: match, case, type, lazy, _. */
  takeSoft(word: string): Token | null {
    const token = this.token;
    if (token.kind !== "NAME" || token.text !== word) return null;
    this.pos++;
    return token;
  }

  takeAny(...kinds: TokenKind[]): Token | null {
    return kinds.includes(this.kind) ? this.next() : null;
  }

  next(): Token {
    const token = this.token;
    this.pos++;
    return token;
  }

  /** CPython's `&&`: the token, or an error that says it was expected. */
  force(kind: TokenKind): Token {
    const token = this.take(kind);
    if (token) return token;
    const { line, col, endLine, endCol } = this.token;
    throw this.source.error("SyntaxError", this.text("expected", kind) ?? "", line, col, endLine, endCol);
  }

  // Going back

  /** Goes back, and fails the rule. */
  back(pos: number): null {
    this.pos = pos;
    return null;
  }

  /** Whether `rule` would succeed here, without moving. */
  follows(rule: () => unknown): boolean {
    const pos = this.pos;
    const found = rule() !== null;
    this.pos = pos;
    return found;
  }

  // Memory of results: without it, nested brackets would be read again and again, doubling at each level

  recall(rule: number): Memo | undefined {
    const memo = this.memos[rule]?.[this.pos];
    if (memo) this.pos = memo.end;
    return memo;
  }

  remember<T>(rule: number, start: number, node: T): T {
    let memos = this.memos[rule];
    if (!memos) {
      memos = new Array<Memo | undefined>(this.tokens.length);
      this.memos[rule] = memos;
    }
    memos[start] = { node, end: this.pos };
    return node;
  }

  /** A rule whose results are remembered. */
  memo<T>(rule: number, parse: () => T): T {
    const memo = this.recall(rule);
    if (memo) return memo.node as T;
    const start = this.pos;
    return this.remember(rule, start, parse());
  }

  /** Counts a rule that may nest, by about how many calls it takes. */
  enter(cost: number): void {
    this.depth += cost;
    if (this.depth > MAX_DEPTH) throw tooDeep("MemoryError", this.text("tooComplex") ?? "");
  }

  leave(cost: number): void {
    this.depth -= cost;
  }

  // Places

  /** From a node or token to the last token read that is no line end or indentation. */
  spanFrom(start: Placed): Span {
    let last = this.pos - 1;
    let token = this.tokens[last] as Token;
    while (last > 0 && (token.kind === "NEWLINE" || token.kind === "DEDENT" || token.kind === "INDENT")) {
      last--;
      token = this.tokens[last] as Token;
    }
    const from = "span" in start ? start.span : start;
    return { line: from.line, col: from.col, endLine: token.endLine, endCol: token.endCol };
  }

  spanOf(place: Placed): Span {
    if ("span" in place) return place.span;
    const { line, col, endLine, endCol } = place;
    return { line, col, endLine, endCol };
  }

  // Errors

  /** The version's text of a mistake; null if the version does not know the mistake. */
  protected text(id: string, ...parts: (string | number)[]): string | null {
    return syntaxMessage(this.profile, id, parts);
  }

  knows(id: string): boolean {
    return this.text(id) !== null;
  }

  /** Refuses the source at the last token looked at. */
  failLast(type: SourceErrorType, id: string, ...parts: (string | number)[]): null {
    const text = this.text(id, ...parts);
    if (text === null) return null;
    const token = this.tokens[this.fill - 1] as Token;
    throw this.lastTokenError(type, text, token);
  }

  protected lastTokenError(type: SourceErrorType, text: string, token: Token): SourceError {
    if (token.col >= 0) return this.source.error(type, text, token.line, token.col, token.endLine, token.endCol);
    const offset = this.source.characters(token.line, token.cursor);
    return this.source.errorAt(type, text, { line: token.line, offset, endLine: token.line, endOffset: -1 }, token.cursor - 1, -1);
  }

  /** Refuses the source at the token that comes next. */
  failNext(id: string, ...parts: (string | number)[]): null {
    const text = this.text(id, ...parts);
    if (text === null) return null;
    throw this.lastTokenError("SyntaxError", text, this.token);
  }

  failAt(place: Placed, id: string, ...parts: (string | number)[]): null {
    return this.failRange(place, place, id, ...parts);
  }

  failRange(from: Placed, to: Placed, id: string, ...parts: (string | number)[]): null {
    const text = this.text(id, ...parts);
    if (text === null) return null;
    const start = this.spanOf(from);
    const end = this.spanOf(to);
    throw this.source.error("SyntaxError", text, start.line, start.col, end.endLine, end.endCol);
  }

  /** Refuses the source from a place to where the tokenizer stands. */
  failFrom(from: Placed, id: string, ...parts: (string | number)[]): null {
    const text = this.text(id, ...parts);
    if (text === null) return null;
    const start = this.spanOf(from);
    const last = this.tokens[this.fill - 1] as Token;
    throw this.source.error("SyntaxError", text, start.line, start.col, last.endLine, last.cursor - 1);
  }

  // Rules that the files below call and those above define

  abstract expression(): Expr | null;
  abstract starExpression(): Expr | null;
  abstract starExpressions(): Expr | null;
  abstract starNamedExpression(): Expr | null;
  abstract starNamedExpressions(): Expr[] | null;
  abstract namedExpression(): Expr | null;
  abstract assignmentExpression(): Expr | null;
  abstract yieldExpression(): Expr | null;
  abstract disjunction(): Expr | null;
  abstract ifExpression(): Expr | null;
  abstract inversion(): Expr | null;
  abstract bitwiseOr(): Expr | null;
  abstract starredExpression(): Expr | null;
  abstract atom(): Expr | null;
  abstract list(): Expr | null;
  abstract tuple(): Expr | null;
  abstract generatorExpression(): Expr | null;
  abstract slices(): Expr | null;
  abstract args(): Args | null;
  abstract callArguments(): Args | null;
  abstract forIfClauses(): Comprehension[] | null;
  abstract starTargets(): Expr | null;
  abstract starTarget(): Expr | null;
  abstract failTarget(kind: TargetKind, node: Expr): null;
  abstract lambda(): Expr | null;
  abstract lambdaParameters(): Arguments | null;
  abstract simpleStatement(): Stmt | null;
}

export interface Args {
  readonly span: Span;
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

export type TargetKind = "star" | "del" | "for";

export function tooDeep(type: "MemoryError" | "RecursionError", message: string): SourceError {
  return new SourceError(type, message, null, null, null);
}

/** Names of an expression's kind in messages (Parser/action_helpers.c, _PyPegen_get_expr_name). */
export function expressionName(node: Expr): string {
  if (node.type !== "Constant") return EXPRESSION_NAMES[node.type] ?? "expression";
  const { value } = node;
  if (value.kind === "none") return "None";
  if (value.kind === "bool") return value.value ? "True" : "False";
  return value.kind === "ellipsis" ? "ellipsis" : "literal";
}

const EXPRESSION_NAMES: Partial<Record<Expr["type"], string>> = {
  Attribute: "attribute", Subscript: "subscript", Starred: "starred", Name: "name", List: "list", Tuple: "tuple", Lambda: "lambda",
  Call: "function call", GeneratorExp: "generator expression", Yield: "yield expression", YieldFrom: "yield expression",
  Await: "await expression", ListComp: "list comprehension", SetComp: "set comprehension", DictComp: "dict comprehension",
  Dict: "dict literal", Set: "set display", JoinedStr: "f-string expression", FormattedValue: "f-string expression",
  TemplateStr: "t-string expression", Interpolation: "t-string expression", Compare: "comparison", IfExp: "conditional expression",
  NamedExpr: "named expression",
};
