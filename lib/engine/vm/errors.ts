import { type PyObject, release } from "../core/object.ts";
import { Raise } from "../core/raise.ts";
import { message } from "../profiles/message.ts";
import { PyException } from "../types/exception.ts";
import { PyFunction } from "../types/function.ts";
import { PyMethod } from "../types/method.ts";
import { PyBuiltinFunction } from "../types/builtin-function.ts";
import type { PyTraceback } from "../types/traceback.ts";
import { closest } from "./edit-distance.ts";
import type { Machine } from "./machine.ts";
import { quotedSource } from "./quoted-source.ts";
import { suggestion } from "./suggestions.ts";

/** A NameError carries the name it is about; an UnboundLocalError does not. */
export function raiseName(vm: Machine, type: string, text: string, name: string): never {
  const raise = vm.makeRaise(type, [vm.str(text)]);
  if (type === "NameError") vm.setAttribute(raise.exception, "name", vm.temp(vm.str(name)));
  throw raise;
}

/** ImportError with the module's and the missing name. */
export function raiseImport(vm: Machine, text: string, module: string, name: string, type = "ImportError"): never {
  const raise = vm.makeRaise(type, [vm.str(text)]);
  vm.setAttribute(raise.exception, "name", vm.temp(vm.str(module)));
  if (name) vm.setAttribute(raise.exception, "name_from", vm.temp(vm.str(name)));
  throw raise;
}

/** How an error text names what was called: `f()`, `module.f()` (Objects/object.c, _PyObject_FunctionStr). */
export function callableName(vm: Machine, callable: PyObject): string {
  const target = callable instanceof PyMethod ? callable.func : callable;
  if (target instanceof PyFunction || target instanceof PyBuiltinFunction) {
    const qualname = vm.strText(vm.temp(vm.getAttribute(target, "__qualname__")));
    const module = vm.temp(vm.getAttribute(target, "__module__"));
    const prefix = module === vm.none ? "" : vm.strText(module);
    return prefix === "" || prefix === "builtins" ? `${qualname}()` : `${prefix}.${qualname}()`;
  }
  return vm.strText(callable);
}

/** An exception that has nowhere to go is described on stderr (Python/errors.c, PyErr_FormatUnraisable); takes over the reference. */
export function unraisable(vm: Machine, exception: PyObject, where: PyObject): void {
  let place: string;
  try {
    place = vm.reprText(where);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    place = "<object repr() failed>";
  }
  const hook = vm.importer.peekSysHook("unraisablehook");
  if (hook && exception instanceof PyException) {
    callUnraisableHook(vm, hook, exception, where);
    return;
  }
  vm.writeError(`Exception ignored in: ${place}\n${formatException(vm, exception)}`);
  release(exception);
}

function callUnraisableHook(vm: Machine, hook: PyObject, exception: PyException, where: PyObject): void {
  const fields = vm.temp(vm.dict());
  const set = (name: string, value: PyObject) => fields.setName(name, value);
  set("exc_type", exception.type);
  set("exc_value", exception);
  set("exc_traceback", exception.traceback ?? vm.none);
  set("err_msg", vm.none);
  set("object", where);
  const mark = vm.temporaries.length;
  try {
    const names = fields.keysText();
    const values = names.map((name) => fields.peekName(name) as PyObject);
    const argument = vm.temp(vm.call(vm.types.SimpleNamespace, values, names));
    release(vm.call(hook, [argument]));
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
  } finally {
    vm.releaseTemporaries(mark);
    release(exception);
  }
}

/** Lone surrogates have no place in UTF-8: what a program writes must not hold any (Objects/unicodeobject.c, unicode_encode_utf8). */
export function checkEncodable(vm: Machine, text: string): void {
  const match = /\p{Surrogate}+/u.exec(text);
  if (!match) return;
  const start = [...text.slice(0, match.index)].length;
  vm.raiseWith("UnicodeEncodeError", [vm.str("utf-8"), vm.str(text), vm.int(start), vm.int(start + match[0].length), vm.str("surrogates not allowed")]);
}

