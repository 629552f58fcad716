import type { CodeSpec, CompileMode } from "../compiler/code.ts";
import { type CompileOptions, compile } from "../compiler/compile.ts";
import { release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import type { Module, Span } from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { SourceError } from "../syntax/source-error.ts";
import { makeUnit, type PyCode } from "../types/code.ts";
import { errorTexts } from "./error-texts.ts";
import type { Machine } from "./machine.ts";

/** Compiled units about which there was nothing to say, the last ones: programs are run again under another seed, and to be looked at. */
const compiled = new Map<string, CodeSpec>();
const MOST_COMPILED = 32;

/** Compiles a unit; what is wrong with it is raised, and what is doubtful goes to the module `warnings`. */
export function compileUnit(vm: Machine, source: string, mode: CompileMode, filename: string, changes?: Changes): PyCode {
  const key = JSON.stringify([vm.profile.id, mode, filename, changes, source]);
  const known = compiled.get(key);
  if (known !== undefined) return makeUnit(vm, known, false);
  let isQuiet = true;
  const warn: Warn = (category, text, span) => {
    isQuiet = false;
    warnOfSource(vm, category, text, filename, span);
  };
  const tree = parseWith(vm, source, mode, filename, warn);
  const spec = specOf(vm, tree, mode, filename, warn, changes);
  if (isQuiet) {
    if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value as string);
    compiled.set(key, spec);
  }
  return makeUnit(vm, spec, false);
}

/** What `compile` may ask for; its level tells one optimization from another. */
export type Changes = Pick<CompileOptions, "futureAnnotations" | "optimization">;

type Warn = (category: string, text: string, span: Span) => void;

/** The tree of a source. */
export function parseUnit(vm: Machine, source: string, mode: CompileMode, filename: string): Module {
  return parseWith(vm, source, mode, filename, (category, text, span) => warnOfSource(vm, category, text, filename, span));
}

function parseWith(vm: Machine, source: string, mode: CompileMode, filename: string, warn: Warn): Module {
  return raising(vm, filename, { source, mode }, () =>
    parse(source, vm.profile, mode, ({ message, part, line }) => {
      const text = vm.message(message, part);
      if (text !== "") warn(vm.profile.syntax.lexicalWarnings, text, { line, col: 0, endLine: line, endCol: 0 });
    }, vm.scalars.intMaxStrDigits || Infinity),
  );
}

/** The code of a tree. */
export function compileTree(vm: Machine, tree: Module, mode: CompileMode, filename: string, changes: Changes): PyCode {
  return makeUnit(vm, specOf(vm, tree, mode, filename, (category, text, span) => warnOfSource(vm, category, text, filename, span), changes), false);
}

function specOf(vm: Machine, tree: Module, mode: CompileMode, filename: string, warn: Warn, changes?: Changes): CodeSpec {
  return raising(vm, filename, null, () => compile(tree, { mode, profile: vm.profile, filename, ...changes, warn: (text, span) => warn("SyntaxWarning", text, span) }));
}

/** What a parser reads. */
export interface Input {
  readonly source: string;
  readonly mode: CompileMode;
}

/** Does work that finds what is wrong with a source, and raises it; `input` is that of a parser, whose errors tell more. */
export function raising<T>(vm: Machine, filename: string, input: Input | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SourceError) return errorTexts.get().refuseSource(vm, error, filename, input);
    throw error;
  }
}

/** A warning that the filters make an error is a SyntaxError (Python/errors.c, _PyErr_EmitSyntaxWarning). */
function warnOfSource(vm: Machine, category: string, text: string, filename: string, span: Span): void {
  const explicit = vm.importer.peekName("warnings", "warn_explicit");
  try {
    release(vm.call(explicit, [vm.temp(vm.str(text)), vm.types[category], vm.temp(vm.str(filename)), vm.temp(vm.int(span.line))]));
  } catch (error) {
    if (!(error instanceof Raise) || error.exception.type !== vm.types[category]) throw error;
    release(error.exception);
    const position = { line: span.line, offset: span.col + 1, endLine: span.endLine, endOffset: span.endCol + 1 };
    errorTexts.get().refuseSource(vm, new SourceError("SyntaxError", text, position, span, null), filename, null);
  }
}
