import type { SourceError } from "../source-error.ts";

/**
 * A keyword's or an operator's kind is its own text; the other kinds are in capitals, named as in CPython's
 * Grammar/Tokens.
 */
export type TokenKind = string;

export interface Token {
  readonly kind: TokenKind;
  /** Names, operators, literals: the source text. For an f-string's middle: the text before escapes are read. */
  readonly text: string;
  /** UTF-16 index into the source. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** UTF-8 bytes from 0; -1 for tokens without text (INDENT, DEDENT, ENDMARKER), as in CPython. */
  readonly col: number;
  readonly endLine: number;
  readonly endCol: number;
  /** Where the tokenizer stood after this token: bytes from the start of its line. */
  readonly cursor: number;
  /** How many brackets are open after this token. */
  readonly level: number;
}

/** What ends a token list early. */
export interface TokenError {
  readonly error: SourceError;
  /**
   * CPython raises some errors inside the tokenizer, others only when the parser reads the token. The first kind wins
   * over an earlier syntax error; the second kind does not.
   */
  readonly eager: boolean;
  /** Inside an f-string of tokens (PEP 701): such errors never win over an earlier one. */
  readonly inFormatString: boolean;
  /** The innermost bracket still open, if any. */
  readonly unclosed: SourceError | null;
  readonly unclosedLine: number;
  /** The source ended inside brackets, a triple-quoted string or after a backslash: more lines could complete it. */
  readonly incomplete: boolean;
}

const KEYWORDS = new Map(
  [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
  ].map((word) => [word, word]),
);

/** The kind of a name: the keyword itself, or NAME. */
export function nameKind(text: string): TokenKind {
  return KEYWORDS.get(text) ?? "NAME";
}

const THREE = ["**=", "//=", "<<=", ">>=", "..."];
const TWO = [
  "!=", "%=", "&=", "**", "*=", "+=", "-=", "->", "//", "/=", ":=", "<<", "<=", "<>", "==", ">=", ">>", "@=", "^=", "|=",
];
const ONE = ["%", "&", "(", ")", "*", "+", ",", "-", ".", "/", ":", ";", "<", "=", ">", "@", "[", "]", "^", "{", "|", "}", "~", "!"];
const OPERATORS = new Map([...THREE, ...TWO, ...ONE].map((op) => [op, op]));

/** The longest operator at `index`, or "" if none starts there. */
export function operatorAt(source: string, index: number): TokenKind {
  return (
    OPERATORS.get(source.slice(index, index + 3)) ??
    OPERATORS.get(source.slice(index, index + 2)) ??
    OPERATORS.get(source[index] ?? "") ??
    ""
  );
}
