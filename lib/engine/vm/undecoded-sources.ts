import type { CompileMode } from "../compiler/code.ts";
import { release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { syntaxMessage } from "../syntax/messages.ts";
import { Parser, parserOf } from "../syntax/parser/parser.ts";
import { type ErrorPosition, SourceError } from "../syntax/source-error.ts";
import { characterCount, type SourceText } from "../syntax/source-text.ts";
import { decode } from "../types/codec.ts";
import type { PyException } from "../types/exception.ts";
import { raising } from "./source-errors.ts";
import type { Machine } from "./machine.ts";

/*
 * Up to 3.13 a source without a coding line is never decoded as a whole: CPython decodes names and strings one by one, so bytes
 * that are not UTF-8 may stand in comments, and a mistake before them is told first.
 */

const STRAY = /[\udc80-\udcff]/;

/** Decodes strings, in which a lone surrogate is a byte that is not UTF-8. */
class DecodingParser extends Parser {
  complaint = (text: string): string => text;

  protected override decode(text: string, raw: boolean): string {
    if (!STRAY.test(text)) return super.decode(text, raw);
    // Beside escapes each run of other characters is decoded for itself (decode_unicode_with_escapes).
    const run = raw || !text.includes("\\") ? text : (/[^\x00-\x7f]*[\udc80-\udcff][^\x00-\x7f]*/.exec(text)?.[0] ?? text);
    return this.failText(this.complaint(run));
  }
}

/** The text of bytes that have to be UTF-8 wherever they mean something. */
export function textOfUtf8(vm: Machine, bytes: Uint8Array, filename: string, mode: CompileMode): string {
  const text = decode(vm, bytes, "utf-8", "surrogateescape");
  if (!STRAY.test(text)) return text;
  if (checksBytes(vm)) refuseFirst(vm, text, filename);
  const complaint = (part: string) => complaintAbout(vm, part);
  const parser = parserOf(DecodingParser, text, vm.profile, mode);
  parser.complaint = complaint;
  try {
    parser.module(mode);
  } catch (problem) {
    if (!(problem instanceof SourceError)) throw problem;
    const found = problem === parser.tokenError?.error ? inName(problem, parser.source, complaint) : problem;
    if (found?.message.startsWith("(unicode error) 'utf-8'")) raising(vm, filename, null, () => refuse(vm, found));
  }
  return shown(vm, text);
}

/** Bytes are checked before they are read (3.14). */
export function checksBytes(vm: Machine): boolean {
  return syntaxMessage(vm.profile, "rule.bytesAreChecked", []) !== null;
}

function refuseFirst(vm: Machine, text: string, filename: string): never {
  const lines = text.split(/\r\n?|\n/);
  const at = lines.findIndex((line) => STRAY.test(line));
  const before = lines[at].slice(0, lines[at].search(STRAY));
  const stray = (lines[at].charCodeAt(before.length) - 0xdc00).toString(16);
  const offset = characterCount(before) + 1;
  const message = `Non-UTF-8 code starting with '\\x${stray}' on line ${at + 1}, but no encoding declared; see https://peps.python.org/pep-0263/ for details`;
  return refuseBytes(vm, message, filename, { line: at + 1, offset, endLine: at + 1, endOffset: offset }, shown(vm, lines[at]));
}

/** Raises what the reader of bytes found; the file is not part of it and put in afterwards. */
export function refuseBytes(vm: Machine, message: string, filename: string, { line, offset, endLine, endOffset }: ErrorPosition, text: string): never {
  const place = [retain(vm.none), vm.int(line), vm.int(offset), vm.str(text), vm.int(endLine), vm.int(endOffset)];
  const raised = vm.makeRaise("SyntaxError", [vm.str(message), vm.takeTuple(place)]);
  (raised.exception as PyException).takeMember("filename", vm.str(filename));
  throw raised;
}

function refuse(vm: Machine, { type, message, position, span, text, endsLine }: SourceError): never {
  throw new SourceError(type, message, position, span, text && shown(vm, text), endsLine);
}

/** Stray bytes as they are shown, a mark for as many as belong together. */
const shown = (vm: Machine, text: string) => text.replace(/[\udc80-\udcff]+/g, (run) => decode(vm, bytesOf(run), "utf-8", "replace"));

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((char) => (STRAY.test(char) ? [char.charCodeAt(0) - 0xdc00] : [...new TextEncoder().encode(char)])));
}

/** What the tokenizer said of a character, if that was such a byte. */
function inName({ position, span }: SourceError, source: SourceText, complaint: (text: string) => string): SourceError | null {
  if (position === null) return null;
  const line = source.line(position.line);
  const before = Array.from(line).slice(0, position.offset).join("");
  if (!STRAY.test(before.slice(-1))) return null;
  const start = /[\w\x80-\uffff]*$/.exec(before)?.index ?? 0;
  const name = /^[\w\x80-\uffff]*/.exec(line.slice(start))?.[0] ?? "";
  const offset = Array.from(line.slice(0, start) + name).length;
  return new SourceError("SyntaxError", complaint(name), { ...position, offset, endOffset: -1 }, span, line);
}

/** What decoding says of a text in which bytes are kept as surrogates. */
function complaintAbout(vm: Machine, text: string): string {
  try {
    decode(vm, bytesOf(text), "utf-8", "strict");
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    const said = vm.strText(error.exception);
    release(error.exception);
    return `(unicode error) ${said}`;
  }
  return "";
}
