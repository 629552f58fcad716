import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { collectItems } from "../protocol/iterate.ts";
import { PyException } from "../types/exception.ts";
import { PyTuple } from "../types/tuple.ts";
import type { PyTraceback } from "../types/traceback.ts";
import { displayWidth } from "./display-width.ts";
import { type BrokenSource, keywordTypo } from "./keyword-typos.ts";
import type { Machine } from "./machine.ts";
import { quotedSource } from "./quoted-source.ts";
import { suggestion } from "./suggestions.ts";

const HEADER = "Traceback (most recent call last):\n";
const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";
/** Exceptions of a group, and groups in groups, that are shown; the rest is counted. */
const GROUP_WIDTH = 15;
const GROUP_DEPTH = 10;

/** `Type: message`, the traceback's last line (Lib/traceback.py, format_exception_only); without `isShown` the plain text, without suggestions. */
export function lastLine(vm: Machine, exception: PyObject, isShown = true): string {
  const { type } = exception;
  const module = type.dict.get("__module__");
  const prefix = module && type.isHeapType ? vm.strText(module) : "builtins";
  const qualname = vm.strText(vm.temp(vm.getAttribute(type, "__qualname__")));
  const name = prefix === "builtins" || prefix === "__main__" ? qualname : `${prefix}.${qualname}`;
  let text: string;
  try {
    text = isShown ? textOf(vm, exception) : vm.strText(exception);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    text = "<exception str() failed>";
  }
  if (isShown && exception instanceof PyException) text += suggestion(vm, exception, exception.traceback as PyTraceback | null, true);
  return text === "" ? name : `${name}: ${text}`;
}

/** What follows the type's name: the message alone for a SyntaxError, whose place is shown apart. */
function textOf(vm: Machine, exception: PyObject): string {
  if (!exception.type.isSubtypeOf(vm.types.SyntaxError)) return vm.strText(exception);
  const broken = brokenSource(vm, exception);
  const typo = broken && keywordTypo(vm, broken);
  if (typo) return typo.message;
  const own = vm.temp(vm.getAttribute(exception, "msg"));
  return own === vm.none ? vm.strText(exception) : vm.strText(own);
}

/** How far in a text stands, and whether the innermost group still wants its last line. */
interface Margin {
  depth: number;
  needsEnd: boolean;
}

const space = (margin: Margin) => "  ".repeat(margin.depth);

function indented(margin: Margin, text: string, sign = "|"): string {
  return margin.depth === 0 ? text : text.replace(/^(?=.|\n)/gm, `${space(margin)}${sign} `);
}

/** The whole text that `python3` prints, ending with a newline. Causes and contexts come first. */
export function formatException(vm: Machine, exception: PyObject): string {
  const mark = vm.temporaries.length;
  try {
    return formatChain(vm, exception, { depth: 0, needsEnd: false }, new Set());
  } finally {
    vm.releaseTemporaries(mark);
  }
}

function formatChain(vm: Machine, exception: PyObject, margin: Margin, seen: Set<PyObject>): string {
  seen.add(exception);
  if (!(exception instanceof PyException)) return indented(margin, `${lastLine(vm, exception)}\n`);
  const { cause, context } = exception;
  let text = "";
  if (cause && !seen.has(cause)) text = formatChain(vm, cause, margin, seen) + indented(margin, CAUSE);
  else if (!cause && context && !exception.suppressContext && !seen.has(context)) text = formatChain(vm, context, margin, seen) + indented(margin, CONTEXT);
  const parts = exception.type.isSubtypeOf(vm.types.BaseExceptionGroup ?? vm.types.type) ? exception.peekMember("exceptions") : null;
  if (parts instanceof PyTuple) return text + formatGroup(vm, exception, parts.items, margin, seen);
  return text + indented(margin, framesOf(vm, exception) + ownLines(vm, exception));
}

/** The frames of an exception under their header, which is there too where all of them are the library's. */
function framesOf(vm: Machine, exception: PyException, header = HEADER): string {
  const first = exception.traceback as PyTraceback | null;
  return first ? header + formatFrames(vm, first) : exception.leftLibrary ? header : "";
}

/** The place of a SyntaxError, the line of type and text, and the notes. */
function ownLines(vm: Machine, exception: PyException): string {
  return `${sourcePlace(vm, exception)}${lastLine(vm, exception)}\n${notes(vm, exception)}`;
}

/** What `add_note` left (Lib/traceback.py, _format_note). */
function notes(vm: Machine, exception: PyException): string {
  try {
    const found = vm.profile.syntax.exceptStar ? vm.getAttributeOrNull(exception, "__notes__") : null;
    if (!found || vm.temp(found) === vm.none) return "";
    if (!found.type.isSubtypeOf(vm.types.list) && !found.type.isSubtypeOf(vm.types.tuple)) return `${vm.reprText(found)}\n`;
    let text = "";
    for (const note of collectItems(vm, found)) text += `${noteText(vm, vm.temp(note))}\n`;
    return text;
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return "";
  }
}

function noteText(vm: Machine, note: PyObject): string {
  try {
    return vm.strText(note);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return "<note str() failed>";
  }
}

