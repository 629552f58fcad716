import type { Profile } from "../../profiles/types.ts";
import { syntaxMessage } from "../messages.ts";
import type { SourceError } from "../source-error.ts";
import type { SourceText } from "../source-text.ts";
import { characterCount } from "../source-text.ts";
import { isDigit, isNamePart, isNameStart, TokenStop } from "./scanner.ts";
import { StringScanner } from "./string-scanner.ts";
import { nameKind, operatorAt } from "./token.ts";
import type { Token, TokenError } from "./token.ts";

/** CPython's MAXINDENT. */
const MAX_INDENTS = 100;
const TAB_SIZE = 8;
const CLOSING = new Map([["(", ")"], ["[", "]"], ["{", "}"]]);
const INCOMPATIBLE = [["u", "b"], ["u", "r"], ["u", "f"], ["u", "t"], ["b", "f"], ["b", "t"], ["f", "t"]] as const;

class Tokenizer extends StringScanner {
  private readonly indents = [0];
  /** The same with tabs one column wide: a tab and spaces that only look equal are refused. */
  private readonly altIndents = [0];
  private atLineStart = true;
  private blankLine = false;

  run(): void {
    if (this.text.length > 0) this.startLine();
    for (;;) {
      const string = this.formatStrings.at(-1);
      if (string?.inText && this.formatText(string)) continue;
      if (this.atLineStart) this.indentation();
      if (this.token()) return;
    }
  }

  runReplacement(open: number): void {
    this.line = this.source.firstLine;
    this.at = open + 1;
    this.atLineStart = false;
    this.openBracket("(", open);
    this.push("(", open, open + 1);
    while (!this.token());
  }

  /** Reads the indentation of a line and adds INDENT and DEDENT tokens. */
  private indentation(): void {
    this.atLineStart = false;
    const { col, altCol } = this.measureIndent();
    const next = this.text[this.at];
    this.blankLine = next === "#" || next === "\n";
    if (this.blankLine || this.brackets.length > 0) return;
    const top = this.indents.length - 1;
    const current = this.indents[top] ?? 0;
    if (col === current) {
      if (altCol !== this.altIndents[top]) this.badTabs();
    } else if (col > current) this.indent(col, altCol);
    else this.dedent(col, altCol);
  }

  private measureIndent(): { col: number; altCol: number } {
    let col = 0;
    let altCol = 0;
    let continued = 0;
    for (;;) {
      const char = this.text[this.at];
      if (char === " ") {
        col++;
        altCol++;
      } else if (char === "\t") {
        col = (Math.floor(col / TAB_SIZE) + 1) * TAB_SIZE;
        altCol++;
      } else if (char === "\f") {
        col = 0;
        altCol = 0;
      } else if (char === "\\") {
        continued = continued || col;
        this.continuation();
        continue;
      } else break;
      this.at++;
    }
    return continued ? { col: continued, altCol: continued } : { col, altCol };
  }

  private indent(col: number, altCol: number): void {
    if (this.indents.length >= MAX_INDENTS) this.failAtLineEnd("IndentationError", "tooManyIndents");
    if (altCol <= (this.altIndents.at(-1) ?? 0)) this.badTabs();
    this.indents.push(col);
    this.altIndents.push(altCol);
    this.pushEmpty("INDENT");
  }

  private dedent(col: number, altCol: number): void {
    let count = 0;
    while (this.indents.length > 1 && col < (this.indents.at(-1) ?? 0)) {
      this.indents.pop();
      this.altIndents.pop();
      count++;
    }
    if (col !== this.indents.at(-1)) {
      const lineEnd = this.lineEnd();
      const offset = characterCount(this.text.slice(this.lineStart, lineEnd)) + 1;
      const message = this.message("badDedent", []);
      const position = { line: this.line, offset, endLine: this.line, endOffset: -1 };
      throw this.stop(this.source.errorAt("IndentationError", message, position, offset - 1, -1), false, false);
    }
    if (altCol !== this.altIndents.at(-1)) this.badTabs();
    for (; count > 0; count--) this.pushEmpty("DEDENT");
  }

