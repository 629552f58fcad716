/** A logical line of Python: one or more physical lines joined by brackets, strings or backslashes. */
export interface LogicalLine {
  /** The text, without the comment at its end. */
  readonly text: string;
  /** Offset of `text` in the source. */
  readonly start: number;
  /** Number of the first physical line, from 1. */
  readonly line: number;
  /** Blanks before the first token. */
  readonly indent: number;
}

const STRING = /^(?:[rbuft]{0,2})("""|'''|"|')/i;

/** Length of the string literal that begins at `at`, or 0. An unclosed literal ends at the line or the text. */
function stringLength(source: string, at: number): number {
  const match = STRING.exec(source.slice(at, at + 6));
  if (match === null) return 0;
  const quote = match[1] ?? "";
  let index = at + match[0].length;
  while (index < source.length) {
    if (source[index] === "\\") index += 2;
    else if (source.startsWith(quote, index)) return index + quote.length - at;
    else if (quote.length === 1 && source[index] === "\n") return index - at;
    else index += 1;
  }
  return source.length - at;
}

type Step = { readonly kind: "string" | "comment" | "open" | "close" | "comma" | "newline" | "joined" | "word" | "other"; readonly length: number };

/** The next piece of source, coarse: enough to find the ends of statements and top-level commas. */
function step(source: string, at: number): Step {
  const string = stringLength(source, at);
  if (string > 0) return { kind: "string", length: string };
  const char = source[at] ?? "";
  if (char === "#") {
    const end = source.indexOf("\n", at);
    return { kind: "comment", length: (end < 0 ? source.length : end) - at };
  }
  if (char === "\\" && source[at + 1] === "\n") return { kind: "joined", length: 2 };
  if ("([{".includes(char)) return { kind: "open", length: 1 };
  if (")]}".includes(char)) return { kind: "close", length: 1 };
  if (char === ",") return { kind: "comma", length: 1 };
  if (char === "\n") return { kind: "newline", length: 1 };
  const word = /^\w+/u.exec(source.slice(at, at + 200));
  return word === null ? { kind: "other", length: 1 } : { kind: "word", length: word[0].length };
}

/** Splits source into its logical lines; empty lines and comments are left out. Never fails: what it cannot read is text. */
export function logicalLines(source: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let at = 0;
  let line = 1;
  let start = 0;
  let startLine = 1;
  let end = 0;
  let depth = 0;
  const close = (): void => {
    const raw = source.slice(start, end);
    const text = raw.trimStart();
    if (text.trim() !== "") {
      const indent = raw.length - text.length;
      lines.push({ text: text.trimEnd(), start: start + indent, line: startLine, indent });
    }
  };
  while (at < source.length) {
    const { kind, length } = step(source, at);
    const next = at + length;
    line += source.slice(at, next).split("\n").length - 1;
    if (kind === "open") depth += 1;
    if (kind === "close") depth = Math.max(0, depth - 1);
    if (kind !== "comment" && kind !== "newline") end = next;
    if (kind === "newline" && depth === 0) {
      close();
      start = next;
      end = next;
      startLine = line;
    }
    at = next;
  }
  close();
  return lines;
}

/** Splits the text of an expression at its top-level commas. */
export function splitCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const { kind, length } = step(text, at);
    if (kind === "open") depth += 1;
    if (kind === "close") depth -= 1;
    if (kind === "comma" && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
    at += length;
  }
  parts.push(text.slice(start));
  return parts.map((part) => part.trim());
}

/** An assert statement: `assert condition, message`. */
export interface Assertion {
  readonly line: number;
  readonly indent: number;
  readonly condition: string;
  readonly message: string | null;
  /** Where the statement stands in the source. */
  readonly start: number;
  readonly end: number;
}

/** The assert statements of a program, those in nested blocks too; one after a `;` or a `:` on the same line is not seen. */
export function assertions(source: string): Assertion[] {
  return logicalLines(source).flatMap((logical) => {
    const match = /^assert\b\s*/.exec(logical.text);
    if (match === null) return [];
    const [condition = "", ...message] = splitCommas(logical.text.slice(match[0].length));
    return [
      {
        line: logical.line,
        indent: logical.indent,
        condition,
        message: message.length > 0 ? message.join(", ") : null,
        start: logical.start,
        end: logical.start + logical.text.length,
      },
    ];
  });
}
