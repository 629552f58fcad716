import type { Span } from "./ast.ts";

/** `MemoryError` and `RecursionError` are what CPython raises for sources that nest too deeply. */
export type SourceErrorType = "SyntaxError" | "IndentationError" | "TabError" | "MemoryError" | "RecursionError";

/** The four numbers of a Python `SyntaxError`, exactly as CPython fills them. */
export interface ErrorPosition {
  /** `lineno`, from 1. */
  readonly line: number;
  /** `offset`: characters from 1; 0 where CPython knows no column. */
  readonly offset: number;
  readonly endLine: number;
  /** `end_offset`: one past the last character; 0 or -1 where CPython knows no end. */
  readonly endOffset: number;
}

/**
 * A source that cannot be parsed. Plain data, thrown by the tokenizer and the parser; the engine turns it into the
 * guest's exception.
 */
export class SourceError {
  readonly type: SourceErrorType;
  readonly message: string;
  /** Null when the error has no place: `MemoryError`, `RecursionError`. */
  readonly position: ErrorPosition | null;
  /** The same place in UTF-8 bytes from 0, as in the tree; an unknown end is the start. */
  readonly span: Span | null;
  /** The source line of the error without its line end, or null. */
  readonly text: string | null;
  /** CPython shows the line with its line end: not in the tokenizer's own errors, nor when it had read beyond the line. */
  readonly endsLine: boolean;
  /** Found before there was code: by the symbol table, or in `__future__` imports. */
  isEarly = false;

  constructor(type: SourceErrorType, message: string, position: ErrorPosition | null, span: Span | null, text: string | null, endsLine = true) {
    this.type = type;
    this.message = message;
    this.position = position;
    this.span = span;
    this.text = text;
    this.endsLine = endsLine;
  }

  withoutLineEnd(): SourceError {
    return new SourceError(this.type, this.message, this.position, this.span, this.text, false);
  }
}