  private badTabs(): never {
    this.failAtLineEnd("TabError", "inconsistentTabs");
  }

  private failAtLineEnd(type: "TabError" | "IndentationError", message: string): never {
    this.failLate(type, message, 0, -1);
  }

  private lineEnd(): number {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  /** Reads one token; true at the end of the source. */
  private token(): boolean {
    let comment = -1;
    for (;;) {
      const code = this.peek();
      if (code === 32 || code === 9 || code === 12) this.at++;
      else if (code === 35) {
        comment = this.at;
        this.at = this.lineEnd();
      }
      else if (code === 92) this.continuation();
      else break;
    }
    const code = this.peek();
    if (code === -1) return this.end();
    // A line's end begins at the comment before it, as in CPython.
    if (code === 10) this.newline(comment < 0 ? this.at : comment);
    else if (isNameStart(code)) this.nameOrString();
    else if (isDigit(code) || (code === 46 && isDigit(this.peek(1)))) this.number();
    else if (code === 34 || code === 39) this.plainString(this.at);
    else this.operator();
    return false;
  }

  private end(): boolean {
    if (this.brackets.length > 0) {
      const { line } = this;
      this.endEarly(this.source.error("SyntaxError", "", line, 0, line, -1));
    }
    this.pushEmpty("ENDMARKER");
    return true;
  }

  /** The source ends where more has to come; an open bracket is told of first. */
  private endEarly(error: SourceError): never {
    const { cause } = this.stop(error, false, true);
    throw new TokenStop({ ...cause, error: cause.unclosed ?? error });
  }

  private newline(start: number): void {
    this.atLineStart = true;
    const end = this.profile.syntax.freeFStrings ? this.at + 1 : this.at;
    if (!this.blankLine && this.brackets.length === 0) this.push("NEWLINE", start, end);
    this.at++;
    this.startLine();
  }

  /** Reads a backslash and the end of its line. */
  private continuation(): void {
    this.at++;
    if (this.text[this.at] !== "\n") {
      // CPython counts these columns from the start of the source, and clips them to the line.
      const col = this.source.bytes(this.lineStart, Math.min(this.at, this.text.length - 1));
      this.failLate("SyntaxError", "afterContinuation", col, -1);
    }
    this.at++;
    if (this.at >= this.text.length) {
      const { line } = this;
      const offset = this.at - this.lineStart;
      const position = { line, offset, endLine: line, endOffset: -1 };
      this.endEarly(this.source.errorAt("SyntaxError", this.message("unexpectedEof", []), position, offset - 1, -1));
    }
    this.startLine();
  }

  private nameOrString(): void {
    const start = this.at;
    const prefix = this.stringPrefix();
    if (prefix !== null) {
      this.at += prefix.length;
      const formatted = this.profile.syntax.freeFStrings && /[ft]/i.test(prefix);
      return formatted ? this.formatStringStart(start) : this.plainString(start);
    }
    let ascii = true;
    while (isNamePart(this.peek())) {
      if (this.peek() >= 128) ascii = false;
      this.at++;
    }
    const text = this.text.slice(start, this.at);
    if (!ascii) this.checkName(text, start);
    this.push(nameKind(text), start, this.at);
  }

  /** The letters before a quote, if they are a string prefix. */
  private stringPrefix(): string | null {
    let length = 0;
    while (length < 6 && this.peek(length) !== 34 && this.peek(length) !== 39 && isNameStart(this.peek(length))) length++;
    const quote = this.peek(length);
    if (length === 0 || (quote !== 34 && quote !== 39)) return null;
    const prefix = this.text.slice(this.at, this.at + length);
    this.checkPrefixes(prefix.toLowerCase());
    const known = this.profile.syntax.templateStrings ? /^(?:[bfrut]|br|rb|fr|rf|tr|rt)$/i : /^(?:[bfru]|br|rb|fr|rf)$/i;
    return known.test(prefix) ? prefix : null;
  }

  /** Refuses prefixes such as `ub`. */
  private checkPrefixes(prefix: string): void {
    if (!/^[burft]+$/.test(prefix) || new Set(prefix).size < prefix.length) return;
    const pair = INCOMPATIBLE.find(([first, second]) => prefix.includes(first) && prefix.includes(second));
    const message = pair && syntaxMessage(this.profile, "incompatiblePrefixes", pair);
    if (!message) return;
    const col = this.source.bytes(this.lineStart, this.at);
    throw this.stop(this.source.error("SyntaxError", message, this.line, col, this.line, col + prefix.length), true, false);
  }

  /** PEP 3131: a letter first, then letters, marks, digits and connectors, after NFKC. */
  private checkName(text: string, start: number): void {
    let index = start;
    for (const char of text) {
      const pattern = index === start ? /^[\p{XID_Start}_]$/u : /^\p{XID_Continue}$/u;
      index += char.length;
      if (pattern.test(char)) continue;
      this.at = index;
      const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char)) this.fail("invalidCharacter", char, code);
      this.fail("invalidNonPrintable", code);
    }
  }

  private operator(): void {
    const start = this.at;
    const char = this.text[start] ?? "";
    const string = this.formatStrings.at(-1);
    if (char === ":" && string && string.expressionDepth >= 0 && string.depth - 1 === string.expressionDepth) {
      string.inText = true;
      string.inFormatSpec = true;
      this.at++;
      return this.push(":", start, this.at);
    }
    const kind = operatorAt(this.text, start);
    if (kind.length > 1) this.at += kind.length;
    else {
      this.at++;
      if (CLOSING.has(char)) {
        this.openBracket(char, start);
        if (string) string.depth++;
      } else if (char === ")" || char === "]" || char === "}") this.closeBracket(char);
      else if (kind === "" && (char < " " || char > "~")) this.fail("invalidNonPrintable", char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
    }
    this.push(kind || "OP", start, this.at);
  }

  private closeBracket(char: string): void {
    const string = this.formatStrings.at(-1);
    if (string && string.depth === 0 && char === "}") this.fail("fstringSingleBrace", string.letter);
    const open = this.brackets.pop();
    if (!open) this.fail("unmatched", char);
    if (CLOSING.get(open.text) !== char) {
      if (string && open.text === "{" && string.depth - 1 === string.expressionDepth) this.fail("fstringUnmatched", string.letter, char);
      if (open.line !== this.line) this.fail("mismatchedOnLine", char, open.text, open.line);
      this.fail("mismatched", char, open.text);
    }
    if (!string) return;
    string.depth--;
    if (string.depth < 0) this.fail("fstringUnmatched", string.letter, char);
    if (char === "}" && string.depth === string.expressionDepth) {
      string.expressionDepth--;
      string.inText = true;
      string.inFormatSpec = false;
    }
  }
}

interface Tokens {
  readonly tokens: readonly Token[];
  readonly error: TokenError | null;
}

/**
 * Tokens of a source, and the error that ended them, if one did. The last token is ENDMARKER or, before an error,
 * ERRORTOKEN. Source: Parser/lexer/lexer.c.
 */
export function tokenize(source: SourceText, profile: Profile): Tokens {
  return collect(new Tokenizer(source, profile), (tokenizer) => tokenizer.run());
}

/**
 * Tokens of an expression that stands in a string, as if in parentheses: from the `{` at index `open` of the first line,
 * which becomes a `(`, to the `)` that ends the source.
 */
export function tokenizeReplacement(source: SourceText, profile: Profile, open: number): Tokens {
  return collect(new Tokenizer(source, profile), (tokenizer) => tokenizer.runReplacement(open));
}

function collect(tokenizer: Tokenizer, run: (tokenizer: Tokenizer) => void): Tokens {
  try {
    run(tokenizer);
    return { tokens: tokenizer.tokens, error: null };
  } catch (stop) {
    if (!(stop instanceof TokenStop)) throw stop;
    tokenizer.pushEmpty("ERRORTOKEN");
    return { tokens: tokenizer.tokens, error: stop.cause };
  }
}
