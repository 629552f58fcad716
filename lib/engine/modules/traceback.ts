import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { pythonSources } from "../python/sources.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import type { Machine } from "../vm/machine.ts";

function sourceLine(rt: Runtime, filename: PyObject, line: PyObject): PyObject {
  const text = (rt as Machine).importer.sourceLine(rt.strText(filename), Number(rt.index(line)));
  return text === null ? retain(rt.none) : rt.str(text);
}

/** `_source_line(filename, line)`: a line of a source that this run has seen, or None. */
export const sourceLineFunction = nativeFunction("_source_line(filename, line, /)", (rt, [filename, line]) => sourceLine(rt, filename, line));

/** The host half reads the sources that tracebacks quote. */
export const tracebackModule: ModuleSpec = {
  name: "traceback",
  functions: [
    sourceLineFunction,
    nativeFunction("_is_group(value, /)", (rt, [value]) => rt.bool(rt.types.BaseExceptionGroup !== undefined && value.type.isSubtypeOf(rt.types.BaseExceptionGroup))),
    // The texts of suggestions go to tracebacks, not to the exception.
    nativeFunction("_suggestion(value, /)", (rt) => rt.str("")),
  ],
  source: pythonSources.traceback,
};
