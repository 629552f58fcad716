import type { Expr, Module, Stmt } from "../ast.ts";
import { Lazy } from "../../lazy/lazy.ts";
import { SourceError } from "../source-error.ts";
import { SourceText } from "../source-text.ts";
import type { Profile } from "../../profiles/types.ts";
import type { Token } from "../tokens/token.ts";
import { tokenize, tokenizeReplacement } from "../tokens/tokenizer.ts";
import type { interactive } from "./interactive.ts";
import { TryMatchRules } from "./try-match.ts";

export const interactiveInput = new Lazy<typeof interactive>("rare");

/** A parser of that class at the start of a source. */
export function parserOf<P extends Parser>(Kind: new (...parts: ConstructorParameters<typeof Parser>) => P, source: string, profile: Profile, mode: Module["mode"]): P {
  const text = new SourceText(source, mode === "exec");
  const { tokens, error } = tokenize(text, profile);
  return new Kind(text, mode === "single" ? interactiveInput.get().impliedLineEnds(tokens) : tokens, error, profile);
}

/** All rules together, and the starting rules. */
export class Parser extends TryMatchRules {
  /** The whole source in one of the three modes, or null. */
  module(mode: Module["mode"]): Module | null {
    if (mode === "eval") {
      const body = this.expressions();
      while (body && this.take("NEWLINE"));
      return body && this.take("ENDMARKER") ? { mode, body } : null;
    }
    if (mode === "single") {
      const body = interactiveInput.get().interactiveStatement(this);
      return body && { mode, body };
    }
    const body = this.statements() ?? [];
    return this.take("ENDMARKER") ? { mode, body } : null;
  }

  protected statements(): Stmt[] | null {
    const statements: Stmt[] = [];
    for (;;) {
      const compound = this.compoundStatement();
      if (compound) statements.push(compound);
      else {
        const simple = this.simpleStatements();
        if (!simple) return statements.length > 0 ? statements : null;
        statements.push(...simple);
      }
    }
  }

  protected parseReplacement(token: Token, open: number, close: number): Expr {
    const { text } = this.source;
    const lineStart = text.lastIndexOf("\n", open) + 1;
    const line = this.lineAt(lineStart);
    const inner = new SourceText(`${text.slice(lineStart, close)})`, false, line);
    // CPython does not count the columns before the brace if a line end follows it.
    const alone = /^[ \t\f]*\n/.test(text.slice(open + 1, close));
    const first = lineStart <= token.start ? token.col : 0;
    const shift = alone ? first : open - lineStart;
    const { tokens, error } = tokenizeReplacement(inner, this.profile, open - lineStart);
    const parser = new Parser(inner, tokens, error, this.profile);
    try {
      const value = parser.starExpressions();
      if (value && parser.atEnd()) return value;
      parser.startDiagnosis();
      parser.starExpressions();
      throw parser.invalidSyntax(parser.fill);
    } catch (problem) {
      if (!(problem instanceof SourceError) || problem.position === null) throw problem;
      throw this.replacementError(problem, shift, `(${text.slice(open + 1, close)})`, error?.error === problem);
    }
  }

  private lineAt(lineStart: number): number {
    const { lineStarts, firstLine } = this.source;
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lineStarts[middle] ?? 0) <= lineStart) low = middle;
      else high = middle - 1;
    }
    return low + firstLine;
  }

  /** CPython shows such an error in the text of the expression, in parentheses. */
  private replacementError(problem: SourceError, shift: number, text: string, fromTokenizer: boolean): SourceError {
    const { position } = problem;
    if (position === null) return problem;
    const message = fromTokenizer ? problem.message : `f-string: ${problem.message}`;
    const shown = { ...position, offset: position.offset - shift, endOffset: position.endOffset - shift };
    return new SourceError(problem.type, message, shown, problem.span, text);
  }

  private atEnd(): boolean {
    while (this.take("NEWLINE"));
    return this.at("ENDMARKER");
  }

  /** "invalid syntax" at the last of the first `fill` tokens. */
  invalidSyntax(fill: number): SourceError {
    const token = this.tokens[fill - 1];
    if (!token) return this.source.error("SyntaxError", this.text("invalidSyntax") ?? "", 0, -1, 0, -1);
    if (token.kind === "INDENT" || token.kind === "DEDENT") {
      const id = token.kind === "INDENT" ? "unexpectedIndent" : "unexpectedUnindent";
      return this.lastTokenError("IndentationError", this.text(id) ?? "", this.tokens[this.fill - 1] ?? token);
    }
    return this.source.error("SyntaxError", this.text("invalidSyntax") ?? "", token.line, token.col, token.endLine, token.endCol);
  }
}
