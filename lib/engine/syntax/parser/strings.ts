import type { Constant, Expr, JoinedStr, Literal, Span } from "../ast.ts";
import { decodeBytes } from "../escapes.ts";
import type { Token } from "../tokens/token.ts";
import { MEMO } from "./memo.ts";
import { FormatFieldRules } from "./format-fields.ts";

interface StringToken {
  readonly prefix: string;
  readonly body: string;
  /** Index of the body's first character in the source. */
  readonly bodyStart: number;
}

/** Names and string literals. Strings that follow each other are one. */
export abstract class StringRules extends FormatFieldRules {
  strings(): Expr | null {
    return this.memo(MEMO.strings, () => {
      if (!this.profile.syntax.freeFStrings) return this.legacyStrings();
      this.mistakes?.mixedTemplates(this);
      const start = this.token;
      const parts = this.manyStrings();
      if (parts.length > 0) return this.joinStrings(parts, start);
      const templates = this.manyTemplates();
      if (templates.length === 0) return null;
      const values = foldConstants(templates.flatMap((part) => (part.type === "TemplateStr" ? part.values : [part])), true);
      return { type: "TemplateStr", span: this.spanFrom(start), values };
    });
  }

  manyStrings(): Expr[] {
    const parts: Expr[] = [];
    for (;;) {
      const part = this.at("STRING") ? this.plainString(this.next()) : this.formatString("FSTRING");
      if (!part) return parts;
      parts.push(part);
    }
  }

  manyTemplates(): Expr[] {
    const parts: Expr[] = [];
    for (;;) {
      const part = this.formatString("TSTRING");
      if (!part) return parts;
      parts.push(part);
    }
  }

  private plainString(token: Token): Constant {
    return constant(this.spanOf(token), this.stringValue(token), isUnicode(token));
  }

  private stringValue(token: Token): Literal {
    const { prefix, body } = splitString(token);
    const raw = prefix.includes("r");
    if (!prefix.includes("b")) return { kind: "str", value: this.decode(body, raw) };
    if (!/^[\x00-\x7f]*$/.test(body)) this.bytesNotAscii(token);
    const decoded = decodeBytes(body, raw);
    if ("error" in decoded) return this.failText(decoded.error);
    return { kind: "bytes", value: decoded.value };
  }

  private bytesNotAscii(token: Token): void {
    if (this.knows("rule.bytesErrorAtToken")) this.failAt(token, "bytesNotAscii");
    this.failLast("SyntaxError", "bytesNotAscii");
  }

  /** Joins literals and f-strings (Parser/action_helpers.c, _PyPegen_concatenate_strings). */
  private joinStrings(parts: readonly Expr[], start: Token): Expr {
    const bytes = parts.filter((part) => part.type === "Constant" && part.value.kind === "bytes").length;
    if (bytes > 0 && bytes < parts.length) this.failLast("SyntaxError", "mixedBytes");
    const first = parts[0] as Expr;
    const formatted = parts.some((part) => part.type === "JoinedStr");
    if (!formatted && parts.length === 1) return first;
    const values = foldConstants(parts.flatMap((part) => (part.type === "JoinedStr" ? part.values : [part])), formatted);
    return formatted ? { type: "JoinedStr", span: this.spanFrom(start), values } : (values[0] as Expr);
  }

  // Versions before PEP 701: an f-string is one token, its expressions are found and parsed afterwards

  private legacyStrings(): Expr | null {
    const tokens: Token[] = [];
    while (this.at("STRING")) tokens.push(this.next());
    const first = tokens[0];
    if (!first) return null;
    const span = this.spanFrom(first);
    const bytes = splitString(first).prefix.includes("b");
    const octets: Literal[] = [];
    const joiner = new LegacyJoiner(span, span, isUnicode(first));
    for (const token of tokens) {
      const { prefix, body, bodyStart } = splitString(token);
      if (prefix.includes("b") !== bytes) this.failLast("SyntaxError", "mixedBytes");
      if (bytes) octets.push(this.stringValue(token));
      else if (!prefix.includes("f")) joiner.text(this.decode(body, prefix.includes("r")));
      else {
        joiner.formatted = true;
        this.legacyFormat(joiner, token, bodyStart, bodyStart + body.length, prefix.includes("r"), 0);
      }
    }
    return bytes ? { type: "Constant", span, value: joinBytes(octets) } : joiner.finish();
  }

  /** Reads an f-string's text from `at` to `end`, or at depth 1 a format specification up to its `}`. Gives where it ended. */
  private legacyFormat(joiner: LegacyJoiner, token: Token, at: number, end: number, raw: boolean, depth: number): number {
    for (let index = at; ; ) {
      const literal = this.legacyLiteral(index, end, raw, depth);
      if (literal.text !== "") joiner.text(this.decodePart(literal.text, raw));
      index = literal.end;
      if (literal.doubled) continue;
      if (index >= end || this.source.text[index] === "}") return index;
      index = this.legacyField(joiner, token, index, end, raw, depth);
    }
  }

  /** The text up to a brace, and where reading goes on. A doubled brace ends it too, with one brace kept. */
  private legacyLiteral(start: number, end: number, raw: boolean, depth: number): { text: string; end: number; doubled: boolean } {
    const { text } = this.source;
    let at = start;
    while (at < end) {
      const char = text[at++];
      if (!raw && char === "\\" && at < end) {
        if (text[at] !== "{" && text[at] !== "}") at++;
        if (text[at - 1] === "N" && text[at] === "{") {
          const close = text.indexOf("}", at);
          at = close < 0 || close >= end ? end : close + 1;
        }
        continue;
      }
      if (char !== "{" && char !== "}") continue;
      if (depth === 0 && at < end && text[at] === char) return { text: text.slice(start, at), end: at + 1, doubled: true };
      if (depth === 0 && char === "}") this.failLast("SyntaxError", "fstringSingleBrace", "f");
      at--;
      break;
    }
    return { text: text.slice(start, at), end: at, doubled: false };
  }