/** A group's own lines, then its exceptions in a tree (Lib/traceback.py, TracebackException.format). */
function formatGroup(vm: Machine, group: PyException, parts: readonly PyObject[], margin: Margin, seen: Set<PyObject>): string {
  if (margin.depth > GROUP_DEPTH) return indented(margin, `... (max_group_depth is ${GROUP_DEPTH})\n`);
  const isOutermost = margin.depth === 0;
  if (isOutermost) margin.depth = 1;
  const frames = framesOf(vm, group, "");
  let text = frames !== "" || group.leftLibrary ? indented(margin, `Exception Group ${HEADER}`, isOutermost ? "+" : "|") + indented(margin, frames) : "";
  text += indented(margin, ownLines(vm, group));
  const shown = Math.min(parts.length, GROUP_WIDTH + 1);
  margin.needsEnd = false;
  for (let i = 0; i < shown; i++) {
    if (i === shown - 1) margin.needsEnd = true;
    text += `${space(margin)}${i === 0 ? "+-" : "  "}+---------------- ${i < GROUP_WIDTH ? i + 1 : "..."} ----------------\n`;
    margin.depth++;
    const more = parts.length - GROUP_WIDTH;
    text += i < GROUP_WIDTH ? formatChain(vm, parts[i], margin, seen) : indented(margin, `and ${more} more exception${more > 1 ? "s" : ""}\n`);
    if (i === shown - 1 && margin.needsEnd) {
      text += `${space(margin)}+------------------------------------\n`;
      margin.needsEnd = false;
    }
    margin.depth--;
  }
  if (isOutermost) margin.depth = 0;
  return text;
}

/** The frames and the line of an exception alone: what unraisable ones show until 3.14. */
export function formatAlone(vm: Machine, exception: PyException): string {
  return `${framesOf(vm, exception)}${lastLine(vm, exception, false)}\n`;
}

/** What a SyntaxError knows of its place; null for other exceptions, and where it knows no line. */
function brokenSource(vm: Machine, exception: PyObject): BrokenSource | null {
  if (!(exception instanceof PyException) || !exception.type.isSubtypeOf(vm.types.SyntaxError)) return null;
  const text = (name: string): string | null => {
    const value = exception.peekMember(name);
    return value?.type === vm.types.str ? vm.strText(value) : null;
  };
  const line = number(vm, exception, "lineno");
  return line === null ? null : { message: text("msg") ?? "", filename: text("filename") ?? "<string>", line, text: text("text"), metadata: exception.peekMember("_metadata") };
}

function number(vm: Machine, exception: PyException, name: string): number | null {
  const value = exception.peekMember(name);
  return value?.type === vm.types.int ? Number(vm.index(value)) : null;
}

/** Where a SyntaxError is: the file, its line, and marks under the place (Lib/traceback.py, _format_syntax_error). */
function sourcePlace(vm: Machine, exception: PyException): string {
  const broken = brokenSource(vm, exception);
  if (broken === null) return "";
  const file = `  File "${broken.filename}", line ${broken.line}\n`;
  if (broken.text === null) return file;
  const typo = keywordTypo(vm, broken);
  if (typo !== null) return file + markedPlace(vm, typo.line, typo.offset, typo.end, true);
  const end = number(vm, exception, "end_lineno");
  const endsInLine = end === broken.line || (end === null && !vm.profile.tracebacks.marksStayInLine);
  return file + markedPlace(vm, broken.text, number(vm, exception, "offset"), number(vm, exception, "end_offset"), endsInLine);
}

/** A line with marks from one character to another, both counted from 1, or to its end (TracebackException._format_syntax_error). */
export function markedPlace(vm: Machine, source: string, offset: number | null, end: number | null, endsInLine: boolean): string {
  const line = source.replace(/\n+$/, "");
  const shown = line.replace(/^[ \n\f]+/, "");
  const cut = line.length - shown.length;
  if (offset === null) return `    ${shown}\n`;
  const behind = line.length + 1;
  const { marksStayInLine } = vm.profile.tracebacks;
  const from = marksStayInLine && source !== "" && offset > source.length ? behind : offset;
  let until = endsInLine ? end || from : behind;
  if (marksStayInLine && source !== "" && until > source.length) until = behind;
  if (until <= from) until = from + 1;
  const start = from - 1 - cut;
  if (start < 0) return `    ${shown}\n`;
  return `    ${shown}\n    ${marksUnder(vm, shown, start, start + until - from)}\n`;
}

/** The marks under a part of a SyntaxError's line: `start` and `end` in characters from 0, the end behind the start. */
function marksUnder(vm: Machine, line: string, start: number, end: number): string {
  const characters = [...line];
  const before = characters.slice(0, start).join("");
  if (!vm.profile.tracebacks.marksTakeWidth) return before.replace(/\S/gu, " ").padEnd(start) + "^".repeat(Math.max(1, end - start));
  const marked = characters.slice(start, end).join("");
  return " ".repeat(displayWidth(vm.profile, before)) + "^".repeat(marked === "" ? Math.max(1, end - start) : displayWidth(vm.profile, marked));
}

/** A line that repeats is shown this often before the rest is counted. */
const REPEATS = 3;

/** The frames of a traceback, outermost first. */
function formatFrames(vm: Machine, first: PyTraceback): string {
  let text = "";
  let last = "";
  let count = 0;
  const more = () => (count > REPEATS ? `  [Previous line repeated ${count - REPEATS} more time${count - REPEATS > 1 ? "s" : ""}]\n` : "");
  for (let level: PyTraceback | null = first; level; level = level.next) {
    const { spec } = level.frame.frame.code;
    const place = `  File "${spec.filename}", line ${level.line}, in ${spec.name}\n`;
    if (place !== last) {
      text += more();
      last = place;
      count = 0;
    }
    if (++count <= REPEATS) text += place + quotedSource(vm, spec.filename, level.line, spec.code[level.lasti]?.span ?? null, vm.profile.tracebacks.readCache);
  }
  return text + more();
}
