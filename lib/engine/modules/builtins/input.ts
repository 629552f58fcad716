import type { PyObject } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { PyStr } from "../../types/str-object.ts";
import { PyTextStream } from "../../types/text-stream.ts";
import { peekStandardOutput, peekStream, write } from "./printing.ts";

/** `input`: a line of `sys.stdin` (builtin_input). There is nobody to ask, so that is at its end unless the program has put a stream of its own there. */
export function readInput(rt: Runtime, [prompt]: PyObject[]): PyObject {
  if (prompt) write(rt, peekStandardOutput(rt), rt.strText(prompt));
  const stream = peekStream(rt, "stdin");
  if (stream && !(stream instanceof PyTextStream)) {
    const line = rt.temp(rt.callMethod(stream, "readline", []));
    if (!(line instanceof PyStr)) return rt.raise("TypeError", "object.readline() returned non-string");
    if (line.value !== "") return rt.str(line.value.replace(/\n$/, ""));
  }
  return rt.raise("EOFError", "EOF when reading a line");
}
