import type { Profile } from "../profiles/types.ts";
import type { Span } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { SourceError } from "../syntax/source-error.ts";
import { displayWidth } from "./display-width.ts";
import type { Machine } from "./machine.ts";

/** Where the marks of an expression change: its operator, or its brackets. Lines from 0, characters. */
interface Anchors {
  readonly line: number;
  readonly start: number;
  readonly endLine: number;
  readonly end: number;
}

/** The lines of source that a traceback shows for a frame, indented, with the version's marks; "" where the source is not known. */
export function quotedSource(vm: Machine, filename: string, line: number, span: Span | null, readsCache = true): string {
  const first = vm.importer.sourceLine(filename, line, readsCache);
  if (!first?.trim()) return "";
  const { carets } = vm.profile.tracebacks;
  if (!span || span.line !== line || carets === "none") return `    ${first.trim()}\n`;
  if (carets === "first-line") return firstLine(vm.profile, first, span);
  const lines = [first];
  for (let n = line + 1; n <= span.endLine; n++) lines.push(vm.importer.sourceLine(filename, n, readsCache) ?? "");
  return everyLine(vm.profile, lines, span);
}

/** Characters in the first bytes of a line's UTF-8. */
function characters(line: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(line).slice(0, bytes)).length;
}

function firstLine(profile: Profile, line: string, span: Span): string {
  const shown = line.trim();
  const indent = line.length - line.trimStart().length;
  const start = characters(line, span.col);
  const isOneLine = span.line === span.endLine;
  const end = isOneLine ? characters(line, span.endCol) : indent + shown.length;
  const anchors = isOneLine ? anchorsOf(profile, line.slice(start, end), false) : null;
  if (end - start >= shown.length && !anchors) return `    ${shown}\n`;
  const columns = (from: number, to: number): number => displayWidth(profile, line.slice(from, to));
  const [left, right] = anchors ? [start + anchors.start, start + anchors.end] : [start, end];
  const marks = "~".repeat(columns(start, left)) + "^".repeat(columns(left, right)) + "~".repeat(columns(right, end));
  return `    ${shown}\n    ${" ".repeat(columns(indent, start))}${marks}\n`;
}

function everyLine(profile: Profile, source: readonly string[], span: Span): string {
  const indents = source.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const dedent = Math.min(...indents);
  const lines = source.map((line) => line.slice(dedent).trimEnd());
  const last = lines.length - 1;
  const start = Math.max(0, characters(source[0], span.col) - dedent);
  const end = Math.max(0, characters(source[last], span.endCol) - dedent);
  const text = lines.join("\n");
  const segment = text.slice(start, text.length - (lines[last].length - end));
  const found = anchorsOf(profile, segment, true);
  const anchors = found && { ...found, start: found.start + (found.line === 0 ? start : 0), end: found.end + (found.endLine === 0 ? start : 0) };
  const isPart = lines[0].slice(0, start).trim() !== "" || lines[last].slice(end).trim() !== "";
  const marked = (anchors !== null || isPart) && !isWholeCall(profile, text, start, end, lines.length);
  const rows: string[] = [];
  let before = -1;
  for (const at of shownLines(last, anchors)) {
    if (before >= 0 && at - before === 2) rows.push(...withMarks(profile, lines, at - 1, start, end, anchors, marked));
    else if (before >= 0 && at - before > 2) rows.push(`...<${at - before - 1} lines>...`);
    rows.push(...withMarks(profile, lines, at, start, end, anchors, marked));
    before = at;
  }
  return rows.map((row) => `    ${row}\n`).join("");
}

/** The first and the last line, and those around the places where the marks change. */
function shownLines(last: number, anchors: Anchors | null): number[] {
  const shown = new Set([0, last]);
  for (const at of anchors ? [anchors.line, anchors.endLine] : []) for (const near of [at - 1, at, at + 1]) if (near >= 0 && near <= last) shown.add(near);
  return [...shown].sort((a, b) => a - b);
}

