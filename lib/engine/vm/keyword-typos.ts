import { compile } from "../compiler/compile.ts";
import type { CompileMode } from "../compiler/code.ts";
import { type PyObject, release, retain } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { collectItems } from "../protocol/iterate.ts";
import { lastStatement } from "../syntax/last-statement.ts";
import { parse, reachesEnd } from "../syntax/parse.ts";
import { SourceError } from "../syntax/source-error.ts";
import { SourceText } from "../syntax/source-text.ts";
import { tokenize } from "../syntax/tokens/tokenizer.ts";
import type { PyException } from "../types/exception.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTuple } from "../types/tuple.ts";
import { closest } from "./edit-distance.ts";
import type { Machine } from "./machine.ts";

/*
 * A SyntaxError that goes away when a name becomes a keyword tells that (Lib/traceback.py, _find_keyword_typos, from 3.14 on).
 * What is tried reaches from the last statement with a block that was read to the line of the error.
 */

/** Characters of a piece that is looked at, names in it, keywords for each of them. */
const LONGEST = 1024;
const MOST_NAMES = 10;
const MOST_KEYWORDS = 3;

/** What is shown in place of an error's own line and message; `offset` and `end` in characters from 1. */
export interface KeywordTypo {
  readonly line: string;
  readonly offset: number;
  readonly end: number;
  readonly message: string;
}

/** The members of a SyntaxError that it takes to look for one. */
export interface BrokenSource {
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  /** The line that is shown; null where it is not known, and nothing is looked for. */
  readonly text: string | null;
  readonly metadata: PyObject | null;
}

/** Sets `_metadata`, where to begin: the line and the column of a statement, and the source where it is no file's. */
export function noteStatement(vm: Machine, exception: PyException, source: string, mode: CompileMode, filename: string): void {
  const { span, text } = lastStatement(source, vm.profile, mode);
  const whole = vm.importer.mainSource()?.filename === filename ? retain(vm.none) : vm.str(text);
  exception.takeMember("_metadata", vm.takeTuple([vm.int(span?.line ?? 0), vm.int(span?.col ?? 0), whole]));
}

/** The piece of a source that holds the error, and which of its lines names are looked for in; null where there is none. */
function pieceOf(vm: Machine, { filename, line, text, metadata }: BrokenSource): { readonly code: string; readonly only: number | null } | null {
  if (!(metadata instanceof PyTuple) || metadata.items.length !== 3) return null;
  const begin = Number(vm.index(metadata.items[0]));
  const [, , source] = metadata.items;
  const file = source instanceof PyStr ? null : vm.importer.text(filename);
  if (!(source instanceof PyStr) && file === null) return { code: dedent(linesOf(text ?? "").slice(0, 1)), only: null };
  const code = dedent(linesOf(source instanceof PyStr ? source.value : (file as string)).slice(Math.max(begin - 1, 0), line));
  return { code, only: file === null ? null : line - Math.max(begin - 1, 0) };
}

const linesOf = (text: string): string[] => text.replace(/(?:\r\n|[\r\n])$/, "").split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);

/** textwrap.dedent. */
function dedent(lines: readonly string[]): string {
  const kept = lines.map((line) => (/^[ \t]*$/.test(line) ? "" : line));
  const margins = kept.filter((line) => line !== "").map((line) => (/^[ \t]*/.exec(line) as RegExpExecArray)[0]);
  let margin = margins[0] ?? "";
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1);
  return kept.map((line) => line.slice(margin.length)).join("\n");
}

/** Whether a piece compiles, or would with more lines (codeop.compile_command). */
function works(vm: Machine, code: string): boolean {
  vm.charge(code.length);
  try {
    compile(parse(code, vm.profile, "exec"), { mode: "exec", profile: vm.profile, filename: "<input>" });
    return true;
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return reachesEnd(code, vm.profile);
  }
}

/** Keywords that a name may be meant for, the likeliest first; `words` are all, as a list of the guest's. */
function candidates(vm: Machine, name: string, words: PyObject, known: readonly string[]): string[] {
  const nearest = closest(vm, name, known);
  const matches = vm.importer.peekName("difflib", "get_close_matches");
  const close = vm.temp(vm.call(matches, [vm.temp(vm.str(name)), words, vm.temp(vm.int(MOST_KEYWORDS)), vm.temp(vm.float(0.5))]));
  const alike = collectItems(vm, close).map((word) => vm.strText(vm.temp(word)));
  return [...(nearest === null ? [] : [nearest]), ...alike].slice(0, MOST_KEYWORDS);
}

/** The keyword that a name of a broken source was meant to be, and how the error is shown then; null where none helps. */
export function keywordTypo(vm: Machine, broken: BrokenSource): KeywordTypo | null {
  const rule = vm.profile.suggestions.keywords;
  if (rule === "never" || broken.text === null || (broken.message !== "invalid syntax" && !broken.message.includes("Perhaps you forgot a comma"))) return null;
  const mark = vm.temporaries.length;
  try {
    const piece = pieceOf(vm, broken);
    return piece === null || piece.code.length > LONGEST || (rule === "if-broken" && works(vm, piece.code)) ? null : search(vm, piece.code, piece.only);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    return null;
  } finally {
    vm.releaseTemporaries(mark);
  }
}

function search(vm: Machine, code: string, only: number | null): KeywordTypo | null {
  const words = vm.importer.peekName("keyword", "kwlist");
  const known = collectItems(vm, words).map((word) => vm.strText(vm.temp(word)));
  const source = new SourceText(code, true);
  const names = tokenize(source, vm.profile).tokens.filter((token) => token.kind === "NAME" && (only === null || token.line === only));
  for (const { text, start, end, line } of names.slice(0, MOST_NAMES)) {
    for (const keyword of candidates(vm, text, words, known)) {
      if (keyword === text || !works(vm, `${code.slice(0, start)}${keyword}${code.slice(end)}`)) continue;
      const lineStart = source.lineStarts[line - 1] as number;
      const column = [...code.slice(lineStart, start)].length + 1;
      return { line: linesOf(code)[line - 1] as string, offset: column, end: column + [...text].length, message: `invalid syntax. Did you mean '${keyword}'?` };
    }
  }
  return null;
}
