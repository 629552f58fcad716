import { NumberScanner } from "./number-scanner.ts";

/** One f-string or t-string that is being read (Parser/lexer/state.h, tokenizer_mode). */
interface FormatString {
  readonly letter: "f" | "t";
  readonly quote: string;
  readonly quoteSize: number;
  readonly raw: boolean;
  readonly start: number;
  readonly line: number;
  readonly lineStart: number;
  /** Reading literal text, or an expression between braces. */
  inText: boolean;
  inFormatSpec: boolean;
  /** Brackets open inside the braces. */
  depth: number;
  /** The depth at which the current expression's own brace was opened; -1 outside of all. */
  expressionDepth: number;
}

const MAX_EXPRESSION_NESTING = 3;
const MAX_STRING_NESTING = 150;

/** String literals and, since PEP 701, the parts of f-strings. */
export abstract class StringScanner extends NumberScanner {
  protected readonly formatStrings: FormatString[] = [];

  protected insideFormatString(): boolean {
    return this.formatStrings.length > 0;
  }

  /** Reads the string whose prefix starts at `start`; `at` is its quote. */
  plainString(start: number): void {
    const { line, lineStart } = this;
    const quote = this.text[this.at] ?? "";
    const size = this.quoteSize(quote);
    let escapedQuote = false;
    this.at += size;
    if (size === 2) return this.push("STRING", start, this.at);
    for (let seen = 0; seen < size; ) {
      const char = this.text[this.at];
      if (char === undefined || (char === "\n" && size === 1)) this.unterminated(start, line, lineStart, quote, size, escapedQuote);
      this.readChar();
      if (char === quote) {
        seen++;
        continue;
      }
      seen = 0;
      if (char !== "\\") continue;
      if (this.text[this.at] === quote) escapedQuote = true;
      this.readChar();
    }
    this.pushSpanning("STRING", start, this.at, line, lineStart);
  }

  /** 1 or 3; 2 for an empty string. */
  private quoteSize(quote: string): number {
    if (this.text[this.at + 1] !== quote) return 1;
    return this.text[this.at + 2] === quote ? 3 : 2;
  }

  /** Reads one character, noticing new lines. */
  protected readChar(): void {
    const newline = this.text[this.at] === "\n";
    if (this.at < this.text.length) this.at++;
    if (newline) this.startLine();
  }

  protected startLine(): void {
    if (this.at >= this.text.length) return;
    this.line++;
    this.lineStart = this.at;
  }

  private unterminated(start: number, line: number, lineStart: number, quote: string, size: number, escapedQuote: boolean): never {
    const outer = this.formatStrings.at(-1);
    const seen = this.line;
    let message = this.message("unterminatedString", [seen]);
    if (outer?.quote === quote && outer.quoteSize === size) message = this.message("fstringExpectingBrace", [outer.letter]);
    else if (size === 3) message = this.message("unterminatedTriple", [seen]);
    else if (escapedQuote) message = this.message("unterminatedStringEscaped", [seen]);
    throw this.stop(this.hereError(message, line, lineStart, start + 1), true, size === 3);
  }

  /** Starts an f-string or t-string whose prefix starts at `start`; `at` is its quote. */
  formatStringStart(start: number): void {
    const prefix = this.text.slice(start, this.at).toLowerCase();
    const quote = this.text[this.at] ?? "";
    const quoteSize = this.quoteSize(quote) === 3 ? 3 : 1;
    const letter = prefix.includes("t") ? "t" : "f";
    this.at += quoteSize;
    if (this.formatStrings.length + 1 >= MAX_STRING_NESTING) this.fail("tooManyNestedFStrings");
    this.push(letter === "t" ? "TSTRING_START" : "FSTRING_START", start, this.at);
    const { line, lineStart } = this;
    this.formatStrings.push({
      letter, quote, quoteSize, raw: prefix.includes("r"), start, line, lineStart, inText: true, inFormatSpec: false, depth: 0, expressionDepth: -1,
    });
  }

  /** Reads a stretch of literal text of the innermost f-string, or its end. True if a token was added. */
  formatText(string: FormatString): boolean {
    if (this.text[this.at] === "{" && this.text[this.at + 1] !== "{") {
      this.enterExpression(string);
      return false;
    }
    if (this.text.startsWith(string.quote.repeat(string.quoteSize), this.at)) {
      const start = this.at;
      this.at += string.quoteSize;
      this.push(string.letter === "t" ? "TSTRING_END" : "FSTRING_END", start, this.at);
      this.formatStrings.pop();
      return true;
    }
    this.formatMiddle(string);
    return true;
  }

  private enterExpression(string: FormatString): void {
    string.expressionDepth++;
    if (string.expressionDepth >= MAX_EXPRESSION_NESTING) this.fail("fstringTooDeep", string.letter);
    string.inText = false;
    string.inFormatSpec = false;
  }

  private formatMiddle(string: FormatString): void {
    const { at: start, line, lineStart } = this;
    const inSpec = string.inFormatSpec && string.expressionDepth >= 0;
    let named = false;
    let end = -1;
    while (end < 0) {
      const char = this.text[this.at];
      if (char === undefined || (char === "\n" && string.quoteSize === 1)) {
        if (!(inSpec && char === "\n")) this.unterminatedFormat(string);
        string.inText = false;
        string.inFormatSpec = false;
        end = this.at;
      } else if (this.text.startsWith(string.quote.repeat(string.quoteSize), this.at)) end = this.at;
      else if (char === "{") end = this.openingBrace(string, inSpec);
      else if (char === "}" && named) end = ++this.at;
      else if (char === "}") end = this.closingBrace(string, inSpec);
      else if (char === "\\") named = this.formatEscape(string) || named;
      else this.readChar();
    }
    this.pushSpanning(string.letter === "t" ? "TSTRING_MIDDLE" : "FSTRING_MIDDLE", start, end, line, lineStart);
  }

  /** Reads `{{`, or stands before a `{` that opens an expression. Gives the end of the text before. */
  private openingBrace(string: FormatString, inSpec: boolean): number {
    if (this.text[this.at + 1] === "{" && !inSpec) {
      this.at += 2;
      return this.at - 1;
    }
    const end = this.at;
    this.enterExpression(string);
    return end;
  }

  private closingBrace(string: FormatString, inSpec: boolean): number {
    if (this.text[this.at + 1] === "}" && !inSpec && string.depth === 0) {
      this.at += 2;
      return this.at - 1;
    }
    string.inText = false;
    string.inFormatSpec = false;
    return this.at;
  }

  /** Reads a backslash and what it escapes; true for `\N{`. */
  private formatEscape(string: FormatString): boolean {
    this.at++;
    const next = this.text[this.at];
    if (next === "{" || next === "}") return false;
    this.readChar();
    if (string.raw || next !== "N" || this.text[this.at] !== "{") return false;
    this.at++;
    return true;
  }

  private unterminatedFormat(string: FormatString): never {
    const id = string.quoteSize === 3 ? "unterminatedTripleF" : "unterminatedF";
    const message = this.message(id, [string.letter, this.line]);
    throw this.stop(this.hereError(message, string.line, string.lineStart, string.start + 1), true, string.quoteSize === 3);
  }
}
