import { type PyObject, releaseIfAny, retain } from "../../core/object.ts";
import type { Runtime } from "../../core/runtime.ts";
import { warn } from "../../protocol/warn.ts";
import { PyBytes } from "../../types/bytes-object.ts";
import { PyInt } from "../../types/int-object.ts";
import { argumentTypeName } from "../../types/str-range.ts";
import { PyStr } from "../../types/str-object.ts";

/** The kinds of access, of which a mode has one. */
const KINDS = /[rwax]/g;

function textArgument(rt: Runtime, value: PyObject | undefined, name: string, fallback: string | null): string | null {
  if (value === undefined || (value === rt.none && fallback === null)) return fallback;
  if (!(value instanceof PyStr)) return rt.raise("TypeError", `open() argument '${name}' must be ${fallback === null ? "str or None" : "str"}, not ${argumentTypeName(rt, value)}`);
  return value.value.includes("\0") ? rt.raise("ValueError", "embedded null character") : value.value;
}

/** A C int (_PyLong_AsInt). */
function cInt(rt: Runtime, value: PyObject): number {
  const index = rt.index(value);
  return BigInt.asIntN(32, index) === index ? Number(index) : rt.raise("OverflowError", "Python int too large to convert to C int");
}

/** The mode without U, which once meant to read whatever ends the lines; ValueError for what is no mode (_io_open_impl). */
function checkedMode(rt: Runtime, mode: string): string {
  const takesU = rt.profile.memberRules.openTakesU;
  if (!(takesU ? /^[rwaxtb+U]*$/ : /^[rwaxtb+]*$/).test(mode) || new Set(mode).size < mode.length) rt.raise("ValueError", `invalid mode: '${mode}'`);
  const isUniversal = mode.includes("U");
  if (isUniversal) {
    if (/[xwa+]/.test(mode)) rt.raise("ValueError", "mode U cannot be combined with 'x', 'w', 'a', or '+'");
    warn(rt, "'U' mode is deprecated", rt.types.DeprecationWarning);
  }
  const plain = isUniversal ? `r${mode.replace(/[rU]/g, "")}` : mode;
  if (plain.includes("t") && plain.includes("b")) rt.raise("ValueError", "can't have text and binary mode at once");
  if ((plain.match(KINDS) ?? []).length > 1) rt.raise("ValueError", "must have exactly one of create/read/write/append mode");
  return plain;
}

/** Linux's flags of open(2) for a mode (Modules/_io/fileio.c): O_CLOEXEC always, access, and what is made or emptied. */
function openFlags(mode: string): number {
  const access = mode.includes("+") ? 0o2 : mode.includes("r") ? 0 : 0o1;
  const making = { r: 0, w: 0o1100, a: 0o2100, x: 0o300 }[mode.replace(/[tb+]/g, "")] ?? 0;
  return 0o2000000 | access | making;
}

/** A path or number as FileIO reads it: the number where it fits a C int, else what the file system is asked for. */
function fileArgument(rt: Runtime, file: PyObject): number | PyObject {
  if (file instanceof PyInt && BigInt.asIntN(32, BigInt(file.value)) === BigInt(file.value)) {
    return file.value < 0n ? rt.raise("ValueError", "negative file descriptor") : Number(file.value);
  }
  const path = file instanceof PyStr || file instanceof PyBytes ? file : rt.callSpecial(file, "__fspath__", []);
  if (path !== file && path !== null) rt.temp(path);
  if (path === null) return rt.raise("TypeError", `expected str, bytes or os.PathLike object, not ${file.type.shownName}`);
  if (!(path instanceof PyStr || path instanceof PyBytes)) return rt.raise("TypeError", `expected ${file.type.shownName}.__fspath__() to return str or bytes, not ${path.type.shownName}`);
  if (path instanceof PyStr ? path.value.includes("\0") : path.value.includes(0)) rt.raise("ValueError", "embedded null byte");
  return path;
}

/** What `opener` gives instead of a file of the system. */
function askOpener(rt: Runtime, opener: PyObject, file: PyObject, flags: number): number {
  const given = rt.call(opener, [file, rt.temp(rt.int(flags))]);
  try {
    if (!(given instanceof PyInt)) return rt.raise("TypeError", "expected integer from opener");
    const number = cInt(rt, given);
    return number < 0 ? rt.raise("ValueError", `opener returned ${number}`) : number;
  } finally {
    releaseIfAny(given);
  }
}

/** There are no files here: none is found, and none may be made. Everything else is looked at before, in CPython's order (Modules/_io). */
export function open(rt: Runtime, [file, modeGiven, bufferingGiven, encodingGiven, errorsGiven, newlineGiven, closefdGiven, opener]: PyObject[]): PyObject {
  const given = textArgument(rt, modeGiven, "mode", "r") as string;
  const buffering = bufferingGiven ? cInt(rt, bufferingGiven) : -1;
  const encoding = textArgument(rt, encodingGiven, "encoding", null);
  const errors = textArgument(rt, errorsGiven, "errors", null);
  const newline = textArgument(rt, newlineGiven, "newline", null);
  const closes = !closefdGiven || (rt.profile.memberRules.closefdIsInt ? cInt(rt, closefdGiven) !== 0 : rt.truth(closefdGiven));
  if (!file.type.slots.index && !file.type.slots.float) fileKind(rt, file);
  const mode = checkedMode(rt, given);
  if (mode.includes("b")) {
    for (const [name, value] of [["encoding", encoding], ["errors", errors], ["newline", newline]]) {
      if (value !== null) rt.raise("ValueError", `binary mode doesn't take a${name === "newline" ? "" : "n"} ${name} argument`);
    }
    if (buffering === 1) warn(rt, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", rt.types.RuntimeWarning);
  }
  const wanted = fileArgument(rt, file);
  if ((mode.match(KINDS) ?? []).length === 0) rt.raise("ValueError", "Must have exactly one of create/read/write/append mode and at most one plus");
  const flags = openFlags(mode);
  rt.audit("open", () => [retain(file), rt.str(mode.replace(/[tb]/g, "")), rt.int(flags)]);
  if (typeof wanted !== "number" && !closes) rt.raise("ValueError", "Cannot use closefd=False with file name");
  const isNumber = typeof wanted === "number" || (opener !== undefined && opener !== rt.none && askOpener(rt, opener, file, flags) >= 0);
  const [number, text] = isNumber ? [9, "Bad file descriptor"] : mode.includes("r") ? [2, "No such file or directory"] : [13, "Permission denied"];
  return rt.raiseWith("OSError", [rt.int(number), rt.str(text), retain(typeof wanted === "number" ? file : wanted)]);
}

/** TypeError for what is neither a number nor a path. */
function fileKind(rt: Runtime, file: PyObject): void {
  if (file instanceof PyStr || file instanceof PyBytes || file.type.peek("__fspath__")) return;
  rt.raise("TypeError", `expected str, bytes or os.PathLike object, not ${file.type.shownName}`);
}