/** `Type: message`, the traceback's last line (Lib/traceback.py, format_exception_only). */
export function lastLine(vm: Machine, exception: PyObject): string {
  const { type } = exception;
  const module = type.dict.get("__module__");
  const prefix = module && type.isHeapType ? vm.strText(module) : "builtins";
  const qualname = vm.strText(vm.temp(vm.getAttribute(type, "__qualname__")));
  const name = prefix === "builtins" || prefix === "__main__" ? qualname : `${prefix}.${qualname}`;
  let text: string;
  try {
    text = textOf(vm, exception);
  } catch (error) {
    if (!(error instanceof Raise)) throw error;
    release(error.exception);
    text = "<exception str() failed>";
  }
  if (exception instanceof PyException) text += suggestion(vm, exception, exception.traceback as PyTraceback | null, true);
  return text === "" ? name : `${name}: ${text}`;
}

/** What follows the type's name: the message alone for a SyntaxError, whose place is shown apart. */
function textOf(vm: Machine, exception: PyObject): string {
  if (!exception.type.isSubtypeOf(vm.types.SyntaxError)) return vm.strText(exception);
  const own = vm.temp(vm.getAttribute(exception, "msg"));
  return own === vm.none ? vm.strText(exception) : vm.strText(own);
}

/** The whole text that `python3` prints, ending with a newline. Causes and contexts come first. */
export function formatException(vm: Machine, exception: PyObject, seen = new Set<PyObject>()): string {
  seen.add(exception);
  let text = "";
  if (exception instanceof PyException) {
    const { cause, context } = exception;
    if (cause && !seen.has(cause)) {
      text += `${formatException(vm, cause, seen)}\nThe above exception was the direct cause of the following exception:\n\n`;
    } else if (!cause && context && !exception.suppressContext && !seen.has(context)) {
      text += `${formatException(vm, context, seen)}\nDuring handling of the above exception, another exception occurred:\n\n`;
    }
    text += formatTraceback(vm, exception.traceback as PyTraceback | null);
  }
  return `${text}${sourcePlace(vm, exception)}${lastLine(vm, exception)}\n`;
}

/** Where a SyntaxError is: the file, its line, and marks under the place (Lib/traceback.py, _format_syntax_error). */
function sourcePlace(vm: Machine, exception: PyObject): string {
  if (!(exception instanceof PyException) || !exception.type.isSubtypeOf(vm.types.SyntaxError)) return "";
  const number = (name: string): number | null => {
    const value = exception.peekMember(name);
    return value?.type === vm.types.int ? Number(vm.index(value)) : null;
  };
  const text = (name: string): string | null => {
    const value = exception.peekMember(name);
    return value?.type === vm.types.str ? vm.strText(value) : null;
  };
  const line = number("lineno");
  if (line === null) return "";
  const file = `  File "${text("filename") ?? "<string>"}", line ${line}\n`;
  const source = text("text");
  if (source === null) return file;
  const offset = number("offset");
  return file + markedPlace(source, offset, number("end_lineno") === line || number("end_lineno") === null ? number("end_offset") : null);
}

/** A line with marks from one character to another, both counted from 1; an unknown end is the start. */
function markedPlace(source: string, offset: number | null, end: number | null): string {
  const line = source.replace(/\n+$/, "");
  const shown = line.replace(/^[ \n\f]+/, "");
  const cut = line.length - shown.length;
  if (offset === null) return `    ${shown}\n`;
  const until = end === null ? line.length + 1 : end === 0 || end === -1 || end <= offset ? offset + 1 : end;
  const start = offset - 1 - cut;
  if (start < 0) return `    ${shown}\n`;
  const blank = shown.slice(0, start).replace(/\S/gu, " ").padEnd(start);
  return `    ${shown}\n    ${blank}${"^".repeat(Math.max(1, until - offset))}\n`;
}

/** A line that repeats is shown this often before the rest is counted. */
const REPEATS = 3;

function formatTraceback(vm: Machine, first: PyTraceback | null): string {
  if (!first) return "";
  let text = "Traceback (most recent call last):\n";
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
    if (++count <= REPEATS) text += place + quotedSource(vm, spec.filename, level.line, spec.code[level.lasti]?.span ?? null);
  }
  return text + more();
}

/** "Did you mean …" for keyword arguments, where the version adds it to the TypeError's text. */
export function suggestKeyword(vm: Machine, name: string, known: readonly string[]): string {
  if (!vm.profile.messages.keywordSuggestion) return "";
  const best = closest(vm, name, known);
  return best ? message(vm.profile, "keywordSuggestion", [best]) : "";
}
