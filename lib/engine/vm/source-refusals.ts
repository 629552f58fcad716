import { type PyObject, retain } from "../core/object.ts";
import { syntaxMessage } from "../syntax/messages.ts";
import type { SourceError } from "../syntax/source-error.ts";
import type { PyException } from "../types/exception.ts";
import { noteStatement } from "./keyword-typos.ts";
import type { Machine } from "./machine.ts";
import type { Input } from "./source-errors.ts";

/** What CPython's compiler finds up to 3.13, and not its symbol table. */
const COMPILERS = /^from __future__|^'async (?:for|with)'|^'await'|^asynchronous|__debug__/;
const PLACE = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];
const UNKNOWN_FEATURE = /^future feature .* is not defined$|^not a chance$/s;

const knows = (vm: Machine, rule: string) => syntaxMessage(vm.profile, rule, []) !== null;

/** Raises what the parser or the compiler found as the guest's exception, with its place (Parser/pegen_errors.c). */
export function refuseSource(vm: Machine, error: SourceError, filename: string, input: Input | null): never {
  const { position, message } = error;
  if (position === null) return vm.raise(error.type, message);
  // The parser shows the line that it read; the compiler has only the tree and looks the line up by the file's name.
  const line = error.text ?? vm.importer.sourceLine(filename, position.line);
  const text: PyObject = line === null ? retain(vm.none) : vm.str(error.endsLine ? `${line}\n` : line);
  const isLineAlone = error.isEarly && UNKNOWN_FEATURE.test(message) && !knows(vm, "rule.featureHasColumns");
  const [offset, endOffset] = isLineAlone ? [vm.int(1), retain(vm.none)] : [vm.int(position.offset), vm.int(position.endOffset)];
  const place = [vm.str(filename), vm.int(position.line), offset, text, vm.int(position.endLine), endOffset];
  // What is found before there is code has no place in its arguments (Python/symtable.c, PyErr_RangedSyntaxLocationObject).
  const isBare = error.isEarly && (knows(vm, "rule.symbolTableFindsMore") || !COMPILERS.test(message));
  const raised = vm.makeRaise(error.type, isBare ? [vm.str(message)] : [vm.str(message), vm.takeTuple(place)]);
  if (isBare) place.forEach((value, i) => (raised.exception as PyException).takeMember(PLACE[i], value));
  if (input && vm.profile.suggestions.keywords !== "never") noteStatement(vm, raised.exception as PyException, input.source, input.mode, filename);
  throw raised;
}
