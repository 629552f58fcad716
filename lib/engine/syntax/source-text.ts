import type { ErrorPosition, SourceErrorType } from "./source-error.ts";
import { SourceError } from "./source-error.ts";

/**
 * The source as the tokenizer reads it: `\r\n` and `\r` are `\n`, and in a file the last line ends in `\n`. Knows the way
 * between UTF-16 indexes, UTF-8 bytes and characters.
 */
export class SourceText {
  readonly text: string;
  /** Index of the first character of each line. */
  readonly lineStarts: readonly number[];
  /** The number of the first line: not 1 for a piece of a larger source. */
  readonly firstLine: number;
  private readonly ascii: boolean;
  private cachedLineStart = 0;
  private cachedIndex = 0;
  private cachedBytes = 0;

  constructor(source: string, endWithNewline: boolean, firstLine = 1) {
    let text = source;
    if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
    if (endWithNewline && text !== "" && !text.endsWith("\n")) text += "\n";
    this.text = text;
    this.firstLine = firstLine;
    this.ascii = /^[\x00-\x7f]*$/.test(text);
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  /** The number of the last line: an end of line at the very end begins no other. */
  get lineCount(): number {
    const ends = this.text.endsWith("\n") ? 1 : 0;
    return this.firstLine + this.lineStarts.length - 1 - ends;
  }

  /** UTF-8 bytes between two indexes of one line. */
  bytes(lineStart: number, index: number): number {
    if (this.ascii) return index - lineStart;
    let from = lineStart;
    let count = 0;
    if (this.cachedLineStart === lineStart && this.cachedIndex <= index) {
      from = this.cachedIndex;
      count = this.cachedBytes;
    }
    count += utf8Length(this.text, from, index);
    this.cachedLineStart = lineStart;
    this.cachedIndex = index;
    this.cachedBytes = count;
    return count;
  }

  /** The line's text without its end; "" behind the last line. */
  line(line: number): string {
    const start = this.lineStarts[line - this.firstLine];
    if (start === undefined) return "";
    const end = this.text.indexOf("\n", start);
    return this.text.slice(start, end < 0 ? undefined : end);
  }

  /**
   * An error between two byte columns from 0. A column of -1 is one that CPython does not know: it shows as offset 0.
   */
  error(type: SourceErrorType, message: string, line: number, col: number, endLine: number, endCol: number): SourceError {
    const offset = col < 0 ? 0 : this.characters(line, col) + 1;
    const endOffset = endCol < 0 ? 0 : this.endOffset(line, endLine, endCol);
    return this.errorAt(type, message, { line, offset, endLine, endOffset }, col, endCol);
  }

  /** CPython reads the end's column in the text of the first line. */
  private endOffset(line: number, endLine: number, endCol: number): number {
    if (line === endLine) return this.characters(line, endCol) + 1;
    const text = this.line(line);
    return this.characters(line, Math.min(endCol, utf8Length(text, 0, text.length))) + 1;
  }

  /** As `error`, with the position already in characters as CPython would show it. */
  errorAt(type: SourceErrorType, message: string, position: ErrorPosition, col: number, endCol: number): SourceError {
    const { line, endLine } = position;
    const start = Math.max(col, 0);
    const span = endCol < 0 ? { line, col: start, endLine: line, endCol: start } : { line, col: start, endLine, endCol };
    return new SourceError(type, message, position, span, this.line(line), (this.lineStarts[line - this.firstLine + 1] ?? 0) > 0);
  }

  /** Characters (code points) in the first `bytes` bytes of a line. */
  characters(line: number, bytes: number): number {
    if (this.ascii) return bytes;
    let left = bytes;
    let count = 0;
    for (const char of this.line(line)) {
      if (left <= 0) return count;
      left -= utf8Length(char, 0, char.length);
      count++;
    }
    return count + Math.max(left, 0);
  }
}

/** UTF-8 bytes of a stretch of UTF-16; a lone surrogate counts three. */
function utf8Length(text: string, from: number, to: number): number {
  let bytes = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < to && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/** Code points of a string. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
