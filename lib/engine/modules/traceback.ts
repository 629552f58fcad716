import { nativeFunction } from "../core/define.ts";
import { type PyObject, retain } from "../core/object.ts";
import type { Runtime } from "../core/runtime.ts";
import { pythonHalf } from "../python/halves.ts";
import type { ModuleSpec } from "../vm/importer.ts";
import { PyException } from "../types/exception.ts";
import { PyStr } from "../types/str-object.ts";
import { PyTraceback } from "../types/traceback.ts";
import type { PyTuple } from "../types/tuple.ts";
import type { Machine } from "../vm/machine.ts";
import { quotedSource } from "../vm/quoted-source.ts";
import { keywordTypo } from "../vm/keyword-typos.ts";
import { suggestion } from "../vm/suggestions.ts";
import { markedPlace } from "../vm/traceback-text.ts";

const optional = (rt: Runtime, value: PyObject): number | null => (value === rt.none ? null : Number(rt.index(value)));

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
    nativeFunction("_quoted(filename, place, /)", (rt, [filename, place]) => {
      const [line, endLine, col, endCol] = (place as PyTuple).items.map((item) => (item === rt.none ? null : Number(rt.index(item))));
      if (line === null) return rt.str("");
      const span = endLine === null || col === null || endCol === null ? null : { line, endLine, col, endCol };
      return rt.str(quotedSource(rt as Machine, rt.strText(filename), line, span));
    }),
    nativeFunction("_columns(traceback, /)", (rt, [level]) => {
      const { frame, lasti, line } = level as PyTraceback;
      const span = frame.frame.code.spec.code[lasti]?.span;
      if (!span || span.line !== line || rt.profile.tracebacks.carets === "none") return retain(rt.none);
      return rt.takeTuple([rt.int(span.endLine), rt.int(span.col), rt.int(span.endCol)]);
    }),
    nativeFunction("_left_library(value, /)", (rt, [value]) => rt.bool(value instanceof PyException && value.traceback === null && value.leftLibrary)),
    nativeFunction("_is_group(value, /)", (rt, [value]) => rt.bool(rt.types.BaseExceptionGroup !== undefined && value.type.isSubtypeOf(rt.types.BaseExceptionGroup))),
    nativeFunction("_keyword_typo(message, filename, line, text, metadata, /)", (rt, [message, filename, line, text, metadata]) => {
      if (!(message instanceof PyStr) || !(text instanceof PyStr) || line.type !== rt.types.int) return retain(rt.none);
      const name = filename instanceof PyStr ? filename.value : "<string>";
      const typo = keywordTypo(rt as Machine, { message: message.value, filename: name, line: Number(rt.index(line)), text: text.value, metadata });
      return typo === null ? retain(rt.none) : rt.takeTuple([rt.str(typo.line), rt.int(typo.offset), rt.int(typo.end), rt.str(typo.message)]);
    }),
    nativeFunction("_marked_place(text, offset, end_offset, is_one_line, /)", (rt, [text, offset, end, isOneLine]) => {
      const endsInLine = isOneLine === rt.true || !rt.profile.tracebacks.marksStayInLine;
      const source = rt.strText(text);
      const [from, until] = [optional(rt, offset), optional(rt, end)];
      // Marks that would stand beyond the line stand behind it (caretspace).
      const beyond = Math.max((from ?? 0) - source.replace(/\n+$/, "").length - 1, 0);
      return rt.str(markedPlace(rt as Machine, source, from && from - beyond, until && until - beyond, endsInLine));
    }),
    nativeFunction("_suggestion(value, traceback, /)", (rt, [value, level]) => rt.str(suggestion(rt as Machine, value, level instanceof PyTraceback ? level : null, false))),
  ],
  source: () => pythonHalf("traceback"),
};