  /** One `{…}`; gives the index behind it. */
  private legacyField(joiner: LegacyJoiner, token: Token, open: number, end: number, raw: boolean, depth: number): number {
    if (depth >= 2) this.failLast("SyntaxError", "fstringTooDeep", "f");
    const { text } = this.source;
    let at = this.legacyExpressionEnd(open + 1, end);
    const value = this.legacyExpression(token, open, at);
    let debug: string | null = null;
    if (text[at] === "=") {
      at++;
      while (/[ \t\n\v\f\r]/.test(text[at] ?? "")) at++;
      debug = text.slice(open + 1, at);
    }
    let conversion = -1;
    if (text[at] === "!") {
      if (at + 1 >= end) this.failLast("SyntaxError", "fstringExpectingBrace", "f");
      conversion = text.charCodeAt(at + 1);
      at += 2;
      if (!"sra".includes(String.fromCharCode(conversion))) this.failLast("SyntaxError", "legacyConversion");
    }
    let formatSpec: JoinedStr | null = null;
    if (at < end && text[at] === ":") {
      if (at + 1 >= end) this.failLast("SyntaxError", "fstringExpectingBrace", "f");
      const spec = new LegacyJoiner(joiner.span, this.spanOf(token), false);
      at = this.legacyFormat(spec, token, at + 1, end, raw, depth + 1);
      formatSpec = { type: "JoinedStr", span: this.spanOf(token), values: spec.values() };
    }
    if (at >= end || text[at] !== "}") this.failLast("SyntaxError", "fstringExpectingBrace", "f");
    if (debug !== null) joiner.text(debug);
    if (debug !== null && !formatSpec && conversion === -1) conversion = 114;
    joiner.field({ type: "FormattedValue", span: joiner.span, value, conversion, formatSpec });
    return at + 1;
  }

  /** The expression between a `{` and the index behind its text. */
  private legacyExpression(token: Token, open: number, close: number): Expr {
    const { text } = this.source;
    if (/^[ \t\n\f]*$/.test(text.slice(open + 1, close))) {
      const end = text[close] ?? "";
      this.failLast("SyntaxError", end === "}" ? "fstringEmpty" : "fstringRequired", end);
    }
    return this.parseReplacement(token, open, close);
  }

  /** Parses the source text between two indexes of a string token, as if in parentheses. */
  protected abstract parseReplacement(token: Token, open: number, close: number): Expr;
}

/**
 * Collects the parts of an f-string as versions before PEP 701 do: every part has the place of the whole literal, only the
 * last text has its own (in a format specification: one string of several).
 */
class LegacyJoiner {
  readonly span: Span;
  formatted = false;
  private readonly parts: Expr[] = [];
  private pending = "";

  private readonly lastSpan: Span;
  private readonly unicode: boolean;

  constructor(span: Span, lastSpan: Span, unicode: boolean) {
    this.span = span;
    this.lastSpan = lastSpan;
    this.unicode = unicode;
  }

  text(text: string): void {
    this.pending += text;
  }

  field(value: Expr): void {
    this.flush(this.span);
    this.parts.push(value);
  }

  values(): Expr[] {
    this.flush(this.lastSpan);
    return this.parts;
  }

  finish(): Expr {
    if (!this.formatted) return constant(this.span, { kind: "str", value: this.pending }, this.unicode);
    return { type: "JoinedStr", span: this.span, values: this.values() };
  }

  private flush(span: Span): void {
    if (this.pending !== "") this.parts.push(constant(span, { kind: "str", value: this.pending }, this.unicode));
    this.pending = "";
  }
}

function constant(span: Span, value: Literal, unicode: boolean): Constant {
  return unicode ? { type: "Constant", span, value, isUnicode: true } : { type: "Constant", span, value };
}

/** Only the small letter is remembered. */
function isUnicode(token: Token): boolean {
  return token.text.startsWith("u");
}

/** Joins neighbouring literals; beside an f-string, empty ones go. */
function foldConstants(parts: readonly Expr[], dropEmpty: boolean): Expr[] {
  const folded: Expr[] = [];
  for (const part of parts) {
    const last = folded.at(-1);
    if (part.type === "Constant" && last?.type === "Constant") folded[folded.length - 1] = joinConstants(last, part);
    else folded.push(part);
  }
  if (!dropEmpty) return folded;
  return folded.filter((part) => part.type !== "Constant" || part.value.kind !== "str" || part.value.value !== "");
}

function joinConstants(left: Constant, right: Constant): Constant {
  const span = { ...left.span, endLine: right.span.endLine, endCol: right.span.endCol };
  if (left.value.kind === "str" && right.value.kind === "str") {
    return constant(span, { kind: "str", value: left.value.value + right.value.value }, left.isUnicode === true);
  }
  return { type: "Constant", span, value: joinBytes([left.value, right.value]) };
}

function joinBytes(parts: readonly Literal[]): Literal {
  const bytes = parts.flatMap((part) => (part.kind === "bytes" ? [...part.value] : []));
  return { kind: "bytes", value: Uint8Array.from(bytes) };
}

function splitString(token: Token): StringToken {
  const { text } = token;
  const quoteAt = /['"]/.exec(text)?.index ?? 0;
  const quote = text[quoteAt] ?? "";
  const size = text.length - quoteAt >= 6 && text.startsWith(quote.repeat(3), quoteAt) ? 3 : 1;
  const from = quoteAt + size;
  return { prefix: text.slice(0, quoteAt).toLowerCase(), body: text.slice(from, text.length - size), bodyStart: token.start + from };
}
