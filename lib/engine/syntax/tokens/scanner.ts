import type { Profile } from "../../profiles/types.ts";
import { syntaxMessage } from "../messages.ts";
import { SourceError, type SourceErrorType } from "../source-error.ts";
import type { SourceText } from "../source-text.ts";
import { characterCount } from "../source-text.ts";
import type { Token, TokenError, TokenKind } from "./token.ts";

interface Bracket {
  readonly text: string;
  readonly line: number;
  readonly col: number;
}

/** Thrown inside the tokenizer only, caught by `tokenize`. */
export class TokenStop {
  readonly cause: TokenError;
  constructor(cause: TokenError) {
    this.cause = cause;
  }
}

/** CPython's MAXLEVEL: brackets that may be open at once. */
const MAX_BRACKETS = 200;

/** The state that all parts of the tokenizer share: a place in the source, the tokens so far, the open brackets. */
export abstract class Scanner {
  readonly source: SourceText;
  readonly text: string;
  readonly profile: Profile;
  readonly tokens: Token[] = [];
  readonly brackets: Bracket[] = [];
  /** UTF-16 index of the next character to read. */
  at = 0;
  line = 0;
  lineStart = 0;

  constructor(source: SourceText, profile: Profile) {
    this.source = source;
    this.text = source.text;
    this.profile = profile;
  }

  protected abstract insideFormatString(): boolean;

  /** Character code at `at + ahead`, or -1 behind the end. */
  peek(ahead = 0): number {
    const index = this.at + ahead;
    return index < this.text.length ? this.text.charCodeAt(index) : -1;
  }

  /** Adds a token that lies on the current line. */
  push(kind: TokenKind, start: number, end: number): void {
    const col = this.source.bytes(this.lineStart, start);
    const endCol = this.source.bytes(this.lineStart, end);
    this.add(kind, start, end, this.line, col, endCol);
  }

  /** Adds a token that began on an earlier line. */
  pushSpanning(kind: TokenKind, start: number, end: number, line: number, lineStart: number): void {
    const col = this.source.bytes(lineStart, start);
    // Behind all that was read: the second brace of a pair belongs to the token's place, not to its text.
    const endCol = this.source.bytes(this.lineStart, this.at);
    this.add(kind, start, end, line, col, endCol);
  }

  private add(kind: TokenKind, start: number, end: number, line: number, col: number, endCol: number): void {
    const text = kind === "(" ? "(" : this.text.slice(start, end);
    // The tokenizer has always read a line's end, even where the token does not cover it.
    const cursor = kind === "NEWLINE" && text[text.length - 1] !== "\n" ? endCol + 1 : endCol;
    this.tokens.push({ kind, text, start, end, line, col, endLine: this.line, endCol, cursor, level: this.brackets.length });
  }

  /** Adds a token without text: INDENT, DEDENT, ENDMARKER. */
  pushEmpty(kind: TokenKind): void {
    const cursor = this.source.bytes(this.lineStart, this.at);
    const { at, line } = this;
    this.tokens.push({ kind, text: "", start: at, end: at, line, col: -1, endLine: line, endCol: -1, cursor, level: this.brackets.length });
  }

  openBracket(text: string, start: number): void {
    if (this.brackets.length >= MAX_BRACKETS) {
      this.at = start + 1;
      this.fail("tooManyParentheses");
    }
    this.brackets.push({ text, line: this.line, col: this.source.bytes(this.lineStart, start) });
  }

  /** Ends the token list with an error whose place is the last character read (CPython's `syntaxerror`). */
  fail(message: string, ...parts: (string | number)[]): never {
    throw this.stop(this.hereError(this.message(message, parts)), true, false);
  }

  message(id: string, parts: readonly (string | number)[]): string {
    return syntaxMessage(this.profile, id, parts) ?? "invalid syntax";
  }

  /** An error at the last character read, as CPython's tokenizer places it: in characters, with its end where it starts. */
  hereError(text: string, line = this.line, lineStart = this.lineStart, at = this.at): SourceError {
    const offset = characterCount(this.text.slice(lineStart, at));
    const col = this.source.bytes(lineStart, at) - 1;
    return this.source.errorAt("SyntaxError", text, { line, offset, endLine: line, endOffset: offset }, col, -1);
  }

  /** Ends the token list with an error that CPython raises only when the parser reads the token. */
  failLate(type: SourceErrorType, message: string, col: number, endCol = -1, incomplete = false): never {
    throw this.stop(this.source.error(type, this.message(message, []), this.line, col, this.line, endCol), false, incomplete);
  }

  stop(error: SourceError, eager: boolean, incomplete: boolean): TokenStop {
    const open = this.brackets.at(-1);
    const unclosed = open && this.neverClosed(open);
    const inFormatString = this.insideFormatString();
    const shown = eager ? error.withoutLineEnd() : error;
    return new TokenStop({ error: shown, eager, inFormatString, unclosed: unclosed ?? null, unclosedLine: open?.line ?? 0, incomplete });
  }

  private neverClosed({ text, line, col }: Bracket): SourceError {
    const error = this.source.error("SyntaxError", this.message("neverClosed", [text]), line, col, line, -1);
    return line < Math.min(this.line, this.source.lineCount) ? error.withoutLineEnd() : error;
  }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter, an underscore or anything beyond ASCII. */
export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128;
}

export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code);
}
