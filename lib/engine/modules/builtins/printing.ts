import { type FunctionSpec, nativeFunction } from "../../core/define.ts";
import { type NameSpace, type PyObject, release, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { PyModule } from "../../types/module.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTextStream } from "../../types/text-stream.ts";
import type { PyTuple } from "../../types/tuple.ts";
import { rareFunctions } from "./rare-functions.ts";

/** A standard stream as `sys` has it, borrowed; null when sys has not been set up with one. */
export function peekStream(rt: Runtime, name: "stdin" | "stdout"): PyObject | null {
  const sys = (rt.modules as NameSpace).peekName("sys");
  return sys instanceof PyModule ? ((sys.dict as NameSpace | null)?.peekName(name) ?? null) : null;
}

/** `sys.stdout`, borrowed; null means the host's output. */
export function peekStandardOutput(rt: Runtime): PyObject | null {
  return peekStream(rt, "stdout");
}

function separator(rt: Runtime, name: "sep" | "end", value: PyObject | undefined, fallback: string): string {
  if (!value || value === rt.none) return fallback;
  if (!(value instanceof PyStr)) return rt.raise("TypeError", `${name} must be None or a string, not ${value.type.shownName}`);
  return value.value;
}

/** Whether this is the standard output itself, with nothing of the program's own on it. */
function isPlainOutput(file: PyObject): boolean {
  return file instanceof PyTextStream && file.number === 1 && !file.closed && file.attributes?.dict === null && file.attributes.values?.size === 0;
}

/** Writes through `file.write`, or to the host when there is no file. */
export function write(rt: Runtime, file: PyObject | null, text: string): void {
  if (!file || isPlainOutput(file)) {
    rt.write(text);
    return;
  }
  const argument = rt.str(text);
  try {
    release(rt.callMethod(file, "write", [argument]));
  } finally {
    release(argument);
  }
}

function print(rt: Runtime, [values, sep, end, file, flush]: PyObject[]): PyObject {
  const target = file && file !== rt.none ? file : peekStandardOutput(rt);
  if (target === rt.none) return retain(rt.none);
  const between = separator(rt, "sep", sep, " ");
  const last = separator(rt, "end", end, "\n");
  const stream = target ? rt.temp(retain(target)) : null;
  (values as PyTuple).items.forEach((value, i) => {
    if (i > 0) write(rt, stream, between);
    write(rt, stream, rt.strText(value));
  });
  write(rt, stream, last);
  if (stream && flush && rt.truth(flush)) release(rt.callMethod(stream, "flush", []));
  return retain(rt.none);
}

/** Functions of `builtins` that read and write. */
export const printingFunctions: readonly FunctionSpec[] = [
  nativeFunction("print(*args, sep=' ', end='\\n', file=None, flush=False)", print),
  nativeFunction("input(prompt='', /)", (rt, args) => rareFunctions.get().input(rt, args)),
];