function withMarks(profile: Profile, lines: readonly string[], at: number, start: number, end: number, anchors: Anchors | null, marked: boolean): string[] {
  const line = lines[at];
  if (!marked) return [line];
  const indent = line.length - line.trimStart().length;
  const last = at === lines.length - 1 ? end : line.length;
  const markAt = (col: number): string => {
    if (col < indent || (at === 0 && col < start)) return " ";
    if (!anchors) return "^";
    const isAfter = at > anchors.line || (at === anchors.line && col >= anchors.start);
    const isBefore = at < anchors.endLine || (at === anchors.endLine && col < anchors.end);
    return isAfter && isBefore ? "^" : "~";
  };
  let marks = "";
  let col = 0;
  for (const character of line.slice(0, last)) {
    marks += markAt(col).repeat(displayWidth(profile, character));
    col += character.length;
  }
  // A mark may stand behind the line's end.
  for (; col < last; col++) marks += markAt(col);
  return [line, marks];
}

/** `return f()` and `x = f()`: marks under the whole call would say nothing. */
function isWholeCall(profile: Profile, text: string, start: number, end: number, count: number): boolean {
  const statement = statementOf(profile, text);
  if (!statement) return false;
  const isPlain = statement.type === "Return" || (statement.type === "Assign" && statement.targets.length === 1 && statement.targets[0].type === "Name");
  const value = isPlain ? statement.value : null;
  if (value?.type !== "Call" || (statement.type === "Return" && value.func.type !== "Name")) return false;
  const { span } = value;
  return span.line === 1 && span.endLine === count && span.col === start && span.endCol === end;
}

function statementOf(profile: Profile, text: string) {
  try {
    const tree = parse(text, profile, "exec");
    return tree.mode === "eval" ? null : (tree.body[0] ?? null);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}

/** Where an operation, a subscript or (with `calls`) a call has its operator or brackets; null for all else. */
function anchorsOf(profile: Profile, segment: string, calls: boolean): Anchors | null {
  const statement = statementOf(profile, `(\n${segment}\n)`);
  if (statement?.type !== "Expr") return null;
  const lines = segment.split("\n");
  const expression = statement.value;
  if (expression.type === "BinOp") return operatorIn(lines, expression.left.span, expression.right.span);
  const before = expression.type === "Subscript" ? expression.value : calls && expression.type === "Call" ? expression.func : null;
  if (!before) return null;
  const bracket = seek(lines, endOf(lines, before.span), expression.type === "Call" ? /\(/ : /\[/);
  const close = endOf(lines, expression.span);
  return bracket && { line: bracket.line, start: bracket.col, endLine: close.line, end: close.col };
}

interface Place {
  readonly line: number;
  readonly col: number;
}

/** The segment was parsed one line further down, in parentheses. */
function endOf(lines: readonly string[], span: Span): Place {
  const line = span.endLine - 2;
  return { line, col: characters(lines[line] ?? "", span.endCol) };
}

/** The next character that matches, beyond comments and line ends. */
function seek(lines: readonly string[], from: Place, wanted: RegExp): Place | null {
  let { line, col } = from;
  while (line < lines.length) {
    const char = lines[line][col];
    if (char === undefined || char === "#" || char === "\\") {
      line++;
      col = 0;
    } else if (wanted.test(char)) return { line, col };
    else col++;
  }
  return null;
}

function operatorIn(lines: readonly string[], left: Span, right: Span): Anchors | null {
  const at = seek(lines, endOf(lines, left), /[^\s)]/);
  if (!at) return null;
  const { line, col } = at;
  const next = lines[line][col + 1];
  const limit = right.line - 2 > line ? Number.POSITIVE_INFINITY : characters(lines[line], right.col);
  const isTwo = next !== undefined && col + 1 < limit && !/[\s\\#]/.test(next);
  return { line, start: col, endLine: line, end: col + (isTwo ? 2 : 1) };
}
