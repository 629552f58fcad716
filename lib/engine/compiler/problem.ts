import type { Span } from "../syntax/ast.ts";
import { SourceError } from "../syntax/source-error.ts";

/** A program that parses but cannot be compiled. Thrown inside the compiler; `compile` makes a SourceError of it. */
export class Problem {
  readonly message: string;
  readonly span: Span;
  /** As SourceError's. */
  readonly isEarly: boolean;

  constructor(message: string, span: Span, isEarly = true) {
    this.message = message;
    this.span = span;
    this.isEarly = isEarly;
  }

  /** The error that the caller sees. CPython counts the columns of these errors in bytes. */
  toSourceError(source: string | null): SourceError {
    const { span } = this;
    const position = { line: span.line, offset: span.col + 1, endLine: span.endLine, endOffset: span.endCol + 1 };
    const text = source === null ? null : (source.split(/\r\n|\r|\n/)[span.line - 1] ?? null);
    const error = new SourceError("SyntaxError", this.message, position, span, text);
    error.isEarly = this.isEarly;
    return error;
  }
}
