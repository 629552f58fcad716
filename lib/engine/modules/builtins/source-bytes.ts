import type { CompileMode } from "../../compiler/code.ts";
import { type PyObject, release, retain } from "../../core/object.ts";
import { Raise } from "../../core/raise.ts";
import type { Runtime } from "../../core/runtime.ts";
import { syntaxMessage } from "../../syntax/messages.ts";
import { bytesOf, QUIETLY } from "../../types/bytes-object.ts";
import { decode, encode } from "../../types/codec.ts";
import { PyStr } from "../../types/str-object.ts";
import type { Machine } from "../../vm/machine.ts";
import { checksBytes, refuseBytes, textOfUtf8 } from "../../vm/undecoded-sources.ts";

/** The text of what is compiled, where it is not simply a str; `what` is to be told of anything else. */
export function readSource(rt: Runtime, value: PyObject, what: string, mode: CompileMode, filename: string): string {
  if (value instanceof PyStr) {
    // Raises if there is a surrogate, which has no UTF-8.
    release(encode(rt, value, "utf-8", "strict"));
    return value.value.includes("\0") ? refuseNull(rt) : value.value;
  }
  const bytes = bytesOf(value, QUIETLY);
  return bytes ? textOfSource(rt, bytes, filename, mode) : rt.raise("TypeError", `${what}() arg 1 must be a string, bytes or ${what === "compile" ? "AST" : "code"} object`);
}

function refuseNull(rt: Runtime): never {
  const isValueError = syntaxMessage(rt.profile, "rule.nullIsValueError", []) !== null;
  return rt.raise(isValueError ? "ValueError" : "SyntaxError", syntaxMessage(rt.profile, "nullBytes", []) ?? "");
}

/** Decodes as PEP 263 says (Parser/tokenizer/helpers.c, `check_coding_spec`): by the mark, by the coding line, as UTF-8. */
function textOfSource(rt: Runtime, bytes: Uint8Array, filename: string, mode: CompileMode): string {
  if (bytes.includes(0)) refuseNull(rt);
  const latin = (part: Uint8Array) => Array.from(part, (byte) => String.fromCharCode(byte)).join("");
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const rest = isMarked ? bytes.subarray(3) : bytes;
  const { coding, line, text } = codingOf(latin(rest.subarray(0, endOfSecondLine(rest))));
  if (isMarked && coding !== null && coding !== "utf-8") refuseMarked(rt as Machine, `encoding problem: ${coding} with BOM`, filename, line, text);
  if (isMarked || coding === null || coding === "utf-8") return textOfUtf8(rt as Machine, rest, filename, mode);
  try {
    return decode(rt, rest, coding, "strict");
  } catch (error) {
    if (!(error instanceof Raise) || !["LookupError", "ValueError", "SyntaxError"].some((name) => error.exception.type.isSubtypeOf(rt.types[name]))) throw error;
    const text = rt.strText(error.exception);
    release(error.exception);
    return refuse(rt, text, filename);
  }
}

function endOfSecondLine(bytes: Uint8Array): number {
  let ends = 0;
  const at = bytes.findIndex((byte) => byte === 10 && ++ends === 2);
  return at < 0 ? bytes.length : at;
}

/** The encoding that one of the first two lines names, and that line; the second one counts only after nothing but a comment. */
function codingOf(lines: string): { readonly coding: string | null; readonly line: number; readonly text: string } {
  const [first, second = ""] = lines.replace(/\r\n?/g, "\n").split("\n");
  const coding = codingIn(first);
  return coding === null && /^[ \t\f]*(?:#|$)/.test(first) ? { coding: codingIn(second), line: 2, text: second } : { coding, line: 1, text: first };
}

function codingIn(line: string): string | null {
  const name = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/.exec(line)?.[1];
  if (name === undefined) return null;
  const normal = name.slice(0, 12).toLowerCase().replaceAll("_", "-");
  if (/^utf-8(?:-|$)/.test(normal)) return "utf-8";
  return /^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(normal) ? "iso-8859-1" : name;
}

/** Tells the line where the version does. */
function refuseMarked(vm: Machine, message: string, filename: string, line: number, text: string): never {
  if (!checksBytes(vm)) refuse(vm, message, filename);
  const shown = new TextDecoder().decode(Uint8Array.from(text, (char) => char.charCodeAt(0)));
  return refuseBytes(vm, message, filename, { line, offset: 0, endLine: line, endOffset: text.length + line - 1 }, shown);
}

/** An error of the reader that has no place in the source. */
function refuse(rt: Runtime, text: string, filename: string): never {
  return rt.raiseWith("SyntaxError", [rt.str(text), rt.takeTuple([rt.str(filename), rt.int(0), rt.int(-1), retain(rt.none)])]);
}
