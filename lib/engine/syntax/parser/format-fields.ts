import type { Context, Expr, JoinedStr } from "../ast.ts";
import { decodeString } from "../escapes.ts";
import type { Token } from "../tokens/token.ts";
import { Cursor } from "./cursor.ts";

export type Family = "FSTRING" | "TSTRING";

/** The parts of f-strings and t-strings (PEP 701, PEP 750), and the search for expressions in older f-strings. */
export abstract class FormatFieldRules extends Cursor {
  identifier(token: Token): string {
    const { text } = token;
    return text.length === token.endCol - token.col ? text : text.normalize("NFKC");
  }

  name(token: Token, ctx: Context): Expr {
    return { type: "Name", span: this.spanOf(token), id: this.identifier(token), ctx };
  }

  protected decode(text: string, raw: boolean): string {
    if (raw) return text;
    const decoded = decodeString(text);
    return "error" in decoded ? this.failText(decoded.error) : decoded.value;
  }

  /** The same for what stands before a field: a backslash before the brace is no escape and stays (fstring_find_literal). */
  protected decodePart(text: string, raw: boolean): string {
    const isOpen = !raw && /(?<!\\)(?:\\\\)*\\$/.test(text);
    return isOpen ? `${this.decode(text.slice(0, -1), raw)}\\` : this.decode(text, raw);
  }

  /** Refuses the source at the last token looked at, with a text that is no message of its own. */
  protected failText(text: string): never {
    this.failLast("SyntaxError", "verbatim", text);
    throw new RangeError("the message table lacks the verbatim text");
  }

  /** A whole f-string or t-string. */
  protected formatString(family: Family): Expr | null {
    const pos = this.pos;
    const start = this.take(`${family}_START`);
    if (!start) return null;
    const raw = start.text.toLowerCase().includes("r");
    const parts: (Token | Expr[])[] = [];
    for (;;) {
      const part = this.take(`${family}_MIDDLE`) ?? this.field(family, false);
      if (!part) break;
      parts.push(part);
    }
    if (!this.take(`${family}_END`)) return this.back(pos);
    // Escapes are read last, so that a wrong one is reported at the string's end, as in CPython.
    const values = parts.flatMap((part) => ("kind" in part ? this.middle(part, raw) : part));
    const span = this.spanFrom(start);
    return family === "FSTRING" ? { type: "JoinedStr", span, values } : { type: "TemplateStr", span, values };
  }

  private middle(token: Token, raw: boolean): Expr[] {
    const value = this.decodePart(token.text, raw);
    return value === "" ? [] : [{ type: "Constant", span: this.spanOf(token), value: { kind: "str", value } }];
  }

  /** One `{…}`: the value, and before it the text of `{x=}`. `inSpec`: inside a format specification. */
  field(family: Family, inSpec: boolean): Expr[] | null {
    const pos = this.pos;
    const open = this.take("{");
    if (!open) return null;
    const value = this.annotatedValue();
    const debug = value && this.take("=") !== null;
    const conversion = value && this.conversion(family);
    const afterConversion = this.pos;
    const formatSpec = value && this.formatSpec(family);
    const terminator = this.tokens[conversion ? conversion.pos : formatSpec ? afterConversion : this.pos] as Token;
    if (!value || !this.take("}")) {
      this.pos = pos;
      this.mistakes?.fieldMistakes(this, family);
      return this.back(pos);
    }
    const letter = this.checkConversion(family, conversion?.name ?? null);
    const code = letter ?? (debug && !formatSpec ? 114 : -1);
    const span = this.spanFrom(open);
    const text = this.fieldText(open, terminator);
    const node: Expr =
      family === "TSTRING" && !inSpec
        ? { type: "Interpolation", span, value, str: text.replace(/[\s=]+$/, ""), conversion: code, formatSpec }
        : { type: "FormattedValue", span, value, conversion: code, formatSpec };
    if (!debug) return [node];
    const textSpan = { line: open.line, col: open.col + 1, endLine: terminator.line, endCol: terminator.col };
    return [{ type: "Constant", span: textSpan, value: { kind: "str", value: text } }, node];
  }

  /** The source between the braces, without comments. */
  private fieldText(open: Token, terminator: Token): string {
    const text = this.source.text.slice(open.end, terminator.start);
    return text.includes("#") ? text.replace(/#[^\n]*/g, "") : text;
  }

  annotatedValue(): Expr | null {
    return this.yieldExpression() ?? this.starExpressions();
  }

  private conversion(family: Family): { name: Token; pos: number } | null {
    const pos = this.pos;
    const mark = this.take("!");
    const name = mark && this.take("NAME");
    if (!mark || !name) return this.back(pos);
    if (mark.line !== name.line || mark.endCol !== name.col) this.failRange(mark, name, "fstringConversionSpace", letterOf(family));
    return { name, pos };
  }

  private checkConversion(family: Family, name: Token | null): number | null {
    if (!name) return null;
    if (!/^[sra]$/.test(name.text)) this.failAt(name, "fstringBadConversion", letterOf(family), name.text);
    return name.text.charCodeAt(0);
  }

  private formatSpec(family: Family): JoinedStr | null {
    const colon = this.take(":");
    if (!colon) return null;
    const values: Expr[] = [];
    for (;;) {
      const middle = this.take(`${family}_MIDDLE`);
      const parts = middle ? this.middle(middle, false) : this.field(family, true);
      if (!parts) break;
      values.push(...parts);
    }
    return { type: "JoinedStr", span: this.spanFrom(colon), values };
  }

  /** Where the expression that starts at `start` ends, in an f-string of versions before PEP 701. */
  protected legacyExpressionEnd(start: number, end: number): number {
    const { text } = this.source;
    const open: string[] = [];
    let quote = "";
    let at = start;
    for (; at < end; at++) {
      const char = text[at] ?? "";
      if (char === "\\") this.failLast("SyntaxError", "fstringBackslash");
      if (quote !== "") {
        if (text.startsWith(quote, at)) {
          at += quote.length - 1;
          quote = "";
        }
      } else if (char === "'" || char === '"') {
        quote = at + 2 < end && text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
        at += quote.length - 1;
      } else if ("[{(".includes(char)) open.push(char);
      else if (char === "#") this.failLast("SyntaxError", "fstringComment");
      else if (open.length === 0 && "!:}=<>".includes(char)) {
        const double = at + 1 < end && text[at + 1] === "=" && "!=<>".includes(char);
        if (double) at++;
        else if (at + 1 >= end || !"<>".includes(char)) break;
      } else if ("]})".includes(char)) this.legacyClose(open, char);
    }
    if (quote !== "") this.failLast("SyntaxError", "fstringUnterminated");
    const unclosed = open.at(-1);
    if (unclosed !== undefined) this.failLast("SyntaxError", "fstringUnmatched", "f", unclosed);
    if (at >= end) this.failLast("SyntaxError", "fstringExpectingBrace", "f");
    return at;
  }

  private legacyClose(open: string[], char: string): void {
    const opening = open.pop();
    if (opening === undefined) this.failLast("SyntaxError", "fstringUnmatched", "f", char);
    else if (!["()", "[]", "{}"].includes(opening + char)) this.failLast("SyntaxError", "fstringMismatched", char, opening);
  }
}

export function letterOf(family: Family): string {
  return family === "FSTRING" ? "f" : "t";
}
